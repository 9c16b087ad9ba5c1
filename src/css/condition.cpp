#include "css/condition.h"

#include "support/ascii.h"

namespace ghreveal::css {

namespace {

std::optional<bool> negated(std::optional<bool> value) {
    return value ? std::optional(!*value) : std::nullopt;
}

// Kleene's three values (Media Queries 4 §3.1).
std::optional<bool> both(std::optional<bool> a, std::optional<bool> b) {
    if ((a && !*a) || (b && !*b)) {
        return false;
    }
    return a && b ? std::optional(true) : std::nullopt;
}

std::optional<bool> either(std::optional<bool> a, std::optional<bool> b) {
    return negated(both(negated(a), negated(b)));
}

class ConditionReader {
public:
    ConditionReader(std::span<const Token> tokens, const ConditionTests& tests, int nesting)
        : tokens_(trimmed(tokens)), tests_(tests), nesting_(nesting) {}

    std::optional<bool> condition() {
        if (take_ident("not")) {
            const auto value = negated(operand());
            return at_ == tokens_.size() ? value : std::nullopt;
        }
        auto value = operand();
        const bool is_or = at_ < tokens_.size() && tokens_[at_].is_ident("or");
        while (take_ident(is_or ? "or" : "and")) {
            const auto next = operand();
            value = is_or ? either(value, next) : both(value, next);
        }
        return at_ == tokens_.size() ? value : std::nullopt;
    }

private:
    void skip_space() {
        while (at_ < tokens_.size() && tokens_[at_].is(TokenType::kWhiteSpace)) {
            ++at_;
        }
    }

    bool take_ident(std::string_view name) {
        const bool is_next = at_ < tokens_.size() && tokens_[at_].is_ident(name);
        at_ += is_next ? 1 : 0;
        skip_space();
        return is_next;
    }

    std::optional<bool> operand() {
        if (at_ == tokens_.size() || nesting_ <= 0) {
            at_ = tokens_.size();
            return std::nullopt;
        }
        const Token& token = tokens_[at_];
        const bool is_function = token.is(TokenType::kFunction);
        if (!is_function && !token.is(TokenType::kOpenParen)) {
            at_ = tokens_.size();
            return std::nullopt;
        }
        const std::size_t end = block_end(tokens_, at_);
        const bool is_closed = tokens_[end - 1].is(TokenType::kCloseParen);
        const auto inside = tokens_.subspan(at_ + 1, end - at_ - (is_closed ? 2 : 1));
        at_ = end;
        skip_space();
        return is_function ? tests_.function(ascii::lower_case(token.value()), inside)
                           : parenthesized(inside);
    }

    // A condition in parentheses of its own, or a test.
    std::optional<bool> parenthesized(std::span<const Token> inside) {
        const auto content = trimmed(inside);
        const bool is_condition =
            !content.empty() && (content[0].is(TokenType::kOpenParen) ||
                                 content[0].is(TokenType::kFunction) || content[0].is_ident("not"));
        return is_condition ? ConditionReader(content, tests_, nesting_ - 1).condition()
                            : tests_.feature(content);
    }

    std::span<const Token> tokens_;
    const ConditionTests& tests_;
    int nesting_;
    std::size_t at_ = 0;
};

}  // namespace

std::span<const Token> trimmed(std::span<const Token> tokens) {
    while (!tokens.empty() && tokens.front().is(TokenType::kWhiteSpace)) {
        tokens = tokens.subspan(1);
    }
    while (!tokens.empty() && tokens.back().is(TokenType::kWhiteSpace)) {
        tokens = tokens.first(tokens.size() - 1);
    }
    return tokens;
}

std::size_t block_end(std::span<const Token> tokens, std::size_t at) {
    int depth = 0;
    for (; at < tokens.size(); ++at) {
        switch (tokens[at].type) {
            case TokenType::kOpenBrace:
            case TokenType::kOpenParen:
            case TokenType::kOpenBracket:
            case TokenType::kFunction:
                ++depth;
                break;
            case TokenType::kCloseBrace:
            case TokenType::kCloseParen:
            case TokenType::kCloseBracket:
                if (--depth == 0) {
                    return at + 1;
                }
                break;
            default:
                break;
        }
    }
    return at;
}

std::optional<bool> evaluate_condition(std::span<const Token> tokens, const ConditionTests& tests,
                                       int nesting) {
    return ConditionReader(tokens, tests, nesting).condition();
}

}  // namespace ghreveal::css
