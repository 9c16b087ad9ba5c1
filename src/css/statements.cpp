#include "css/statements.h"

#include <algorithm>

#include "css/condition.h"
#include "css/style_sheet.h"
#include "support/ascii.h"

namespace ghreveal::css {

namespace {

bool take_important(std::span<const Token>& value) {
    auto rest = trimmed(value);
    if (rest.size() >= 2 && rest.back().is_ident("important")) {
        auto before = trimmed(rest.first(rest.size() - 1));
        if (!before.empty() && before.back().is_delim('!')) {
            value = trimmed(before.first(before.size() - 1));
            return true;
        }
    }
    value = rest;
    return false;
}

// `color=red`: a name that no property has, so that it is said.
Declaration named_as_written(std::span<const Token> written) {
    Declaration declaration;
    for (const Token& token : written) {
        declaration.property += token.is(TokenType::kWhiteSpace) ? " " : std::string(token.text);
    }
    declaration.offset = written[0].begin;
    return declaration;
}

// `*zoom: 1`: for Internet Explorer, and nobody else.
bool is_hack(std::span<const Token> written) {
    return written.empty() || written[0].is_delim('*');
}

}  // namespace

std::size_t find_at_depth_0(std::span<const Token> tokens, std::size_t at, TokenType first,
                            TokenType second) {
    while (at < tokens.size()) {
        const Token& token = tokens[at];
        if (token.is(first) || token.is(second)) {
            return at;
        }
        const bool opens = token.is(TokenType::kOpenBrace) || token.is(TokenType::kOpenParen) ||
                           token.is(TokenType::kOpenBracket) || token.is(TokenType::kFunction);
        at = opens ? block_end(tokens, at) : at + 1;
    }
    return at;
}

void for_each_statement(std::span<const Token> tokens,
                        const std::function<void(const Statement&)>& visit) {
    for (std::size_t at = 0; at < tokens.size();) {
        if (tokens[at].is(TokenType::kWhiteSpace) || tokens[at].is(TokenType::kSemicolon)) {
            ++at;
            continue;
        }
        const bool is_custom =
            tokens[at].is(TokenType::kIdent) && tokens[at].text.starts_with("--");
        const std::size_t end =
            find_at_depth_0(tokens, at, TokenType::kSemicolon,
                            is_custom ? TokenType::kSemicolon : TokenType::kOpenBrace);
        const bool opens = end < tokens.size() && tokens[end].is(TokenType::kOpenBrace);
        const std::size_t last = opens ? block_end(tokens, end) : end;
        visit({at, last, opens});
        at = last;
    }
}

DeclarationBlock parse_declarations(std::span<const Token> tokens) {
    DeclarationBlock unused;
    return parse_declarations(tokens, unused);
}

DeclarationBlock parse_declarations(std::span<const Token> tokens, DeclarationBlock& unread) {
    DeclarationBlock block;
    for_each_statement(tokens, [&](const Statement& statement) {
        if (statement.opens) {
            return;
        }
        const auto declaration =
            trimmed(tokens.subspan(statement.begin, statement.end - statement.begin));
        const auto colon =
            std::find_if(declaration.begin(), declaration.end(),
                         [](const Token& token) { return token.is(TokenType::kColon); });
        const auto name =
            trimmed(declaration.first(static_cast<std::size_t>(colon - declaration.begin())));
        if (colon == declaration.end() || name.size() != 1 || !name[0].is(TokenType::kIdent)) {
            if (!is_hack(declaration)) {
                unread.push_back(named_as_written(declaration));
            }
            return;
        }
        Declaration parsed;
        const bool custom = name[0].text.starts_with("--");
        parsed.property =
            custom ? std::string(name[0].value()) : ascii::lower_case(name[0].value());
        std::span<const Token> value =
            declaration.subspan(static_cast<std::size_t>(colon - declaration.begin()) + 1);
        parsed.important = take_important(value);
        parsed.value.assign(value.begin(), value.end());
        parsed.offset = name[0].begin;
        block.push_back(std::move(parsed));
    });
    return block;
}

}  // namespace ghreveal::css
