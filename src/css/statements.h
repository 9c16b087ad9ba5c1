// What stands in a rule's block (CSS Syntax 3 §5.4.4).
#pragma once

#include <cstddef>
#include <functional>
#include <span>

#include "css/style_sheet.h"
#include "css/tokenizer.h"

namespace ghreveal::css {

// The first token at depth 0, from `at` on, that is of one of the types; the end when there is
// none.
std::size_t find_at_depth_0(std::span<const Token>, std::size_t at, TokenType first,
                            TokenType second);

// A declaration, up to its semicolon, or a rule, up to its brace: where it is among the tokens.
struct Statement {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool opens = false;  // a rule
};

// A custom property may have braces in its value.
void for_each_statement(std::span<const Token>, const std::function<void(const Statement&)>& visit);

// parse_declarations(), and what is no declaration, for messages: the whole of it is the name.
DeclarationBlock parse_declarations(std::span<const Token>, DeclarationBlock& unread);

}  // namespace ghreveal::css
