// Findings as text: for people, for editors, for other programs.
#pragma once

#include <cstdint>
#include <string>

#include "check/finding.h"

namespace ghreveal::check {

enum class MessageFormat : std::uint8_t { kHuman, kShort, kJson, kSarif, kGithub };
enum class Colors : std::uint8_t { kNone, kAnsi };

// The line of source, what is meant underlined, the sentence, help.
std::string to_human(const Finding&, Colors);
// "deck.md:12:3: warning: the sentence; the hint [rule]"
std::string to_short(const Finding&);
// Of all decks at once; docs/findings.schema.json.
std::string to_json(const Findings&);
// SARIF 2.1.0.
std::string to_sarif(const Findings&);
// Workflow commands of GitHub Actions, the worst ten.
std::string to_github(const Findings&);
// All of them as a table in Markdown: the summary of a workflow's step.
std::string to_github_summary(const Findings&);

// "2 errors, 3 warnings and 1 note in 2 decks"
std::string count_line(const Findings&, std::size_t decks);
// The worst first, else in their order.
Findings worst_first(Findings);

}  // namespace ghreveal::check
