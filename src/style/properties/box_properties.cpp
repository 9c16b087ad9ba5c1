// The box model and positions (CSS 2.1 §8 to §11).
#include <algorithm>

#include "style/properties/box_style.h"
#include "style/properties/values/box_property_readers.h"

namespace ghreveal::style {

std::optional<css::SizeValue> read_size(ValueReader& reader, css::SizeKeyword unlimited) {
    static constexpr Keyword<css::SizeKeyword> kKeywords[]{
        {"min-content", css::SizeKeyword::kMinContent},
        {"max-content", css::SizeKeyword::kMaxContent},
        {"fit-content", css::SizeKeyword::kFitContent},
        {"-moz-fit-content", css::SizeKeyword::kFitContent},
        {"stretch", css::SizeKeyword::kStretch},
        {"-webkit-fill-available", css::SizeKeyword::kStretch}};
    if (reader.read_ident(unlimited == css::SizeKeyword::kNone ? "none" : "auto")) {
        return css::SizeValue{unlimited, std::nullopt};
    }
    if (const auto keyword = read_keyword(reader, kKeywords)) {
        return css::SizeValue{*keyword, std::nullopt};
    }
    const auto length = reader.read_non_negative_length_percentage();
    return length ? std::optional(css::SizeValue::of(*length)) : std::nullopt;
}

namespace {

using css::LengthPercentage;
using css::SizeKeyword;
using css::SizeValue;

std::optional<LengthPercentage> read_padding(ValueReader& reader) {
    return reader.read_non_negative_length_percentage();
}

std::optional<SizeValue> read_auto_or_length(ValueReader& reader) {
    if (reader.read_ident("auto")) {
        return SizeValue{};
    }
    const auto length = reader.read_length_percentage();
    return length ? std::optional(SizeValue::of(*length)) : std::nullopt;
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

bool read_position_kind(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<Position> kPositions[]{{"static", Position::kStatic},
                                                    {"relative", Position::kRelative},
                                                    {"absolute", Position::kAbsolute},
                                                    {"fixed", Position::kFixed},
                                                    {"sticky", Position::kRelative}};
    // What never scrolls never sticks: it stays where it is, and what is placed in it is placed by
    // it.
    style.is_sticky = !reader.at_end() && reader.peek().is_ident("sticky");
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

// `inline-start` and `inline-end` (CSS Logical Properties 1 §2.2): whether it is the start.
std::optional<bool> read_inline_side(ValueReader& reader) {
    static constexpr Keyword<bool> kSides[]{{"inline-start", true}, {"inline-end", false}};
    return read_keyword(reader, kSides);
}

// By the direction of the containing block, which is nearly always the parent.
bool is_left(const StyleBuilder& style, bool is_start) {
    return is_start == (style.parent.text().direction == Direction::kLeftToRight);
}

bool read_float(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<Float> kFloats[]{
        {"none", Float::kNone}, {"left", Float::kLeft}, {"right", Float::kRight}};
    if (const auto starts = read_inline_side(reader)) {
        style.box.edit().float_side = is_left(style, *starts) ? Float::kLeft : Float::kRight;
        return true;
    }
    return set_keyword<&BoxStyle::float_side>(style, reader, kFloats);
}

bool read_clear(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<Clear> kClears[]{{"none", Clear::kNone},
                                              {"left", Clear::kLeft},
                                              {"right", Clear::kRight},
                                              {"both", Clear::kBoth}};
    if (const auto starts = read_inline_side(reader)) {
        style.box.edit().clear = is_left(style, *starts) ? Clear::kLeft : Clear::kRight;
        return true;
    }
    return set_keyword<&BoxStyle::clear>(style, reader, kClears);
}

constexpr Keyword<Overflow> kOverflows[]{{"visible", Overflow::kVisible},
                                         {"hidden", Overflow::kHidden},
                                         {"clip", Overflow::kClip},
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

using SizeSides = css::Sides<SizeValue>;
using LengthSides = css::Sides<LengthPercentage>;

#define GHREVEAL_SIDE(name, group, side, read)                                  \
    {                                                                           \
        name, false, Phase::kRest,                                              \
            set_side<&BoxStyle::group, &decltype(BoxStyle::group)::side, read>, \
            copy_side<&BoxStyle::group, &decltype(BoxStyle::group)::side>       \
    }

#define GHREVEAL_MOST_SIZE(name, field)                                            \
    {                                                                              \
        name, false, Phase::kRest, set_size<&BoxStyle::field, SizeKeyword::kNone>, \
            GHREVEAL_COPY_BOX(field)                                               \
    }

// `auto`, a ratio or both (CSS Sizing 4 §4).
bool read_aspect_ratio(StyleBuilder& style, ValueReader& reader) {
    bool is_auto = reader.read_ident("auto");
    std::optional<double> ratio = reader.read_non_negative_number();
    const bool has_ratio = ratio.has_value();
    if (ratio && reader.read_slash()) {
        const auto height = reader.read_non_negative_number();
        if (!height) {
            return false;
        }
        ratio = *height > 0 ? std::optional(*ratio / *height) : std::nullopt;
    }
    is_auto = is_auto || reader.read_ident("auto");
    // One of 0 or infinity is none.
    style.box.edit().aspect_ratio = ratio && *ratio > 0 ? ratio : std::nullopt;
    style.box.edit().aspect_ratio_is_auto_first = is_auto;
    return is_auto || has_ratio;
}

bool read_text_overflow(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<bool> kKinds[]{{"clip", false}, {"ellipsis", true}};
    return set_keyword<&BoxStyle::ends_in_ellipsis>(style, reader, kKinds);
}

constexpr Property kProperties[]{
    {"position", false, Phase::kRest, read_position_kind, GHREVEAL_COPY_BOX(position)},
    {"unicode-bidi", false, Phase::kRest, read_unicode_bidi, GHREVEAL_COPY_BOX(unicode_bidi)},
    {"float", false, Phase::kRest, read_float, GHREVEAL_COPY_BOX(float_side)},
    {"clear", false, Phase::kRest, read_clear, GHREVEAL_COPY_BOX(clear)},
    {"aspect-ratio", false, Phase::kRest, read_aspect_ratio,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.box.edit().aspect_ratio = from.box().aspect_ratio;
         style.box.edit().aspect_ratio_is_auto_first = from.box().aspect_ratio_is_auto_first;
     }},
    {"text-overflow", false, Phase::kRest, read_text_overflow, GHREVEAL_COPY_BOX(ends_in_ellipsis)},
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
    GHREVEAL_MOST_SIZE("max-width", max_width),
    GHREVEAL_MOST_SIZE("max-height", max_height),
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
         return read_sides(reader, style.box.edit().padding, read_padding);
     },
     GHREVEAL_COPY_BOX(padding)},
    GHREVEAL_SIDE("padding-top", padding, top, read_padding),
    GHREVEAL_SIDE("padding-right", padding, right, read_padding),
    GHREVEAL_SIDE("padding-bottom", padding, bottom, read_padding),
    GHREVEAL_SIDE("padding-left", padding, left, read_padding),
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
    {"object-position", false, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         BoxStyle& box = style.box.edit();
         return read_position(reader, box.object_position_x, box.object_position_y);
     },
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.box.edit().object_position_x = from.box().object_position_x;
         style.box.edit().object_position_y = from.box().object_position_y;
     }},
    {"object-fit", false, Phase::kRest, read_object_fit, GHREVEAL_COPY_BOX(object_fit)},
};

#undef GHREVEAL_MOST_SIZE
#undef GHREVEAL_SIDE

}  // namespace

std::span<const Property> box_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
