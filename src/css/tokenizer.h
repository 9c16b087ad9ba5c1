// Style sheet text -> tokens (CSS Syntax 3 §4). Tokens are views into the text, which must live
// as long as they do; only names and strings with escapes in them own their text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::css {

enum class TokenType : std::uint8_t {
    kIdent,
    kFunction,
    kAtKeyword,
    kHash,
    kString,
    kUrl,
    kNumber,
    kPercentage,
    kDimension,
    kWhiteSpace,
    kColon,
    kSemicolon,
    kComma,
    kOpenBrace,
    kCloseBrace,
    kOpenParen,
    kCloseParen,
    kOpenBracket,
    kCloseBracket,
    kDelim,
    kBad,
};

struct Token {
    TokenType type = TokenType::kDelim;
    bool is_integer = false;
    char delim = 0;         // kDelim
    std::string_view text;  // name, string content or unit; the raw text otherwise
    std::string owned;      // what `text` would be when escapes had to be resolved
    double number = 0;
    std::size_t begin = 0;  // bytes in the sheet's text
    std::size_t end = 0;

    std::string_view value() const { return owned.empty() ? text : std::string_view(owned); }
    bool is(TokenType wanted) const { return type == wanted; }
    bool is_delim(char c) const { return type == TokenType::kDelim && delim == c; }
    bool is_ident(std::string_view name) const;     // without regard to ASCII case
    bool is_function(std::string_view name) const;  // the same
    // `number` where an integer is wanted: what is out of range becomes the largest or smallest
    // there is (CSS Values 4 §5.1).
    int integer() const;
};

using Tokens = std::vector<Token>;

Tokens tokenize(std::string_view text);

}  // namespace ghreveal::css
