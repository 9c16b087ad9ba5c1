// Tokens as text that a test can be read by: `[keyword if] x`.
#pragma once

#include <string>
#include <string_view>

#include "highlight/highlight.h"

namespace ghreveal::testing {

inline std::string marked(std::string_view code, std::string_view language) {
    std::string text;
    std::size_t done = 0;
    for (const highlight::Token& token : highlight::highlight(code, language)) {
        text += code.substr(done, token.begin - done);
        text += "[" + token.class_name.substr(std::string_view("hljs-").size()) + " ";
        text += code.substr(token.begin, token.end - token.begin);
        text += "]";
        done = token.end;
    }
    return text += code.substr(done);
}

}  // namespace ghreveal::testing
