#include "css/pseudo_arguments.h"

#include <cstdlib>
#include <string>
#include <string_view>

#include "support/ascii.h"

namespace ghreveal::css {

namespace {

// From its text without white space.
bool parse_nth(std::string_view text, PseudoClass& pseudo) {
    if (text == "odd" || text == "even") {
        pseudo.step = 2;
        pseudo.offset = text == "odd" ? 1 : 0;
        return true;
    }
    const std::size_t n = text.find('n');
    const auto number = [](std::string_view part, int when_empty) {
        if (part.empty() || part == "+") {
            return when_empty;
        }
        return part == "-" ? -when_empty : std::atoi(std::string(part).c_str());
    };
    if (n == std::string_view::npos) {
        pseudo.offset = number(text, 0);
        return !text.empty();
    }
    pseudo.step = number(text.substr(0, n), 1);
    pseudo.offset = number(text.substr(n + 1), 0);
    return true;
}

// "2n", "+1" … are numbers and dimensions to the tokenizer.
std::string raw_text(const Token& token, bool after_sign) {
    if (token.is(TokenType::kNumber) || token.is(TokenType::kDimension)) {
        const int value = token.integer();
        const std::string sign = value >= 0 && !after_sign ? "+" : "";
        return sign + std::to_string(value) +
               ascii::lower_case(token.is(TokenType::kDimension) ? token.value() : "");
    }
    return ascii::lower_case(token.is(TokenType::kDelim) ? std::string_view(&token.delim, 1)
                                                         : token.value());
}

}  // namespace

bool parse_an_plus_b(std::span<const Token> tokens, PseudoClass& pseudo) {
    std::string text;
    for (const Token& token : tokens) {
        text += token.is(TokenType::kWhiteSpace)
                    ? ""
                    : raw_text(token, text.ends_with('+') || text.ends_with('-'));
    }
    return parse_nth(text, pseudo);
}

bool parse_words(std::span<const Token> arguments, PseudoClass& pseudo) {
    for (const Token& token : arguments) {
        if (token.is(TokenType::kIdent) || token.is(TokenType::kString)) {
            pseudo.words.push_back(ascii::lower_case(token.value()));
        } else if (!token.is(TokenType::kComma) && !token.is(TokenType::kWhiteSpace)) {
            return false;
        }
    }
    return !pseudo.words.empty();
}

}  // namespace ghreveal::css
