// Text, lists and tables' inherited properties (CSS Text 3, CSS Lists 3, CSS 2.1 §17).
#include "style/properties/properties.h"
#include "style/properties/text_style.h"

namespace ghreveal::style {

namespace {

#define GHREVEAL_COPY_TEXT(field)                        \
    [](StyleBuilder& style, const ComputedStyle& from) { \
        style.text.edit().field = from.text().field;     \
    }

template <auto Member, typename T, std::size_t N>
bool set_keyword(StyleBuilder& style, ValueReader& reader, const Keyword<T> (&keywords)[N]) {
    const auto value = read_keyword(reader, keywords);
    if (value) {
        style.text.edit().*Member = *value;
    }
    return value.has_value();
}

bool read_spacing(ValueReader& reader, Px& target) {
    if (reader.read_ident("normal")) {
        target = 0;
        return true;
    }
    // Percentages are of the font size (CSS Text 4 §9).
    const auto length = reader.read_length_percentage();
    target = length ? length->resolve(reader.units().font_size) : target;
    return length.has_value();
}

bool read_text_align(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<TextAlign> kAlignments[]{
        {"start", TextAlign::kStart},
        {"end", TextAlign::kEnd},
        {"left", TextAlign::kLeft},
        {"right", TextAlign::kRight},
        {"center", TextAlign::kCenter},
        {"justify", TextAlign::kJustify},
        {"-ghreveal-center", TextAlign::kInternalCenter},
        {"-ghreveal-left", TextAlign::kInternalLeft},
        {"-ghreveal-right", TextAlign::kInternalRight},
        {"-webkit-center", TextAlign::kInternalCenter},
        {"-webkit-left", TextAlign::kInternalLeft},
        {"-webkit-right", TextAlign::kInternalRight}};
    return set_keyword<&TextStyle::text_align>(style, reader, kAlignments);
}

bool read_text_align_last(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<TextAlign> kAlignments[]{
        {"start", TextAlign::kStart},   {"end", TextAlign::kEnd},
        {"left", TextAlign::kLeft},     {"right", TextAlign::kRight},
        {"center", TextAlign::kCenter}, {"justify", TextAlign::kJustify}};
    style.text.edit().text_align_last.reset();
    if (reader.read_ident("auto")) {
        return true;
    }
    const auto value = read_keyword(reader, kAlignments);
    style.text.edit().text_align_last = value;
    return value.has_value();
}

bool read_text_transform(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<TextTransform> kTransforms[]{
        {"none", TextTransform::kNone},
        {"uppercase", TextTransform::kUppercase},
        {"lowercase", TextTransform::kLowercase},
        {"capitalize", TextTransform::kCapitalize}};
    return set_keyword<&TextStyle::text_transform>(style, reader, kTransforms);
}

bool read_overflow_wrap(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<OverflowWrap> kKinds[]{{"normal", OverflowWrap::kNormal},
                                                    {"break-word", OverflowWrap::kBreakWord},
                                                    {"anywhere", OverflowWrap::kAnywhere}};
    return set_keyword<&TextStyle::overflow_wrap>(style, reader, kKinds);
}

bool read_word_break(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<WordBreak> kKinds[]{{"normal", WordBreak::kNormal},
                                                 {"break-all", WordBreak::kBreakAll},
                                                 {"keep-all", WordBreak::kKeepAll},
                                                 {"break-word", WordBreak::kBreakWord}};
    return set_keyword<&TextStyle::word_break>(style, reader, kKinds);
}

bool read_direction(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<Direction> kDirections[]{{"ltr", Direction::kLeftToRight},
                                                      {"rtl", Direction::kRightToLeft}};
    return set_keyword<&TextStyle::direction>(style, reader, kDirections);
}

bool read_border_collapse(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<BorderCollapse> kKinds[]{{"separate", BorderCollapse::kSeparate},
                                                      {"collapse", BorderCollapse::kCollapse}};
    return set_keyword<&TextStyle::border_collapse>(style, reader, kKinds);
}

bool read_caption_side(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<CaptionSide> kSides[]{{"top", CaptionSide::kTop},
                                                   {"bottom", CaptionSide::kBottom}};
    return set_keyword<&TextStyle::caption_side>(style, reader, kSides);
}

bool read_list_position(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<ListStylePosition> kPositions[]{
        {"outside", ListStylePosition::kOutside}, {"inside", ListStylePosition::kInside}};
    return set_keyword<&TextStyle::list_style_position>(style, reader, kPositions);
}

bool read_text_indent(StyleBuilder& style, ValueReader& reader) {
    const auto indent = reader.read_length_percentage();
    if (indent) {
        style.text.edit().text_indent = *indent;
    }
    return indent.has_value();
}

bool read_tab_size(StyleBuilder& style, ValueReader& reader) {
    if (const auto spaces = reader.read_non_negative_number()) {
        style.text.edit().tab_size = {*spaces, false};
        return true;
    }
    const auto length = reader.read_non_negative_length();
    if (length) {
        style.text.edit().tab_size = {*length, true};
    }
    return length.has_value();
}

bool read_hyphens(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<Hyphens> kKinds[]{
        {"none", Hyphens::kNone}, {"manual", Hyphens::kManual}, {"auto", Hyphens::kAuto}};
    return set_keyword<&TextStyle::hyphens>(style, reader, kKinds);
}

bool read_hyphenate_character(StyleBuilder& style, ValueReader& reader) {
    const bool is_auto = reader.read_ident("auto");
    const auto text = is_auto ? std::string() : reader.read_string();
    if (text) {
        style.text.edit().hyphenate_character = *text;
    }
    return text.has_value();
}

bool read_border_spacing(StyleBuilder& style, ValueReader& reader) {
    const auto x = reader.read_non_negative_length();
    if (!x) {
        return false;
    }
    style.text.edit().border_spacing_x = *x;
    style.text.edit().border_spacing_y = reader.read_non_negative_length().value_or(*x);
    return true;
}

bool read_list_type(StyleBuilder& style, ValueReader& reader) {
    if (const auto text = reader.read_string()) {
        style.text.edit().list_style_type = "\"" + *text + "\"";
        return true;
    }
    const auto name = reader.read_custom_ident();
    if (name) {
        style.text.edit().list_style_type = *name;
    }
    return name.has_value();
}

bool read_list_image(StyleBuilder& style, ValueReader& reader) {
    if (reader.read_ident("none")) {
        style.text.edit().list_style_image.clear();
        return true;
    }
    const auto address = reader.read_url();
    if (address) {
        style.text.edit().list_style_image = *address;
    }
    return address.has_value();
}

// type || position || image; `none` is for the type, for the image, or for both (CSS Lists 3 §3.6).
bool read_list_style(StyleBuilder& style, ValueReader& reader) {
    TextStyle& text = style.text.edit();
    text.list_style_type = "disc";
    text.list_style_image.clear();
    text.list_style_position = ListStylePosition::kOutside;
    int nones = 0;
    bool has_position = false;
    bool has_image = false;
    bool has_type = false;
    while (!reader.at_end()) {
        const bool url = reader.peek().is(css::TokenType::kUrl) || reader.peek().is_function("url");
        if (reader.read_ident("none")) {
            ++nones;
        } else if (!has_position && read_list_position(style, reader)) {
            has_position = true;
        } else if (url && !has_image && read_list_image(style, reader)) {
            has_image = true;
        } else if (!url && !has_type && read_list_type(style, reader)) {
            has_type = true;
        } else {
            return false;
        }
    }
    if (nones > 0 && !has_type) {
        text.list_style_type = "none";
    }
    return nones + (has_image ? 1 : 0) + (has_type ? 1 : 0) <= 2;
}

bool read_quotes(StyleBuilder& style, ValueReader& reader) {
    std::vector<std::pair<std::string, std::string>> quotes;
    if (!reader.read_ident("none")) {
        while (const auto open = reader.read_string()) {
            const auto close = reader.read_string();
            if (!close) {
                return false;
            }
            quotes.emplace_back(*open, *close);
        }
        if (quotes.empty()) {
            style.text.edit().quotes.reset();
            return reader.read_ident("auto");
        }
    }
    style.text.edit().quotes = std::move(quotes);
    return true;
}

constexpr Property kProperties[]{
    {"text-align", true, Phase::kRest, read_text_align, GHREVEAL_COPY_TEXT(text_align)},
    {"text-align-last", true, Phase::kRest, read_text_align_last,
     GHREVEAL_COPY_TEXT(text_align_last)},
    {"text-indent", true, Phase::kRest, read_text_indent, GHREVEAL_COPY_TEXT(text_indent)},
    {"text-transform", true, Phase::kRest, read_text_transform, GHREVEAL_COPY_TEXT(text_transform)},
    {"letter-spacing", true, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         return read_spacing(reader, style.text.edit().letter_spacing);
     },
     GHREVEAL_COPY_TEXT(letter_spacing)},
    {"word-spacing", true, Phase::kRest,
     [](StyleBuilder& style, ValueReader& reader) {
         return read_spacing(reader, style.text.edit().word_spacing);
     },
     GHREVEAL_COPY_TEXT(word_spacing)},
    {"overflow-wrap", true, Phase::kRest, read_overflow_wrap, GHREVEAL_COPY_TEXT(overflow_wrap)},
    {"word-wrap", true, Phase::kRest, read_overflow_wrap, GHREVEAL_COPY_TEXT(overflow_wrap)},
    {"word-break", true, Phase::kRest, read_word_break, GHREVEAL_COPY_TEXT(word_break)},
    {"tab-size", true, Phase::kRest, read_tab_size, GHREVEAL_COPY_TEXT(tab_size)},
    {"hyphens", true, Phase::kRest, read_hyphens, GHREVEAL_COPY_TEXT(hyphens)},
    {"hyphenate-character", true, Phase::kRest, read_hyphenate_character,
     GHREVEAL_COPY_TEXT(hyphenate_character)},
    {"direction", true, Phase::kFontAndDirection, read_direction, GHREVEAL_COPY_TEXT(direction)},
    {"border-collapse", true, Phase::kRest, read_border_collapse,
     GHREVEAL_COPY_TEXT(border_collapse)},
    {"caption-side", true, Phase::kRest, read_caption_side, GHREVEAL_COPY_TEXT(caption_side)},
    {"quotes", true, Phase::kRest, read_quotes, GHREVEAL_COPY_TEXT(quotes)},
    {"list-style-type", true, Phase::kRest, read_list_type, GHREVEAL_COPY_TEXT(list_style_type)},
    {"list-style-position", true, Phase::kRest, read_list_position,
     GHREVEAL_COPY_TEXT(list_style_position)},
    {"list-style-image", true, Phase::kRest, read_list_image, GHREVEAL_COPY_TEXT(list_style_image)},
    {"list-style", true, Phase::kRest, read_list_style,
     [](StyleBuilder& style, const ComputedStyle& from) {
         TextStyle& text = style.text.edit();
         text.list_style_type = from.text().list_style_type;
         text.list_style_position = from.text().list_style_position;
         text.list_style_image = from.text().list_style_image;
     }},
    {"border-spacing", true, Phase::kRest, read_border_spacing,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.text.edit().border_spacing_x = from.text().border_spacing_x;
         style.text.edit().border_spacing_y = from.text().border_spacing_y;
     }},
};

#undef GHREVEAL_COPY_TEXT

}  // namespace

std::span<const Property> text_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
