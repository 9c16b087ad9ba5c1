// A template's text as tags, outputs and what stands between them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace ghreveal::deck::liquid {

struct Token {
    enum class Kind : std::uint8_t { kText, kTag, kOutput };  // {% tag %}, {{ output }}

    Kind kind = Kind::kText;
    std::string_view written;
    std::string_view content;   // without braces, hyphens and the white space around
    int line = 0;               // where it begins
    bool trims_before = false;  // {%- … %}
    bool trims_after = false;   // {% … -%}

    std::string_view name() const;       // a tag's first word
    std::string_view arguments() const;  // what comes behind it
};

std::vector<Token> tokenize(std::string_view text, int first_line);

}  // namespace ghreveal::deck::liquid
