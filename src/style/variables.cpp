#include "style/variables.h"

#include <algorithm>
#include <span>
#include <vector>

namespace ghreveal::style {

using css::Token;
using css::Tokens;
using css::TokenType;

namespace {

using TokenSpan = std::span<const Token>;

TokenSpan without_leading_space(TokenSpan tokens) {
    while (!tokens.empty() && tokens.front().is(TokenType::kWhiteSpace)) {
        tokens = tokens.subspan(1);
    }
    return tokens;
}

bool names_custom_property(TokenSpan tokens) {
    return !tokens.empty() && tokens.front().is(TokenType::kIdent) &&
           tokens.front().value().starts_with("--");
}

// One past the parenthesis that closes the function at `at`.
std::size_t function_end(TokenSpan tokens, std::size_t at) {
    int open = 0;
    for (; at < tokens.size(); ++at) {
        open += tokens[at].is(TokenType::kFunction) || tokens[at].is(TokenType::kOpenParen) ? 1 : 0;
        open -= tokens[at].is(TokenType::kCloseParen) ? 1 : 0;
        if (open == 0) {
            return at + 1;
        }
    }
    return at;
}

// var( <custom-property-name> [, <fallback> ]? )
struct Reference {
    std::string_view name;
    std::optional<TokenSpan> fallback;
    std::size_t end = 0;  // one past it
};

// Nothing when the function at `at` is no such reference.
std::optional<Reference> reference_at(TokenSpan tokens, std::size_t at) {
    Reference reference;
    reference.end = function_end(tokens, at);
    TokenSpan arguments = tokens.subspan(at + 1, reference.end - at - 1);
    if (!arguments.empty() && arguments.back().is(TokenType::kCloseParen)) {
        arguments = arguments.first(arguments.size() - 1);
    }
    arguments = without_leading_space(arguments);
    if (!names_custom_property(arguments)) {
        return std::nullopt;
    }
    reference.name = arguments.front().value();
    arguments = without_leading_space(arguments.subspan(1));
    if (!arguments.empty()) {
        if (!arguments.front().is(TokenType::kComma)) {
            return std::nullopt;
        }
        reference.fallback = arguments.subspan(1);
    }
    return reference;
}

// A custom property's value and where it was declared.
struct Declared {
    const Tokens* value = nullptr;  // null: it has none
    const CustomProperties* scope = nullptr;
};

bool is_keyword(const Tokens& value, std::string_view keyword) {
    const TokenSpan rest = without_leading_space(value);
    return rest.size() == 1 && rest.front().is_ident(keyword);
}

class Substituter {
public:
    explicit Substituter(const Limits& limits) : limits_(limits) {}

    bool append(TokenSpan tokens, const CustomProperties* scope) {
        for (std::size_t at = 0; at < tokens.size(); ++at) {
            if (!tokens[at].is_function("var")) {
                if (!take(sizeof(Token) + tokens[at].value().size())) {
                    return false;
                }
                value.push_back(tokens[at]);
                continue;
            }
            const auto reference = reference_at(tokens, at);
            if (!reference || !take((reference->end - at) * sizeof(Token)) ||
                !append(*reference, scope)) {
                return false;
            }
            at = reference->end - 1;
        }
        return true;
    }

    Tokens value;
    bool is_too_large = false;
    std::string missing;

private:
    bool append(const Reference& reference, const CustomProperties* scope) {
        const Declared declared = find_declared(reference.name, scope);
        const std::size_t before = value.size();
        if (declared.value != nullptr && append_value(declared)) {
            return true;
        }
        value.resize(before);
        if (declared.value == nullptr && !reference.fallback && missing.empty()) {
            missing = reference.name;
        }
        return !is_too_large && circle_ == nullptr && reference.fallback &&
               append_nested(*reference.fallback, scope);
    }

    // The properties of a circle have no value, whatever fallbacks are in them (§2.3).
    bool append_value(const Declared& declared) {
        if (std::find(open_.begin(), open_.end(), declared.value) != open_.end()) {
            circle_ = declared.value;
            return false;
        }
        open_.push_back(declared.value);
        const bool appended = append_nested(*declared.value, declared.scope);
        open_.pop_back();
        if (circle_ == declared.value) {
            circle_ = nullptr;
        }
        return appended;
    }

    bool append_nested(TokenSpan tokens, const CustomProperties* scope) {
        if (depth_ == limits_.variable_depth) {
            is_too_large = true;
            return false;
        }
        ++depth_;
        const bool appended = append(tokens, scope);
        --depth_;
        return appended;
    }

    // The nearest declaration. `initial` is a value that var() finds invalid; custom properties are
    // inherited, so that `unset` and `revert` inherit (CSS Cascading 4 §7.3).
    Declared find_declared(std::string_view name, const CustomProperties* scope) {
        for (; scope != nullptr && take(1); scope = scope->inherited.get()) {
            const auto own = scope->own.find(name);
            if (own == scope->own.end()) {
                continue;
            }
            const Tokens& declared = *own->second;
            if (is_keyword(declared, "initial")) {
                return {};
            }
            if (!is_keyword(declared, "inherit") && !is_keyword(declared, "unset") &&
                !is_keyword(declared, "revert")) {
                return {&declared, scope};
            }
        }
        return {};
    }

    // What is looked at counts as well as what is kept: references to nothing take time.
    bool take(std::size_t bytes) {
        bytes_ += bytes;
        is_too_large = is_too_large || bytes_ > limits_.variable_bytes;
        return !is_too_large;
    }

    const Limits& limits_;
    std::size_t bytes_ = 0;
    int depth_ = 0;
    std::vector<const Tokens*> open_;  // values that are being substituted
    const Tokens* circle_ = nullptr;   // the value that a circle came back to
};

}  // namespace

bool has_variable(const Tokens& tokens) {
    return std::any_of(tokens.begin(), tokens.end(),
                       [](const Token& token) { return token.is_function("var"); });
}

namespace {

// A second `!`, or a semicolon in a fallback: neither may be at the level of the value itself or of
// a fallback; nor may there be anywhere what closes nothing (CSS Variables 1 §2, §3).
bool has_stray_mark(const Tokens& tokens) {
    std::vector<bool> is_of_value{true};
    for (const Token& token : tokens) {
        switch (token.type) {
            case TokenType::kFunction:
                is_of_value.push_back(is_of_value.back() && token.is_function("var"));
                break;
            case TokenType::kOpenBrace:
            case TokenType::kOpenParen:
            case TokenType::kOpenBracket:
                is_of_value.push_back(false);
                break;
            case TokenType::kCloseBrace:
            case TokenType::kCloseParen:
            case TokenType::kCloseBracket:
                if (is_of_value.size() == 1) {
                    return true;
                }
                is_of_value.pop_back();
                break;
            default:
                if (is_of_value.back() &&
                    (token.is_delim('!') || token.is(TokenType::kSemicolon))) {
                    return true;
                }
                break;
        }
    }
    return false;
}

}  // namespace

bool is_well_formed(const Tokens& tokens) {
    if (has_stray_mark(tokens)) {
        return false;
    }
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (!tokens[at].is_function("var")) {
            continue;
        }
        const TokenSpan name = without_leading_space(TokenSpan(tokens).subspan(at + 1));
        if (!names_custom_property(name)) {
            return false;
        }
        const TokenSpan rest = without_leading_space(name.subspan(1));
        if (!rest.empty() && !rest.front().is(TokenType::kComma) &&
            !rest.front().is(TokenType::kCloseParen)) {
            return false;
        }
    }
    return true;
}

Substitution substitute(const Tokens& tokens, const CustomProperties* properties,
                        const Limits& limits) {
    Substituter substituter(limits);
    Substitution result;
    if (substituter.append(tokens, properties)) {
        Tokens& value = substituter.value;
        while (!value.empty() && value.back().is(TokenType::kWhiteSpace)) {
            value.pop_back();
        }
        const TokenSpan rest = without_leading_space(value);
        value.erase(value.begin(),
                    value.begin() + static_cast<std::ptrdiff_t>(value.size() - rest.size()));
        result.value = std::move(value);
    }
    result.is_too_large = substituter.is_too_large;
    if (!result.value) {
        result.missing = std::move(substituter.missing);
    }
    return result;
}

}  // namespace ghreveal::style
