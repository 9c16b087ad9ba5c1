// Rules between columns, what spans them and how they are filled (CSS Multi-column Layout 1 §4 to
// §7).
#include "style/properties/box_style.h"
#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "style/properties/properties.h"
#include "style/properties/values/border_readers.h"

namespace ghreveal::style {

namespace {

bool read_rule(StyleBuilder& style, ValueReader& reader) {
    std::optional<Px> width;
    std::optional<BorderStyle> line;
    std::optional<MaybeColor> color;
    while (!reader.at_end()) {
        if (!(!width && (width = read_border_width(reader))) &&
            !(!line && (line = read_border_style(reader))) &&
            !(!color && (color = read_border_color(reader)))) {
            return false;
        }
    }
    PaintStyle& paint = style.paint.edit();
    paint.column_rule_width = width.value_or(StyleBuilder::kMediumBorder);
    paint.column_rule_style = line.value_or(BorderStyle::kNone);
    paint.column_rule_color = color.value_or(MaybeColor{});
    return true;
}

template <auto Member, auto Read>
bool set_paint(StyleBuilder& style, ValueReader& reader) {
    const auto value = Read(reader);
    if (value) {
        style.paint.edit().*Member = *value;
    }
    return value.has_value();
}

template <auto Member>
void copy_paint(StyleBuilder& style, const ComputedStyle& from) {
    style.paint.edit().*Member = from.paint().*Member;
}

bool read_span(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<bool> kSpans[]{{"none", false}, {"all", true}};
    const auto spans = read_keyword(reader, kSpans);
    style.box.edit().spans_columns = spans.value_or(false);
    return spans.has_value();
}

bool read_fill(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<bool> kFills[]{{"balance", false}, {"auto", true}};
    const auto in_turn = read_keyword(reader, kFills);
    style.box.edit().fills_columns_in_turn = in_turn.value_or(false);
    return in_turn.has_value();
}

constexpr Property kProperties[]{
    {"column-rule", false, Phase::kRest, read_rule,
     [](StyleBuilder& style, const ComputedStyle& from) {
         copy_paint<&PaintStyle::column_rule_width>(style, from);
         copy_paint<&PaintStyle::column_rule_style>(style, from);
         copy_paint<&PaintStyle::column_rule_color>(style, from);
     }},
    {"column-rule-width", false, Phase::kRest,
     set_paint<&PaintStyle::column_rule_width, read_border_width>,
     copy_paint<&PaintStyle::column_rule_width>},
    {"column-rule-style", false, Phase::kRest,
     set_paint<&PaintStyle::column_rule_style, read_border_style>,
     copy_paint<&PaintStyle::column_rule_style>},
    {"column-rule-color", false, Phase::kRest,
     set_paint<&PaintStyle::column_rule_color, read_border_color>,
     copy_paint<&PaintStyle::column_rule_color>},
    {"column-span", false, Phase::kRest, read_span,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.box.edit().spans_columns = from.box().spans_columns;
     }},
    {"column-fill", false, Phase::kRest, read_fill,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.box.edit().fills_columns_in_turn = from.box().fills_columns_in_turn;
     }},
};

}  // namespace

std::span<const Property> column_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
