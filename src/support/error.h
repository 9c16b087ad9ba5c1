// What can go wrong: one exception type for what stops an export, one sink for what does not.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <unordered_set>
#include <vector>

namespace ghreveal {

enum class Rule : std::uint8_t;  // support/rules.h

// A place in a source file. `line` counts from 1; 0 means the file as a whole. Columns count
// characters from 1, the end's is behind the last; 0 where they are not known.
struct SourcePosition {
    std::string file;
    int line = 0;
    int column = 0;
    int end_column = 0;
    bool operator==(const SourcePosition&) const = default;
};

// "deck.md:12", "deck.md" or "" when nothing is known.
std::string to_string(const SourcePosition&);

// Thrown for a failure outside the program (files, network, bad decks); caught once, in cli/.
// what() is the sentence without position and hint; message() is the whole line for a person.
class Error : public std::runtime_error {
public:
    // Rule{} is Rule::kFailure.
    Error(SourcePosition where, const std::string& what, std::string hint = "", Rule rule = Rule{});
    const SourcePosition& where() const { return where_; }
    const std::string& hint() const { return hint_; }
    Rule rule() const { return rule_; }
    // "deck.md:12: error: no such theme 'nigth'; did you mean 'night'?"
    std::string message() const;

private:
    SourcePosition where_;
    std::string hint_;
    Rule rule_;
};

struct Diagnostic {
    Rule rule{};
    SourcePosition where;
    std::string what;
    std::string hint{};   // what to do about it; may be empty
    std::string group{};  // those of one group are said once, with their count; may be empty
    bool operator==(const Diagnostic&) const = default;
};

// "deck.md:12: warning: what; hint"
std::string to_string(const Diagnostic&);

// Collects warnings in the order they are found. The same warning at the same place counts once.
class Diagnostics {
public:
    void warn(Rule, SourcePosition where, std::string what, std::string hint = "");
    void report(Diagnostic);
    const std::vector<Diagnostic>& warnings() const { return warnings_; }
    bool empty() const { return warnings_.empty(); }

private:
    std::vector<Diagnostic> warnings_;
    std::unordered_set<std::string> seen_;
};

// Text of decks, addresses and file names without what a terminal would obey, on one line.
std::string printable(const std::string&);

// The candidate nearest to `word` by edit distance, or "" when none is near enough to suggest.
std::string nearest_match(const std::string& word, const std::vector<std::string>& candidates);
// "did you mean 'theme'?" for the nearest, or "".
std::string did_you_mean(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace ghreveal
