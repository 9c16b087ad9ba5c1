#include "css/media_query.h"

namespace ghreveal::css {

namespace {

constexpr Px kInitialFontSize = 16;

Px length_of(const Token& token) {
    if (token.is(TokenType::kDimension) && (token.value() == "em" || token.value() == "rem")) {
        return token.number * kInitialFontSize;
    }
    return token.number;
}

// `(min-width: 600px)`; a feature that is not known does not match.
bool feature_matches(std::span<const Token> feature, Size page) {
    std::string_view name;
    const Token* value = nullptr;
    for (const Token& token : feature) {
        if (token.is(TokenType::kIdent) && name.empty()) {
            name = token.value();
        } else if (!token.is(TokenType::kWhiteSpace) && !token.is(TokenType::kColon)) {
            value = &token;
        }
    }
    if (name == "orientation" && value != nullptr) {
        return value->is_ident(page.width >= page.height ? "landscape" : "portrait");
    }
    if (value == nullptr) {
        return name == "width" || name == "height" || name == "color";
    }
    const Px length = length_of(*value);
    if (name == "min-width" || name == "max-width" || name == "width") {
        return name == "width" ? page.width == length
                               : (name[1] == 'i') == (page.width >= length) || page.width == length;
    }
    if (name == "min-height" || name == "max-height" || name == "height") {
        return name == "height"
                   ? page.height == length
                   : (name[1] == 'i') == (page.height >= length) || page.height == length;
    }
    return false;
}

bool query_matches(std::span<const Token> query, Size page) {
    bool matches = true;
    bool negated = false;
    for (std::size_t i = 0; i < query.size(); ++i) {
        const Token& token = query[i];
        if (token.is(TokenType::kOpenParen)) {
            std::size_t close = i;
            while (close < query.size() && !query[close].is(TokenType::kCloseParen)) {
                ++close;
            }
            matches = matches && feature_matches(query.subspan(i + 1, close - i - 1), page);
            i = close;
        } else if (token.is_ident("not")) {
            negated = true;
        } else if (token.is(TokenType::kIdent) && !token.is_ident("only") &&
                   !token.is_ident("and")) {
            matches = matches && (token.is_ident("all") || token.is_ident("screen"));
        }
    }
    return matches != negated;
}

}  // namespace

bool media_matches(std::span<const Token> queries, Size page) {
    if (queries.empty()) {
        return true;
    }
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= queries.size(); ++i) {
        if (i == queries.size() || queries[i].is(TokenType::kComma)) {
            if (query_matches(queries.subspan(begin, i - begin), page)) {
                return true;
            }
            begin = i + 1;
        }
    }
    return false;
}

}  // namespace ghreveal::css
