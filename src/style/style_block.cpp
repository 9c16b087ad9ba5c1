#include "style/style_block.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "style/cascade.h"
#include "style/inventory/property_inventory.h"
#include "style/variables.h"
#include "support/unicode/shortened.h"

namespace ghreveal::style {

using css::Declaration;
using css::Token;
using css::TokenType;

namespace {

// `-webkit-linear-gradient()`, `-moz-box`: for one kind of browsers only.
bool has_prefixed_notation(const css::Tokens& value) {
    constexpr std::array<std::string_view, 4> kPrefixes{"-webkit-", "-moz-", "-ms-", "-o-"};
    return std::any_of(value.begin(), value.end(), [&](const Token& token) {
        return (token.is(TokenType::kIdent) || token.is(TokenType::kFunction)) &&
               std::any_of(kPrefixes.begin(), kPrefixes.end(), [&](std::string_view prefix) {
                   return token.value().starts_with(prefix);
               });
    });
}

// `linear-gradient(top, …)`, `radial-gradient(center, circle cover, …)`: a draft of 2009, which no
// browser reads without its prefix.
bool has_old_gradient(const css::Tokens& value) {
    constexpr std::array<std::string_view, 5> kPlaces{"bottom", "center", "left", "right", "top"};
    return std::adjacent_find(
               value.begin(), value.end(), [&](const Token& name, const Token& first) {
                   return name.is(TokenType::kFunction) && name.value().ends_with("-gradient") &&
                          std::any_of(kPlaces.begin(), kPlaces.end(), [&](std::string_view place) {
                              return first.is_ident(place);
                          });
               }) != value.end();
}

bool is_valid(const Property& property, const css::Tokens& value, ValueCheck& check) {
    if (check.is_too_long(value)) {
        return false;
    }
    return has_variable(value) ? is_well_formed(value) : check.is_value(property, value);
}

// `-webkit-mask: …` beside `mask: …`
bool is_said_without_prefix(const StyleBlock& block, const LeftOutDeclaration& left_out) {
    const std::string_view name = without_webkit_prefix(left_out.property);
    return name.size() != left_out.property.size() &&
           std::any_of(block.left_out.begin(), block.left_out.end(),
                       [&](const LeftOutDeclaration& other) { return other.property == name; });
}

// Marks those that a later valid declaration overrules anyway, and other browsers' notations of
// what is there.
void mark_alternatives(StyleBlock& block, const std::vector<bool>& is_of_others) {
    std::unordered_map<std::string_view, std::size_t> last_valid;
    for (const ValidDeclaration& declaration : block.declarations) {
        last_valid[declaration.property->name] = declaration.offset;
    }
    for (std::size_t i = 0; i < block.left_out.size(); ++i) {
        LeftOutDeclaration& left_out = block.left_out[i];
        const Property* property = find_property(left_out.property);
        const auto valid = property == nullptr ? last_valid.end() : last_valid.find(property->name);
        left_out.is_alternative =
            (valid != last_valid.end() && (is_of_others[i] || valid->second > left_out.offset)) ||
            is_said_without_prefix(block, left_out);
    }
}

// Why the author should be told; nothing when the declaration does all that it says.
std::optional<LeftOutDeclaration::Reason> reason_to_say(const Declaration& declaration,
                                                        bool is_taken, const ValueCheck& check) {
    using Reason = LeftOutDeclaration::Reason;
    const Effect effect = effect_of(declaration.property, declaration.value);
    if (!is_taken && is_for_old_browsers(declaration.value)) {
        return std::nullopt;
    }
    if (!is_taken && !is_refused(declaration.property, declaration.value) &&
        find_property(declaration.property) != nullptr) {
        return check.is_too_long(declaration.value) ? Reason::kTooLong : Reason::kInvalidValue;
    }
    return effect == Effect::kNotSupported ? std::optional(Reason::kNotSupported)
           : effect == Effect::kUnknown    ? std::optional(Reason::kUnknownProperty)
                                           : std::nullopt;
}

// A value as its author finds it again.
std::string written(const css::Tokens& value, std::string_view text) {
    constexpr std::size_t kShown = 60;
    if (value.empty()) {
        return "";
    }
    const std::size_t begin = value.front().begin;
    return utf8::shortened(text.substr(begin, value.back().end - begin), kShown);
}

}  // namespace

ValueCheck::ValueCheck(const UnitContext& units) : scratch_(*initial_style()) {
    scratch_.units = units;
}

bool ValueCheck::is_value(const Property& property, const css::Tokens& value) {
    return !is_too_long(value) && apply_value(scratch_, property, value);
}

bool ValueCheck::is_too_long(const css::Tokens& value) const {
    return value.size() > limits_of(scratch_.units).value_tokens;
}

bool is_supported(const Declaration& declaration, ValueCheck& check) {
    if (declaration.property.starts_with("--")) {
        return is_well_formed(declaration.value);
    }
    const Property* property = find_property(declaration.property);
    const Effect effect = effect_of(declaration.property, declaration.value);
    return property == nullptr
               ? effect == Effect::kNothingToShow && !declaration.property.starts_with('*')
               : effect == Effect::kActedOn && is_valid(*property, declaration.value, check);
}

StyleBlock read_block(css::DeclarationBlock declarations, std::string_view text,
                      ValueCheck& check) {
    StyleBlock block;
    std::vector<bool> is_of_others;
    block.declarations.reserve(declarations.size());
    for (Declaration& declaration : declarations) {
        if (declaration.property.starts_with("--")) {
            if (!is_well_formed(declaration.value)) {
                continue;
            }
            block.has_important = block.has_important || declaration.important;
            block.custom_properties.push_back(std::move(declaration));
            continue;
        }
        const Property* property = find_property(declaration.property);
        const bool is_taken = property != nullptr && is_valid(*property, declaration.value, check);
        if (const auto reason = reason_to_say(declaration, is_taken, check)) {
            is_of_others.push_back(has_prefixed_notation(declaration.value) ||
                                   has_old_gradient(declaration.value));
            block.left_out.push_back({declaration.property, written(declaration.value, text),
                                      *reason, false, declaration.offset});
        }
        if (is_taken) {
            block.has_important = block.has_important || declaration.important;
            const bool varies = has_variable(declaration.value);
            const bool reverts =
                declaration.value.size() == 1 && (declaration.value[0].is_ident("revert") ||
                                                  declaration.value[0].is_ident("revert-layer"));
            block.declarations.push_back({property, std::move(declaration.value),
                                          declaration.important, varies, declaration.offset,
                                          reverts});
        }
    }
    if (!block.left_out.empty()) {
        mark_alternatives(block, is_of_others);
    }
    return block;
}

}  // namespace ghreveal::style
