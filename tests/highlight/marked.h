// Tokens as text that a test can be read by: `[function [keyword def] [title f]]`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "highlight/highlight.h"

namespace ghreveal::testing {

inline std::string marked(std::string_view code, const std::vector<highlight::Token>& tokens) {
    std::string text;
    std::size_t at = 0;
    std::vector<std::size_t> ends;
    const auto copy_to = [&](std::size_t place) {
        text += code.substr(at, place - at);
        at = place;
    };
    const auto close_to = [&](std::size_t place) {
        while (!ends.empty() && ends.back() <= place) {
            copy_to(ends.back());
            text += "]";
            ends.pop_back();
        }
    };
    for (const highlight::Token& token : tokens) {
        close_to(token.begin);
        copy_to(token.begin);
        const std::string_view name = token.class_name;
        text += "[" + std::string(name.substr(name.starts_with("hljs-") ? 5 : 0)) + " ";
        ends.push_back(token.end);
    }
    close_to(code.size());
    copy_to(code.size());
    return text;
}

inline std::string marked(std::string_view code, std::string_view language) {
    return marked(code, highlight::highlight(code, language));
}

}  // namespace ghreveal::testing
