// Markdown text -> the texts of slides, cut as reveal.js's Markdown plugin cuts it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/reveal/regular_expression.h"

namespace ghreveal::markdown::reveal {

// Regular expressions (ECMAScript's). They know nothing of code fences.
struct Separators {
    std::string horizontal;
    std::string vertical;  // empty: there are no stacks
    std::string notes;
};

struct SlideText {
    std::string_view text;
    std::optional<std::string_view> notes;
};

struct SlideGroup {
    bool is_stack = false;
    std::vector<SlideText> slides;  // one, or those of the stack
};

class SlideCutter {
public:
    explicit SlideCutter(const Separators&);
    // What is wrong with the first separator that cannot be used; empty when all can.
    std::string error() const;
    // Views into the text.
    std::vector<SlideGroup> cut(std::string_view text) const;

private:
    SlideText without_notes(std::string_view slide) const;

    RegularExpression horizontal_;
    RegularExpression either_;
    RegularExpression notes_;
};

// Whether what is written on behind the text is code: in a fence that is open, or indented by four
// blanks. The plugin puts a slide's notes there, as HTML.
bool ends_in_code(std::string_view text);

// The text less the indentation of its first line, which the HTML around it has, wherever a line
// has it first.
std::string unindented(std::string_view text);

}  // namespace ghreveal::markdown::reveal
