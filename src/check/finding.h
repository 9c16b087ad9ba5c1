// A diagnostic as it is told: with its level, its slide, its place in the line, and how often.
#pragma once

#include <string>
#include <vector>

#include "support/error.h"
#include "support/rules.h"

namespace ghreveal::check {

struct Finding {
    Rule rule = Rule::kFailure;
    Level level = Level::kWarning;
    SourcePosition where;
    std::string what;
    std::string hint;
    std::string slide;    // `2/1 "Networks"`; empty when it is of no slide
    std::string source;   // the line of source, without its end; empty when not known
    int count = 1;        // how many of one kind it stands for
    std::string group{};  // those of one group are one in all decks of a call; empty: of its own
};

using Findings = std::vector<Finding>;

// "the sentence (and 30 more like it)"
std::string sentence(const Finding&);

}  // namespace ghreveal::check
