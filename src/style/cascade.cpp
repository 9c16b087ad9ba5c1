#include "style/cascade.h"

#include <optional>

#include "style/properties/properties.h"
#include "style/properties/text_style.h"

namespace ghreveal::style {

using css::Declaration;
using css::DeclarationBlock;
using css::Token;
using css::Tokens;
using css::TokenType;

namespace {

constexpr int kVariableDepth = 16;  // stops --a: var(--b); --b: var(--a)

bool has_variable(const Tokens& tokens) {
    for (const Token& token : tokens) {
        if (token.is_function("var")) {
            return true;
        }
    }
    return false;
}

// Replaces every var(); nothing when one has neither a value nor a fallback.
std::optional<Tokens> substitute(std::span<const Token> tokens, const CustomProperties& custom,
                                 int depth) {
    Tokens out;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (!tokens[at].is_function("var")) {
            out.push_back(tokens[at]);
            continue;
        }
        std::size_t close = at + 1;
        for (int open = 1; close < tokens.size(); ++close) {
            open +=
                tokens[close].is(TokenType::kFunction) || tokens[close].is(TokenType::kOpenParen)
                    ? 1
                    : 0;
            open -= tokens[close].is(TokenType::kCloseParen) ? 1 : 0;
            if (open == 0) {
                break;
            }
        }
        const auto arguments = tokens.subspan(at + 1, close - at - 1);
        std::size_t name = 0;
        while (name < arguments.size() && arguments[name].is(TokenType::kWhiteSpace)) {
            ++name;
        }
        std::size_t comma = name;
        while (comma < arguments.size() && !arguments[comma].is(TokenType::kComma)) {
            ++comma;
        }
        if (name == arguments.size() || depth >= kVariableDepth) {
            return std::nullopt;
        }
        const auto value = custom.find(std::string(arguments[name].value()));
        const bool has_fallback = comma < arguments.size();
        if (value == custom.end() && !has_fallback) {
            return std::nullopt;
        }
        const std::span<const Token> chosen = value != custom.end()
                                                  ? std::span<const Token>(value->second)
                                                  : arguments.subspan(comma + 1);
        const auto replaced = substitute(chosen, custom, depth + 1);
        if (!replaced) {
            return std::nullopt;
        }
        out.insert(out.end(), replaced->begin(), replaced->end());
        at = close;
    }
    return out;
}

// inherit, initial, unset, revert: the same for every property (CSS Cascading 4 §7.3).
bool apply_wide_keyword(StyleBuilder& style, const Property& property, const Tokens& value) {
    if (value.size() != 1 || !value[0].is(TokenType::kIdent)) {
        return false;
    }
    const bool inherit = value[0].is_ident("inherit");
    const bool initial = value[0].is_ident("initial");
    const bool unset = value[0].is_ident("unset") || value[0].is_ident("revert");
    if (!inherit && !initial && !unset) {
        return false;
    }
    property.copy(style,
                  inherit || (unset && property.inherited) ? style.parent : *initial_style());
    return true;
}

bool apply_value(StyleBuilder& style, const Property& property, const Tokens& value) {
    if (apply_wide_keyword(style, property, value)) {
        return true;
    }
    ValueReader reader(value, style.units);
    return property.read(style, reader) && reader.at_end();
}

void apply(StyleBuilder& style, const Declaration& declaration, Phase phase,
           const CustomProperties& custom) {
    const Property* property = find_property(declaration.property);
    if (property == nullptr || property->phase != phase) {
        return;
    }
    if (!has_variable(declaration.value)) {
        apply_value(style, *property, declaration.value);
        return;
    }
    if (const auto value = substitute(declaration.value, custom, 0)) {
        apply_value(style, *property, *value);
    }
}

void apply_phase(StyleBuilder& style, const AppliedBlocks& blocks, Phase phase,
                 const CustomProperties& custom) {
    for (const bool important : {false, true}) {
        for (const DeclarationBlock* block : blocks) {
            for (const Declaration& declaration : *block) {
                if (declaration.important == important) {
                    apply(style, declaration, phase, custom);
                }
            }
        }
    }
}

}  // namespace

StylePtr compute_style(const AppliedBlocks& blocks, const ComputedStyle& parent,
                       const UnitContext& units, const CustomProperties& custom) {
    StyleBuilder style(parent);
    style.units = units;
    style.units.font_size = parent.text().font.size;
    apply_phase(style, blocks, Phase::kFontAndDirection, custom);
    style.units.font_size = style.text.get().font.size;
    style.units.font = &style.text.get().font;
    apply_phase(style, blocks, Phase::kRest, custom);
    return std::move(style).finish();
}

bool declares_custom_properties(const AppliedBlocks& blocks) {
    for (const DeclarationBlock* block : blocks) {
        for (const Declaration& declaration : *block) {
            if (declaration.property.starts_with("--")) {
                return true;
            }
        }
    }
    return false;
}

CustomProperties custom_properties(const AppliedBlocks& blocks, const CustomProperties& parent) {
    CustomProperties own = parent;
    for (const bool important : {false, true}) {
        for (const DeclarationBlock* block : blocks) {
            for (const Declaration& declaration : *block) {
                if (declaration.important == important && declaration.property.starts_with("--")) {
                    own[declaration.property] = declaration.value;
                }
            }
        }
    }
    return own;
}

bool is_valid(const Declaration& declaration, const UnitContext& units) {
    const Property* property = find_property(declaration.property);
    StyleBuilder scratch(*initial_style());
    scratch.units = units;
    return property != nullptr &&
           (has_variable(declaration.value) || apply_value(scratch, *property, declaration.value));
}

}  // namespace ghreveal::style
