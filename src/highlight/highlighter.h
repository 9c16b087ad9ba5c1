// Colours the code of one deck within its limits: grammars are read once, and only those that its
// code asks for.
#pragma once

#include <string_view>
#include <vector>

#include "highlight/highlight.h"
#include "highlight/languages.h"
#include "highlight/scanner.h"
#include "support/limits.h"

namespace ghreveal::highlight {

class Highlighter {
public:
    explicit Highlighter(const Limits& = {});

    bool knows_language(std::string_view language);
    // The known name that is nearest to an unknown one; empty when none is near.
    std::string nearest_language(std::string_view language);
    // See highlight() in highlight.h. Code past the limits, of all calls together, stays plain.
    // Throws Error for a grammar that cannot be read.
    std::vector<Token> tokens(std::string_view code, std::string_view language);
    // In the language that it looks most like.
    std::vector<Token> guessed_tokens(std::string_view code);

private:
    bool may_colour(std::string_view code);
    std::vector<Token> tokens_of_pieces(std::string_view code, std::string_view language);

    std::size_t bytes_left_;
    std::size_t guessed_bytes_left_;
    std::size_t longest_line_;
    Languages languages_;
};

}  // namespace ghreveal::highlight
