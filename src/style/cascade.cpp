#include "style/cascade.h"

#include <algorithm>

#include "style/properties/text_style.h"

namespace ghreveal::style {

using css::Tokens;
using css::TokenType;

namespace {

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

// A declaration, and the property that its value is read for now.
struct Applied {
    const ValidDeclaration& declaration;
    const Property& property;
};

// Of var(). What comes to no value is `unset` (CSS Custom Properties 1 §3.1): that the value is
// none is known too late for an earlier declaration to be kept for it.
void apply_substituted(StyleBuilder& style, const StyleBlock& block, const Applied& applied,
                       const CascadeContext& context) {
    const auto& [declaration, property] = applied;
    const Substitution result =
        substitute(declaration.value, context.custom_properties, context.limits);
    if (result.is_too_large) {
        context.report_too_large(block, declaration);
    }
    if (result.value && context.check.is_value(property, *result.value)) {
        apply_value(style, property, *result.value);
    } else {
        property.copy(style, property.inherited ? style.parent : *initial_style());
    }
}

// Of a property, what is read in a phase.
const Property* part_of(const Property& property, Phase phase) {
    return property.phase == phase ? &property : phase == Phase::kRest ? property.rest : nullptr;
}

struct Pass {
    Phase phase;
    bool is_important;
};

void apply_pass(StyleBuilder& style, const AppliedBlocks& blocks, const Pass& pass,
                const CascadeContext& context) {
    for (const StyleBlock* block : blocks) {
        for (const ValidDeclaration& declaration : block->declarations) {
            const Property* property = part_of(*declaration.property, pass.phase);
            if (property == nullptr || declaration.is_important != pass.is_important) {
                continue;
            }
            if (declaration.has_variable) {
                apply_substituted(style, *block, {declaration, *property}, context);
            } else {
                apply_value(style, *property, declaration.value);
            }
        }
    }
}

bool has_important(const AppliedBlocks& blocks) {
    return std::any_of(blocks.begin(), blocks.end(),
                       [](const StyleBlock* block) { return block->has_important; });
}

void apply_phase(StyleBuilder& style, const AppliedBlocks& blocks, Phase phase,
                 const CascadeContext& context) {
    apply_pass(style, blocks, {phase, false}, context);
    if (has_important(blocks)) {
        apply_pass(style, blocks, {phase, true}, context);
    }
}

}  // namespace

bool apply_value(StyleBuilder& style, const Property& property, const Tokens& value) {
    if (apply_wide_keyword(style, property, value)) {
        return true;
    }
    ValueReader reader(value, style.units);
    return !reader.at_end() && property.read(style, reader) && reader.at_end();
}

StylePtr compute_style(const AppliedBlocks& blocks, const ComputedStyle& parent,
                       const CascadeContext& context) {
    StyleBuilder style(parent);
    style.units = context.units;
    style.units.font_size = parent.text().font.size;
    style.units.current_color = parent.ink().color;
    apply_phase(style, blocks, Phase::kFontAndDirection, context);
    style.units.font_size = style.text.get().font.size;
    style.units.font = &style.text.get().font;
    style.units.current_color = style.ink.get().color;
    apply_phase(style, blocks, Phase::kRest, context);
    return std::move(style).finish();
}

std::shared_ptr<const CustomProperties> custom_properties(
    const AppliedBlocks& blocks, std::shared_ptr<const CustomProperties> inherited) {
    const bool has_own = std::any_of(blocks.begin(), blocks.end(), [](const StyleBlock* block) {
        return !block->custom_properties.empty();
    });
    if (!has_own) {
        return inherited;
    }
    auto properties = std::make_shared<CustomProperties>();
    properties->inherited = std::move(inherited);
    for (const bool is_important : {false, true}) {
        for (const StyleBlock* block : blocks) {
            for (const css::Declaration& declaration : block->custom_properties) {
                if (declaration.important == is_important) {
                    properties->own[declaration.property] = &declaration.value;
                }
            }
        }
    }
    return properties;
}

}  // namespace ghreveal::style
