#include "style/cascade.h"

#include <algorithm>

#include "style/properties/fonts/font_size.h"
#include "style/properties/paint_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::style {

using css::Tokens;
using css::TokenType;

namespace {

enum class WideKeyword : std::uint8_t { kInherit, kInitial, kUnset, kRevert, kRevertLayer };

// The same for every property (CSS Cascading 5 §7.3).
std::optional<WideKeyword> wide_keyword(const Tokens& value) {
    static constexpr Keyword<WideKeyword> kKeywords[]{{"inherit", WideKeyword::kInherit},
                                                      {"initial", WideKeyword::kInitial},
                                                      {"unset", WideKeyword::kUnset},
                                                      {"revert", WideKeyword::kRevert},
                                                      {"revert-layer", WideKeyword::kRevertLayer}};
    if (value.size() != 1 || !value[0].is(TokenType::kIdent)) {
        return std::nullopt;
    }
    for (const auto& [name, keyword] : kKeywords) {
        if (value[0].is_ident(name)) {
            return keyword;
        }
    }
    return std::nullopt;
}

void copy_one(StyleBuilder& style, const Property& property, const ComputedStyle* from) {
    const ComputedStyle& otherwise = property.inherited ? style.parent : *initial_style();
    property.copy(style, from != nullptr ? *from : otherwise);
}

// Of `all`, every property that is read in its phase, but those of the direction of writing (§3.2).
// `from` null: each as `unset` has it.
void copy_property(StyleBuilder& style, const Property& property, const ComputedStyle* from) {
    if (!is_all(property)) {
        copy_one(style, property, from);
        return;
    }
    for (const Property* each : all_properties()) {
        if (each->phase == property.phase && !is_all(*each) && each->name != "direction" &&
            each->name != "unicode-bidi") {
            copy_one(style, *each, from);
        }
    }
}

// Without what is below in the cascade, `revert` is `unset`.
void apply_wide_keyword(StyleBuilder& style, const Property& property, WideKeyword keyword) {
    copy_property(style, property,
                  keyword == WideKeyword::kInherit   ? &style.parent
                  : keyword == WideKeyword::kInitial ? initial_style().get()
                                                     : nullptr);
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
    } else if (!result.missing.empty()) {
        context.report_missing(block, declaration, result.missing);
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

// What the cascade comes to without the block's origin, or its layer and those above (§7.3.2).
StylePtr style_below(const AppliedBlocks& blocks, const StyleBlock& block, WideKeyword keyword,
                     const ComputedStyle& parent, const CascadeContext& context) {
    AppliedBlocks below;
    for (const StyleBlock* other : blocks) {
        const bool is_lower_layer = keyword == WideKeyword::kRevertLayer &&
                                    other->is_of_browser == block.is_of_browser &&
                                    other->layer < block.layer;
        if (is_lower_layer || (other->is_of_browser && !block.is_of_browser)) {
            below.push_back(other);
        }
    }
    return compute_style(below, parent, context);
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
            if (declaration.reverts) {
                const StylePtr below = style_below(blocks, *block, *wide_keyword(declaration.value),
                                                   style.parent, context);
                copy_property(style, *property, below.get());
            } else if (declaration.has_variable) {
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

// Of what is important, the browser's wins over all else, then the element's own, then what is in
// the first layer: the other way round than of what is not (CSS Cascading 5 §6.1).
AppliedBlocks in_order_of_importance(AppliedBlocks blocks) {
    const auto rank = [](const StyleBlock* block) {
        const bool is_own = block->layer > CascadeLayers::kUnlayered;
        return std::pair(block->is_of_browser ? 2 : is_own ? 1 : 0, -block->layer);
    };
    std::stable_sort(blocks.begin(), blocks.end(),
                     [&](const StyleBlock* a, const StyleBlock* b) { return rank(a) < rank(b); });
    return blocks;
}

// `animated`: what animations leave, over all that is not important (§6.2).
struct Cascade {
    const AppliedBlocks& blocks;
    const AppliedBlocks& animated;
};

void apply_phase(StyleBuilder& style, const Cascade& cascade, Phase phase,
                 const CascadeContext& context) {
    const AppliedBlocks& blocks = cascade.blocks;
    apply_pass(style, blocks, {phase, false}, context);
    apply_pass(style, cascade.animated, {phase, false}, context);
    if (has_important(blocks)) {
        apply_pass(style, in_order_of_importance(blocks), {phase, true}, context);
    }
}

StylePtr computed_with(const UnitContext& units, const Cascade& cascade,
                       const ComputedStyle& parent, const CascadeContext& context) {
    StyleBuilder style(parent);
    style.units = units;
    style.units.font_size = parent.text().font.size;
    style.units.current_color = parent.ink().color;
    apply_phase(style, cascade, Phase::kFontAndDirection, context);
    adjust_fixed_width_size(style);
    style.units.font_size = style.text.get().font.size;
    style.units.font = &style.text.get().font;
    style.units.current_color = style.ink.get().color;
    apply_phase(style, cascade, Phase::kRest, context);
    return std::move(style).finish();
}

// What is told in line heights waits for the element's own, wherever that stands: it is computed
// once more then (CSS Values 4 §6.1.2).
StylePtr computed(const Cascade& cascade, const ComputedStyle& parent,
                  const CascadeContext& context) {
    bool has_line_height_units = false;
    UnitContext units = context.units;
    units.has_line_height_units = &has_line_height_units;
    StylePtr style = computed_with(units, cascade, parent, context);
    if (has_line_height_units) {
        units.line_height = line_height_unit(style->text(), units.fonts);
        style = computed_with(units, cascade, parent, context);
    }
    return style;
}

}  // namespace

Px line_height_unit(const TextStyle& style, text::FontBook* fonts) {
    constexpr double kUsual = 1.2;
    switch (style.line_height.kind) {
        case LineHeight::Kind::kNumber:
            return style.line_height.value * style.font.size;
        case LineHeight::Kind::kLength:
            return style.line_height.value;
        case LineHeight::Kind::kNormal:
            break;
    }
    return fonts != nullptr ? fonts->metrics(style.font).normal_line_height()
                            : kUsual * style.font.size;
}

bool apply_value(StyleBuilder& style, const Property& property, const Tokens& value) {
    if (const auto keyword = wide_keyword(value)) {
        apply_wide_keyword(style, property, *keyword);
        return true;
    }
    ValueReader reader(value, style.units);
    return !reader.at_end() && property.read(style, reader) && reader.at_end();
}

StylePtr compute_style(const AppliedBlocks& blocks, const ComputedStyle& parent,
                       const CascadeContext& context) {
    StylePtr style = computed({blocks, {}}, parent, context);
    AppliedBlocks frames;
    for (const css::Animation& animation : style->paint().animations) {
        const StyleBlock* frame = context.last_frame ? context.last_frame(animation) : nullptr;
        if (frame != nullptr) {
            frames.push_back(frame);
        }
    }
    return frames.empty() ? style : computed({blocks, frames}, parent, context);
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
