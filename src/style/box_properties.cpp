// The box model, positions and flex (CSS 2.1 §8 to §11, CSS Flexbox 1, CSS Box Alignment 3).
#include <algorithm>

#include "style/properties.h"

namespace ghreveal::style {

namespace {

using css::LengthPercentage;
using css::SizeKeyword;
using css::SizeValue;

#define GHREVEAL_COPY_BOX(field)                         \
    [](StyleBuilder& style, const ComputedStyle& from) { \
        style.box.edit().field = from.box().field;       \
    }

template <auto Member, typename T, std::size_t N>
bool set_keyword(StyleBuilder& style, ValueReader& reader, const Keyword<T> (&keywords)[N]) {
    const auto value = read_keyword(reader, keywords);
    if (value) {
        style.box.edit().*Member = *value;
    }
    return value.has_value();
}

std::optional<SizeValue> read_auto_or_length(ValueReader& reader) {
    if (reader.read_ident("auto")) {
        return SizeValue{};
    }
    const auto length = reader.read_length_percentage();
    return length ? std::optional(SizeValue::of(*length)) : std::nullopt;
}

std::optional<SizeValue> read_size(ValueReader& reader) {
    static constexpr Keyword<SizeKeyword> kKeywords[]{
        {"auto", SizeKeyword::kAuto},
        {"none", SizeKeyword::kNone},
        {"min-content", SizeKeyword::kMinContent},
        {"max-content", SizeKeyword::kMaxContent},
        {"fit-content", SizeKeyword::kFitContent},
        {"-moz-fit-content", SizeKeyword::kFitContent}};
    if (const auto keyword = read_keyword(reader, kKeywords)) {
        return SizeValue{*keyword, std::nullopt};
    }
    const auto length = reader.read_length_percentage();
    return length && (length->has_percentage() || length->px >= 0)
               ? std::optional(SizeValue::of(*length))
               : std::nullopt;
}

template <auto Member>
bool set_size(StyleBuilder& style, ValueReader& reader) {
    const auto size = read_size(reader);
    if (size) {
        style.box.edit().*Member = *size;
    }
    return size.has_value();
}

std::optional<LengthPercentage> read_padding_length(ValueReader& reader) {
    const auto length = reader.read_length_percentage();
    return length && (length->has_percentage() || length->px >= 0) ? length : std::nullopt;
}

// One side of margin, padding or offset.
template <auto Group, auto Side, auto Read>
bool set_side(StyleBuilder& style, ValueReader& reader) {
    const auto value = Read(reader);
    if (value) {
        (style.box.edit().*Group).*Side = *value;
    }
    return value.has_value();
}

template <auto Group, auto Side>
void copy_side(StyleBuilder& style, const ComputedStyle& from) {
    (style.box.edit().*Group).*Side = (from.box().*Group).*Side;
}

bool read_display(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<Display> kDisplays[]{
        {"none", Display::kNone},
        {"inline", Display::kInline},
        {"block", Display::kBlock},
        {"inline-block", Display::kInlineBlock},
        {"list-item", Display::kListItem},
        {"flow-root", Display::kFlowRoot},
        {"flex", Display::kFlex},
        {"-webkit-flex", Display::kFlex},
        {"inline-flex", Display::kInlineFlex},
        {"grid", Display::kGrid},
        {"inline-grid", Display::kInlineGrid},
        {"contents", Display::kContents},
        {"table", Display::kTable},
        {"inline-table", Display::kInlineTable},
        {"table-row-group", Display::kTableRowGroup},
        {"table-header-group", Display::kTableHeaderGroup},
        {"table-footer-group", Display::kTableFooterGroup},
        {"table-row", Display::kTableRow},
        {"table-cell", Display::kTableCell},
        {"table-column-group", Display::kTableColumnGroup},
        {"table-column", Display::kTableColumn},
        {"table-caption", Display::kTableCaption}};
    return set_keyword<&BoxStyle::display>(style, reader, kDisplays);
}

bool read_position_kind(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<Position> kPositions[]{{"static", Position::kStatic},
                                                    {"relative", Position::kRelative},
                                                    {"absolute", Position::kAbsolute},
                                                    {"fixed", Position::kFixed},
                                                    {"sticky", Position::kRelative}};
    return set_keyword<&BoxStyle::position>(style, reader, kPositions);
}

bool read_unicode_bidi(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<UnicodeBidi> kKinds[]{
        {"normal", UnicodeBidi::kNormal},
        {"embed", UnicodeBidi::kEmbed},
        {"isolate", UnicodeBidi::kIsolate},
        {"bidi-override", UnicodeBidi::kBidiOverride},
        {"isolate-override", UnicodeBidi::kIsolateOverride},
        {"plaintext", UnicodeBidi::kPlaintext}};
    return set_keyword<&BoxStyle::unicode_bidi>(style, reader, kKinds);
}

bool read_float(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<Float> kFloats[]{
        {"none", Float::kNone}, {"left", Float::kLeft}, {"right", Float::kRight}};
    return set_keyword<&BoxStyle::float_side>(style, reader, kFloats);
}

bool read_clear(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<Clear> kClears[]{{"none", Clear::kNone},
                                              {"left", Clear::kLeft},
                                              {"right", Clear::kRight},
                                              {"both", Clear::kBoth}};
    return set_keyword<&BoxStyle::clear>(style, reader, kClears);
}

constexpr Keyword<Overflow> kOverflows[]{{"visible", Overflow::kVisible},
                                         {"hidden", Overflow::kHidden},
                                         {"clip", Overflow::kHidden},
                                         {"scroll", Overflow::kScroll},
                                         {"auto", Overflow::kAuto}};

bool read_overflow(StyleBuilder& style, ValueReader& reader) {
    const auto x = read_keyword(reader, kOverflows);
    if (!x) {
        return false;
    }
    style.box.edit().overflow_x = *x;
    style.box.edit().overflow_y = read_keyword(reader, kOverflows).value_or(*x);
    return true;
}

bool read_box_sizing(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<BoxSizing> kSizings[]{{"content-box", BoxSizing::kContentBox},
                                                   {"border-box", BoxSizing::kBorderBox}};
    return set_keyword<&BoxStyle::box_sizing>(style, reader, kSizings);
}

bool read_vertical_align(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<VerticalAlign> kAlignments[]{
        {"baseline", VerticalAlign::kBaseline},
        {"sub", VerticalAlign::kSub},
        {"super", VerticalAlign::kSuper},
        {"text-top", VerticalAlign::kTextTop},
        {"text-bottom", VerticalAlign::kTextBottom},
        {"middle", VerticalAlign::kMiddle},
        {"top", VerticalAlign::kTop},
        {"bottom", VerticalAlign::kBottom}};
    if (set_keyword<&BoxStyle::vertical_align>(style, reader, kAlignments)) {
        return true;
    }
    const auto length = reader.read_length_percentage();
    if (length) {
        style.box.edit().vertical_align = VerticalAlign::kLength;
        style.box.edit().vertical_align_length = *length;
    }
    return length.has_value();
}

bool read_table_layout(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<TableLayout> kLayouts[]{{"auto", TableLayout::kAuto},
                                                     {"fixed", TableLayout::kFixed}};
    return set_keyword<&BoxStyle::table_layout>(style, reader, kLayouts);
}

bool read_object_fit(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<ObjectFit> kFits[]{{"fill", ObjectFit::kFill},
                                                {"contain", ObjectFit::kContain},
                                                {"cover", ObjectFit::kCover},
                                                {"none", ObjectFit::kNone},
                                                {"scale-down", ObjectFit::kScaleDown}};
    return set_keyword<&BoxStyle::object_fit>(style, reader, kFits);
}

constexpr Keyword<FlexDirection> kDirections[]{{"row", FlexDirection::kRow},
                                               {"row-reverse", FlexDirection::kRowReverse},
                                               {"column", FlexDirection::kColumn},
                                               {"column-reverse", FlexDirection::kColumnReverse}};
constexpr Keyword<FlexWrap> kWraps[]{{"nowrap", FlexWrap::kNoWrap},
                                     {"wrap", FlexWrap::kWrap},
                                     {"wrap-reverse", FlexWrap::kWrapReverse}};

bool read_flex_flow(StyleBuilder& style, ValueReader& reader) {
    bool any = false;
    while (!reader.at_end()) {
        if (!set_keyword<&BoxStyle::flex_direction>(style, reader, kDirections) &&
            !set_keyword<&BoxStyle::flex_wrap>(style, reader, kWraps)) {
            return false;
        }
        any = true;
    }
    return any;
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
        const bool unitless = reader.peek().is(css::TokenType::kNumber);
        if (unitless && !has_grow) {
            box.flex_grow = *reader.read_number();
            box.flex_shrink = reader.read_number().value_or(1);
            has_grow = true;
        } else if (const auto basis = read_size(reader); basis && !has_basis) {
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

bool read_alignment(ValueReader& reader, Align& target) {
    static constexpr Keyword<Align> kAlignments[]{{"auto", Align::kAuto},
                                                  {"normal", Align::kNormal},
                                                  {"stretch", Align::kStretch},
                                                  {"start", Align::kStart},
                                                  {"end", Align::kEnd},
                                                  {"left", Align::kStart},
                                                  {"right", Align::kEnd},
                                                  {"flex-start", Align::kFlexStart},
                                                  {"flex-end", Align::kFlexEnd},
                                                  {"center", Align::kCenter},
                                                  {"baseline", Align::kBaseline},
                                                  {"space-between", Align::kSpaceBetween},
                                                  {"space-around", Align::kSpaceAround},
                                                  {"space-evenly", Align::kSpaceEvenly}};
    const auto value = read_keyword(reader, kAlignments);
    target = value.value_or(target);
    return value.has_value();
}

template <auto Member>
bool set_alignment(StyleBuilder& style, ValueReader& reader) {
    return read_alignment(reader, style.box.edit().*Member);
}

// One value for both axes, or one for align-* and one for justify-*.
template <auto AlignMember, auto JustifyMember>
bool set_place(StyleBuilder& style, ValueReader& reader) {
    BoxStyle& box = style.box.edit();
    if (!read_alignment(reader, box.*AlignMember)) {
        return false;
    }
    box.*JustifyMember = box.*AlignMember;
    return reader.at_end() || read_alignment(reader, box.*JustifyMember);
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
    const auto length = read_padding_length(reader);
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
    const auto number = reader.read_number();
    if (number && *number >= 0) {
        style.box.edit().*Member = *number;
    }
    return number && *number >= 0;
}

// Multi-column 1 §3.1 to §3.3.
bool read_one_of_columns(StyleBuilder& style, ValueReader& reader) {
    BoxStyle& box = style.box.edit();
    if (const auto count = reader.read_integer()) {
        box.column_count = std::clamp(*count, 1, 100);
        return *count > 0;
    }
    const auto width = reader.read_length();
    if (width) {
        // §3.1: the used width is at least 1px.
        box.column_width = std::max(1.0, *width);
    }
    return width.has_value();
}

bool read_columns(StyleBuilder& style, ValueReader& reader) {
    style.box.edit().column_count.reset();
    style.box.edit().column_width.reset();
    while (!reader.at_end()) {
        if (!reader.read_ident("auto") && !read_one_of_columns(style, reader)) {
            return false;
        }
    }
    return true;
}

bool read_column_count(StyleBuilder& style, ValueReader& reader) {
    style.box.edit().column_count.reset();
    return reader.read_ident("auto") || read_one_of_columns(style, reader);
}

bool read_column_width(StyleBuilder& style, ValueReader& reader) {
    style.box.edit().column_width.reset();
    return reader.read_ident("auto") || read_one_of_columns(style, reader);
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

bool read_order(StyleBuilder& style, ValueReader& reader) {
    const auto order = reader.read_integer();
    style.box.edit().order = order.value_or(0);
    return order.has_value();
}

using SizeSides = css::Sides<SizeValue>;
using LengthSides = css::Sides<LengthPercentage>;

#define GHREVEAL_SIDE(name, group, side, read)                                  \
    {                                                                           \
        name, false, Phase::kRest,                                              \
            set_side<&BoxStyle::group, &decltype(BoxStyle::group)::side, read>, \
            copy_side<&BoxStyle::group, &decltype(BoxStyle::group)::side>       \
    }
#define GHREVEAL_SIZE(name, field) \
    { name, false, Phase::kRest, set_size<&BoxStyle::field>, GHREVEAL_COPY_BOX(field) }

constexpr Property kProperties[]{
    {"display", false, Phase::kRest, read_display, GHREVEAL_COPY_BOX(display)},
    {"position", false, Phase::kRest, read_position_kind, GHREVEAL_COPY_BOX(position)},
    {"unicode-bidi", false, Phase::kRest, read_unicode_bidi, GHREVEAL_COPY_BOX(unicode_bidi)},
    {"float", false, Phase::kRest, read_float, GHREVEAL_COPY_BOX(float_side)},
    {"clear", false, Phase::kRest, read_clear, GHREVEAL_COPY_BOX(clear)},
    {"overflow", false, Phase::kRest, read_overflow,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.box.edit().overflow_x = from.box().overflow_x;
         style.box.edit().overflow_y = from.box().overflow_y;
     }},
    {"overflow-x", false, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         return set_keyword<&BoxStyle::overflow_x>(style, reader, kOverflows);
     },
     GHREVEAL_COPY_BOX(overflow_x)},
    {"overflow-y", false, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         return set_keyword<&BoxStyle::overflow_y>(style, reader, kOverflows);
     },
     GHREVEAL_COPY_BOX(overflow_y)},
    {"box-sizing", false, Phase::kRest, read_box_sizing, GHREVEAL_COPY_BOX(box_sizing)},
    GHREVEAL_SIZE("width", width),
    GHREVEAL_SIZE("height", height),
    GHREVEAL_SIZE("min-width", min_width),
    GHREVEAL_SIZE("min-height", min_height),
    GHREVEAL_SIZE("max-width", max_width),
    GHREVEAL_SIZE("max-height", max_height),
    {"margin", false, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         return read_sides(reader, style.box.edit().margin, read_auto_or_length);
     },
     GHREVEAL_COPY_BOX(margin)},
    GHREVEAL_SIDE("margin-top", margin, top, read_auto_or_length),
    GHREVEAL_SIDE("margin-right", margin, right, read_auto_or_length),
    GHREVEAL_SIDE("margin-bottom", margin, bottom, read_auto_or_length),
    GHREVEAL_SIDE("margin-left", margin, left, read_auto_or_length),
    {"padding", false, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         return read_sides(reader, style.box.edit().padding, read_padding_length);
     },
     GHREVEAL_COPY_BOX(padding)},
    GHREVEAL_SIDE("padding-top", padding, top, read_padding_length),
    GHREVEAL_SIDE("padding-right", padding, right, read_padding_length),
    GHREVEAL_SIDE("padding-bottom", padding, bottom, read_padding_length),
    GHREVEAL_SIDE("padding-left", padding, left, read_padding_length),
    {"inset", false, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         return read_sides(reader, style.box.edit().offset, read_auto_or_length);
     },
     GHREVEAL_COPY_BOX(offset)},
    GHREVEAL_SIDE("top", offset, top, read_auto_or_length),
    GHREVEAL_SIDE("right", offset, right, read_auto_or_length),
    GHREVEAL_SIDE("bottom", offset, bottom, read_auto_or_length),
    GHREVEAL_SIDE("left", offset, left, read_auto_or_length),
    {"vertical-align", false, Phase::kRest, read_vertical_align,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.box.edit().vertical_align = from.box().vertical_align;
         style.box.edit().vertical_align_length = from.box().vertical_align_length;
     }},
    {"table-layout", false, Phase::kRest, read_table_layout, GHREVEAL_COPY_BOX(table_layout)},
    {"object-fit", false, Phase::kRest, read_object_fit, GHREVEAL_COPY_BOX(object_fit)},
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
    GHREVEAL_SIZE("flex-basis", flex_basis),
    {"order", false, Phase::kRest, read_order, GHREVEAL_COPY_BOX(order)},
    {"justify-content", false, Phase::kRest, set_alignment<&BoxStyle::justify_content>,
     GHREVEAL_COPY_BOX(justify_content)},
    {"align-items", false, Phase::kRest, set_alignment<&BoxStyle::align_items>,
     GHREVEAL_COPY_BOX(align_items)},
    {"align-content", false, Phase::kRest, set_alignment<&BoxStyle::align_content>,
     GHREVEAL_COPY_BOX(align_content)},
    {"align-self", false, Phase::kRest, set_alignment<&BoxStyle::align_self>,
     GHREVEAL_COPY_BOX(align_self)},
    {"justify-items", false, Phase::kRest, set_alignment<&BoxStyle::justify_items>,
     GHREVEAL_COPY_BOX(justify_items)},
    {"justify-self", false, Phase::kRest, set_alignment<&BoxStyle::justify_self>,
     GHREVEAL_COPY_BOX(justify_self)},
    {"place-content", false, Phase::kRest,
     set_place<&BoxStyle::align_content, &BoxStyle::justify_content>,
     copy_place<&BoxStyle::align_content, &BoxStyle::justify_content>},
    {"place-items", false, Phase::kRest,
     set_place<&BoxStyle::align_items, &BoxStyle::justify_items>,
     copy_place<&BoxStyle::align_items, &BoxStyle::justify_items>},
    {"place-self", false, Phase::kRest, set_place<&BoxStyle::align_self, &BoxStyle::justify_self>,
     copy_place<&BoxStyle::align_self, &BoxStyle::justify_self>},
    {"gap", false, Phase::kRest, read_gap, copy_gap},
    {"grid-gap", false, Phase::kRest, read_gap, copy_gap},
    {"grid-row-gap", false, Phase::kRest, read_row_gap, GHREVEAL_COPY_BOX(row_gap)},
    {"grid-column-gap", false, Phase::kRest, read_column_gap, copy_column_gap},
    {"columns", false, Phase::kRest, read_columns, copy_columns},
    {"-webkit-columns", false, Phase::kRest, read_columns, copy_columns},
    {"column-count", false, Phase::kRest, read_column_count, GHREVEAL_COPY_BOX(column_count)},
    {"-webkit-column-count", false, Phase::kRest, read_column_count,
     GHREVEAL_COPY_BOX(column_count)},
    {"column-width", false, Phase::kRest, read_column_width, GHREVEAL_COPY_BOX(column_width)},
    {"-webkit-column-width", false, Phase::kRest, read_column_width,
     GHREVEAL_COPY_BOX(column_width)},
    {"-webkit-column-gap", false, Phase::kRest, read_column_gap, copy_column_gap},
    {"break-inside", false, Phase::kRest, read_break_inside,
     GHREVEAL_COPY_BOX(avoids_breaks_inside)},
    {"-webkit-column-break-inside", false, Phase::kRest, read_break_inside,
     GHREVEAL_COPY_BOX(avoids_breaks_inside)},
    {"page-break-inside", false, Phase::kRest, read_break_inside,
     GHREVEAL_COPY_BOX(avoids_breaks_inside)},
    {"row-gap", false, Phase::kRest, read_row_gap, GHREVEAL_COPY_BOX(row_gap)},
    {"column-gap", false, Phase::kRest, read_column_gap, copy_column_gap},
};

#undef GHREVEAL_COPY_BOX
#undef GHREVEAL_SIDE
#undef GHREVEAL_SIZE

}  // namespace

std::span<const Property> box_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
