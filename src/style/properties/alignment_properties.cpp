// Flex and grid items and their gaps, columns (CSS Flexbox 1, CSS Box Alignment 3, CSS Multi-column
// Layout 1).
#include <algorithm>

#include "style/properties/box_style.h"
#include "style/properties/values/alignment_reader.h"
#include "style/properties/values/box_property_readers.h"

namespace ghreveal::style {

namespace {

using css::LengthPercentage;
using css::SizeValue;

constexpr Keyword<FlexDirection> kDirections[]{{"row", FlexDirection::kRow},
                                               {"row-reverse", FlexDirection::kRowReverse},
                                               {"column", FlexDirection::kColumn},
                                               {"column-reverse", FlexDirection::kColumnReverse}};
constexpr Keyword<FlexWrap> kWraps[]{{"nowrap", FlexWrap::kNoWrap},
                                     {"wrap", FlexWrap::kWrap},
                                     {"wrap-reverse", FlexWrap::kWrapReverse}};

bool read_flex_flow(StyleBuilder& style, ValueReader& reader) {
    bool has_direction = false;
    bool has_wrap = false;
    while (!reader.at_end()) {
        if (!has_direction && set_keyword<&BoxStyle::flex_direction>(style, reader, kDirections)) {
            has_direction = true;
        } else if (!has_wrap && set_keyword<&BoxStyle::flex_wrap>(style, reader, kWraps)) {
            has_wrap = true;
        } else {
            return false;
        }
    }
    return has_direction || has_wrap;
}

// A size, or `content` (CSS Flexbox 1 §7.2.1): what an automatic basis is when no size is given.
std::optional<SizeValue> read_basis(ValueReader& reader) {
    if (reader.read_ident("content")) {
        SizeValue basis;
        basis.keyword = css::SizeKeyword::kMaxContent;
        return basis;
    }
    return read_size(reader, css::SizeKeyword::kAuto);
}

bool read_flex_basis(StyleBuilder& style, ValueReader& reader) {
    const auto basis = read_basis(reader);
    if (basis) {
        style.box.edit().flex_basis = *basis;
    }
    return basis.has_value();
}

// none | <grow> <shrink>? || <basis> (CSS Flexbox 1 §7.1)
bool read_flex(StyleBuilder& style, ValueReader& reader) {
    BoxStyle& box = style.box.edit();
    if (reader.read_ident("none")) {
        box.flex_grow = 0;
        box.flex_shrink = 0;
        box.flex_basis = {};
        return true;
    }
    box.flex_grow = 1;
    box.flex_shrink = 1;
    bool has_basis = false;
    bool has_grow = false;
    while (!reader.at_end()) {
        const auto grow = has_grow ? std::nullopt : reader.read_non_negative_number();
        if (grow) {
            box.flex_grow = *grow;
            box.flex_shrink = reader.read_non_negative_number().value_or(1);
            has_grow = true;
        } else if (const auto basis = read_basis(reader); basis && !has_basis) {
            box.flex_basis = *basis;
            has_basis = true;
        } else {
            return false;
        }
    }
    if (!has_basis && has_grow) {
        box.flex_basis = SizeValue::of({0, 0});
    }
    return has_basis || has_grow;
}

template <auto Member, int Allowed>
bool set_alignment(StyleBuilder& style, ValueReader& reader) {
    return read_alignment(reader, Allowed, style.box.edit().*Member);
}

// One value for both axes, or one for align-* and one for justify-*.
template <auto AlignMember, auto JustifyMember, int Allowed>
bool set_place(StyleBuilder& style, ValueReader& reader) {
    BoxStyle& box = style.box.edit();
    if (!read_alignment(reader, Allowed | (Allowed == kOfContent ? kBaseline : 0),
                        box.*AlignMember)) {
        return false;
    }
    box.*JustifyMember = box.*AlignMember;
    return reader.at_end() || read_alignment(reader, Allowed | kLeftAndRight, box.*JustifyMember);
}

template <auto AlignMember, auto JustifyMember>
void copy_place(StyleBuilder& style, const ComputedStyle& from) {
    style.box.edit().*AlignMember = from.box().*AlignMember;
    style.box.edit().*JustifyMember = from.box().*JustifyMember;
}

struct Gap {
    bool is_normal = false;
    LengthPercentage length;
};

std::optional<Gap> read_gap_length(ValueReader& reader) {
    if (reader.read_ident("normal")) {
        return Gap{true, {}};
    }
    const auto length = reader.read_non_negative_length_percentage();
    return length ? std::optional(Gap{false, *length}) : std::nullopt;
}

void set_column_gap(StyleBuilder& style, const Gap& gap) {
    style.box.edit().column_gap = gap.length;
    style.box.edit().column_gap_is_normal = gap.is_normal;
}

bool read_gap(StyleBuilder& style, ValueReader& reader) {
    const auto row = read_gap_length(reader);
    if (!row) {
        return false;
    }
    style.box.edit().row_gap = row->length;
    set_column_gap(style, read_gap_length(reader).value_or(*row));
    return true;
}

void copy_gap(StyleBuilder& style, const ComputedStyle& from) {
    style.box.edit().row_gap = from.box().row_gap;
    style.box.edit().column_gap = from.box().column_gap;
    style.box.edit().column_gap_is_normal = from.box().column_gap_is_normal;
}

bool read_row_gap(StyleBuilder& style, ValueReader& reader) {
    const auto gap = read_gap_length(reader);
    if (gap) {
        style.box.edit().row_gap = gap->length;
    }
    return gap.has_value();
}

bool read_column_gap(StyleBuilder& style, ValueReader& reader) {
    const auto gap = read_gap_length(reader);
    if (gap) {
        set_column_gap(style, *gap);
    }
    return gap.has_value();
}

void copy_column_gap(StyleBuilder& style, const ComputedStyle& from) {
    style.box.edit().column_gap = from.box().column_gap;
    style.box.edit().column_gap_is_normal = from.box().column_gap_is_normal;
}

template <auto Member>
bool set_number(StyleBuilder& style, ValueReader& reader) {
    const auto number = reader.read_non_negative_number();
    if (number) {
        style.box.edit().*Member = *number;
    }
    return number.has_value();
}

// Multi-column 1 §3.1 to §3.3.
bool read_column_count(StyleBuilder& style, ValueReader& reader) {
    style.box.edit().column_count.reset();
    if (reader.read_ident("auto")) {
        return true;
    }
    const auto count =
        !reader.at_end() && reader.peek().number >= 1 ? reader.read_integer() : std::nullopt;
    if (!count) {
        return false;
    }
    style.box.edit().column_count = std::min(*count, reader.limits().columns);
    return true;
}

bool read_column_width(StyleBuilder& style, ValueReader& reader) {
    style.box.edit().column_width.reset();
    if (reader.read_ident("auto")) {
        return true;
    }
    const auto width = reader.read_non_negative_length();
    if (width) {
        // §3.1: the used width is at least 1px.
        style.box.edit().column_width = std::max(1.0, *width);
    }
    return width.has_value();
}

bool read_columns(StyleBuilder& style, ValueReader& reader) {
    style.box.edit().column_count.reset();
    style.box.edit().column_width.reset();
    int autos = 0;
    bool has_count = false;
    bool has_width = false;
    while (!reader.at_end()) {
        if (reader.read_ident("auto")) {
            ++autos;
        } else if (!has_count && read_column_count(style, reader)) {
            has_count = true;
        } else if (!has_width && read_column_width(style, reader)) {
            has_width = true;
        } else {
            return false;
        }
    }
    return autos + (has_count ? 1 : 0) + (has_width ? 1 : 0) <= 2;
}

void copy_columns(StyleBuilder& style, const ComputedStyle& from) {
    style.box.edit().column_count = from.box().column_count;
    style.box.edit().column_width = from.box().column_width;
}

bool read_break_inside(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<bool> kBreaks[]{
        {"auto", false}, {"avoid", true}, {"avoid-column", true}, {"avoid-page", false}};
    return set_keyword<&BoxStyle::avoids_breaks_inside>(style, reader, kBreaks);
}

// By their names of before CSS Fragmentation 3, these know two values.
bool read_old_break_inside(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<bool> kBreaks[]{{"auto", false}, {"avoid", true}};
    return set_keyword<&BoxStyle::avoids_breaks_inside>(style, reader, kBreaks);
}

bool read_order(StyleBuilder& style, ValueReader& reader) {
    const auto order = reader.read_integer();
    style.box.edit().order = order.value_or(0);
    return order.has_value();
}

constexpr Property kProperties[]{
    {"flex-direction", false, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         return set_keyword<&BoxStyle::flex_direction>(style, reader, kDirections);
     },
     GHREVEAL_COPY_BOX(flex_direction)},
    {"flex-wrap", false, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         return set_keyword<&BoxStyle::flex_wrap>(style, reader, kWraps);
     },
     GHREVEAL_COPY_BOX(flex_wrap)},
    {"flex-flow", false, Phase::kRest, read_flex_flow,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.box.edit().flex_direction = from.box().flex_direction;
         style.box.edit().flex_wrap = from.box().flex_wrap;
     }},
    {"flex", false, Phase::kRest, read_flex,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.box.edit().flex_grow = from.box().flex_grow;
         style.box.edit().flex_shrink = from.box().flex_shrink;
         style.box.edit().flex_basis = from.box().flex_basis;
     }},
    {"flex-grow", false, Phase::kRest, set_number<&BoxStyle::flex_grow>,
     GHREVEAL_COPY_BOX(flex_grow)},
    {"flex-shrink", false, Phase::kRest, set_number<&BoxStyle::flex_shrink>,
     GHREVEAL_COPY_BOX(flex_shrink)},
    {"flex-basis", false, Phase::kRest, read_flex_basis, GHREVEAL_COPY_BOX(flex_basis)},
    {"order", false, Phase::kRest, read_order, GHREVEAL_COPY_BOX(order)},
    {"justify-content", false, Phase::kRest,
     set_alignment<&BoxStyle::justify_content, kOfContent | kLeftAndRight>,
     GHREVEAL_COPY_BOX(justify_content)},
    {"align-items", false, Phase::kRest, set_alignment<&BoxStyle::align_items, kOfItems>,
     GHREVEAL_COPY_BOX(align_items)},
    {"align-content", false, Phase::kRest,
     set_alignment<&BoxStyle::align_content, kOfContent | kBaseline>,
     GHREVEAL_COPY_BOX(align_content)},
    {"align-self", false, Phase::kRest, set_alignment<&BoxStyle::align_self, kOfItems | kAuto>,
     GHREVEAL_COPY_BOX(align_self)},
    {"justify-items", false, Phase::kRest,
     set_alignment<&BoxStyle::justify_items, kOfItems | kLeftAndRight>,
     GHREVEAL_COPY_BOX(justify_items)},
    {"justify-self", false, Phase::kRest,
     set_alignment<&BoxStyle::justify_self, kOfItems | kAuto | kLeftAndRight>,
     GHREVEAL_COPY_BOX(justify_self)},
    {"place-content", false, Phase::kRest,
     set_place<&BoxStyle::align_content, &BoxStyle::justify_content, kOfContent>,
     copy_place<&BoxStyle::align_content, &BoxStyle::justify_content>},
    {"place-items", false, Phase::kRest,
     set_place<&BoxStyle::align_items, &BoxStyle::justify_items, kOfItems>,
     copy_place<&BoxStyle::align_items, &BoxStyle::justify_items>},
    {"place-self", false, Phase::kRest,
     set_place<&BoxStyle::align_self, &BoxStyle::justify_self, kOfItems | kAuto>,
     copy_place<&BoxStyle::align_self, &BoxStyle::justify_self>},
    {"gap", false, Phase::kRest, read_gap, copy_gap},
    {"grid-gap", false, Phase::kRest, read_gap, copy_gap},
    {"grid-row-gap", false, Phase::kRest, read_row_gap, GHREVEAL_COPY_BOX(row_gap)},
    {"grid-column-gap", false, Phase::kRest, read_column_gap, copy_column_gap},
    {"columns", false, Phase::kRest, read_columns, copy_columns},
    {"column-count", false, Phase::kRest, read_column_count, GHREVEAL_COPY_BOX(column_count)},
    {"column-width", false, Phase::kRest, read_column_width, GHREVEAL_COPY_BOX(column_width)},
    {"break-inside", false, Phase::kRest, read_break_inside,
     GHREVEAL_COPY_BOX(avoids_breaks_inside)},
    {"-webkit-column-break-inside", false, Phase::kRest, read_old_break_inside,
     GHREVEAL_COPY_BOX(avoids_breaks_inside)},
    {"page-break-inside", false, Phase::kRest, read_old_break_inside,
     GHREVEAL_COPY_BOX(avoids_breaks_inside)},
    {"row-gap", false, Phase::kRest, read_row_gap, GHREVEAL_COPY_BOX(row_gap)},
    {"column-gap", false, Phase::kRest, read_column_gap, copy_column_gap},
};

}  // namespace

std::span<const Property> alignment_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
