// What `check` says of a small deck.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "check/findings_of.h"
#include "check/rules/rules_of_deck.h"

namespace ghreveal::check {

using Said = std::vector<std::string>;
// Names and texts of what lies beside the deck.
using Files = std::vector<std::pair<std::string, std::string>>;

// The rules that a deck of this text breaks, with line and sentence.
inline Said findings(const std::string& text, const Files& files, const LintOptions& options = {}) {
    std::string folder = (std::filesystem::temp_directory_path() / "ghreveal-XXXXXX").string();
    folder = mkdtemp(folder.data());
    const std::string file = folder + (text.starts_with("<!doctype") ? "/deck.html" : "/deck.md");
    std::ofstream(file, std::ios::binary) << text;
    for (const auto& [name, content] : files) {
        std::ofstream(folder + "/" + name, std::ios::binary) << content;
    }
    Diagnostics diagnostics;
    const deck::Deck deck = deck::read_deck(file, {}, diagnostics);
    const Limits limits;
    SourceTexts sources(limits);
    check_deck_rules(deck, sources, diagnostics);
    Said said;
    for (const Finding& one : findings_of(diagnostics, &deck, {{}, options}, sources)) {
        said.push_back(std::to_string(one.where.line) + " " + std::string(facts_of(one.rule).name) +
                       ": " + sentence(one));
    }
    std::filesystem::remove_all(folder);
    return said;
}

inline Said findings(const std::string& text, const LintOptions& options = {}) {
    return findings(text, Files{}, options);
}

}  // namespace ghreveal::check
