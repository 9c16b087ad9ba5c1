// What Liquid stops at or drops without a word, in sentences for the author.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "deck/liquid/template.h"

namespace ghreveal::deck::liquid {

// Braces that are still in a text have no end. `line` is the text's first.
void note_open_braces(std::string_view text, int line, std::vector<Slip>&);

// Operators of a condition other than Liquid's.
void note_unknown_operators(const Condition&, int line, std::vector<Slip>&);

// About a tag that cannot be acted on where it stands: `what` has a place for it as it is written.
struct Complaint {
    const char* what;
    std::string hint;
};
Complaint complaint_of(std::string_view tag_name);

}  // namespace ghreveal::deck::liquid
