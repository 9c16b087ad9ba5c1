// What can go wrong: one exception type for what stops an export, one sink for what does not.
#pragma once

#include <stdexcept>
#include <string>
#include <unordered_set>
#include <vector>

namespace ghreveal {

// A place in a source file. `line` counts from 1; 0 means the file as a whole.
struct SourcePosition {
    std::string file;
    int line = 0;
    bool operator==(const SourcePosition&) const = default;
};

// "deck.md:12", "deck.md" or "" when nothing is known.
std::string to_string(const SourcePosition&);

// Thrown for a failure outside the program (files, network, bad decks); caught once, in cli/.
// what() is the sentence without position and hint; message() is the whole line for a person.
class Error : public std::runtime_error {
public:
    Error(SourcePosition where, const std::string& what, std::string hint = "");
    const SourcePosition& where() const { return where_; }
    const std::string& hint() const { return hint_; }
    // "deck.md:12: error: no such theme 'nigth'; did you mean 'night'?"
    std::string message() const;

private:
    SourcePosition where_;
    std::string hint_;
};

struct Diagnostic {
    SourcePosition where;
    std::string what;
    std::string hint;  // what to do about it; may be empty
    bool operator==(const Diagnostic&) const = default;
};

// "deck.md:12: warning: what; hint"
std::string to_string(const Diagnostic&);

// Collects warnings in the order they are found. The same warning at the same place counts once.
class Diagnostics {
public:
    void warn(SourcePosition where, std::string what, std::string hint = "");
    const std::vector<Diagnostic>& warnings() const { return warnings_; }
    bool empty() const { return warnings_.empty(); }

private:
    std::vector<Diagnostic> warnings_;
    std::unordered_set<std::string> seen_;
};

// The candidate nearest to `word` by edit distance, or "" when none is near enough to suggest.
std::string nearest_match(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace ghreveal
