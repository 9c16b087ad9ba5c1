// Lines: which way they run, where they may end, which of them are shown and kept together, and
// what above and below them is trimmed (CSS Text 3 §5.3, CSS Fragmentation 3, CSS Overflow 4 §6,
// CSS Inline 3 §5).
#include "style/properties/box_style.h"
#include "style/properties/properties.h"
#include "style/properties/text_style.h"

namespace ghreveal::style {

namespace {

#define GHREVEAL_COPY_BOX(field)                         \
    [](StyleBuilder& style, const ComputedStyle& from) { \
        style.box.edit().field = from.box().field;       \
    }
#define GHREVEAL_COPY_TEXT(field)                        \
    [](StyleBuilder& style, const ComputedStyle& from) { \
        style.text.edit().field = from.text().field;     \
    }

template <auto Member, typename T, std::size_t N>
bool set_of_text(StyleBuilder& style, ValueReader& reader, const Keyword<T> (&keywords)[N]) {
    const auto value = read_keyword(reader, keywords);
    if (value) {
        style.text.edit().*Member = *value;
    }
    return value.has_value();
}

template <auto Member, typename T, std::size_t N>
bool set_of_box(StyleBuilder& style, ValueReader& reader, const Keyword<T> (&keywords)[N]) {
    const auto value = read_keyword(reader, keywords);
    if (value) {
        style.box.edit().*Member = *value;
    }
    return value.has_value();
}

// With SVG 1.1's names for them (CSS Writing Modes 4 §3.2).
bool read_writing_mode(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<WritingMode> kModes[]{
        {"horizontal-tb", WritingMode::kHorizontal}, {"vertical-rl", WritingMode::kVerticalRl},
        {"vertical-lr", WritingMode::kVerticalLr},   {"sideways-rl", WritingMode::kSidewaysRl},
        {"sideways-lr", WritingMode::kSidewaysLr},   {"lr", WritingMode::kHorizontal},
        {"lr-tb", WritingMode::kHorizontal},         {"rl", WritingMode::kHorizontal},
        {"rl-tb", WritingMode::kHorizontal},         {"tb", WritingMode::kVerticalRl},
        {"tb-rl", WritingMode::kVerticalRl}};
    return set_of_text<&TextStyle::writing_mode>(style, reader, kModes);
}

bool read_text_orientation(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<TextOrientation> kKinds[]{
        {"mixed", TextOrientation::kMixed},
        {"sideways", TextOrientation::kSideways},
        {"sideways-right", TextOrientation::kSideways}};
    return set_of_text<&TextStyle::text_orientation>(style, reader, kKinds);
}

bool read_line_break(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<LineBreak> kKinds[]{{"auto", LineBreak::kAuto},
                                                 {"loose", LineBreak::kLoose},
                                                 {"normal", LineBreak::kNormal},
                                                 {"strict", LineBreak::kStrict},
                                                 {"anywhere", LineBreak::kAnywhere}};
    return set_of_text<&TextStyle::line_break>(style, reader, kKinds);
}

template <int TextStyle::*Member>
bool read_line_count(StyleBuilder& style, ValueReader& reader) {
    const auto count = reader.read_integer();
    if (count && *count >= 1) {
        style.text.edit().*Member = *count;
    }
    return count && *count >= 1;
}

template <bool BoxStyle::*Member>
bool read_column_break(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<bool> kKinds[]{
        {"auto", false},  {"avoid", false}, {"avoid-column", false}, {"avoid-page", false},
        {"page", false},  {"left", false},  {"right", false},        {"recto", false},
        {"verso", false}, {"column", true}};
    return set_of_box<Member>(style, reader, kKinds);
}

bool read_line_clamp(StyleBuilder& style, ValueReader& reader) {
    const bool is_none = reader.read_ident("none");
    const auto count = is_none ? std::optional(0) : reader.read_integer();
    const bool is_value = is_none || (count && *count >= 1);
    if (is_value) {
        style.box.edit().line_clamp = *count;
    }
    return is_value;
}

bool read_box_orient(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<bool> kKinds[]{
        {"horizontal", false}, {"inline-axis", false}, {"vertical", true}, {"block-axis", true}};
    return set_of_box<&BoxStyle::is_legacy_vertical_box>(style, reader, kKinds);
}

bool read_box_trim(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<TextBoxTrim> kKinds[]{{"none", TextBoxTrim::kNone},
                                                   {"trim-start", TextBoxTrim::kStart},
                                                   {"trim-end", TextBoxTrim::kEnd},
                                                   {"trim-both", TextBoxTrim::kBoth}};
    return set_of_box<&BoxStyle::text_box_trim>(style, reader, kKinds);
}

// auto | text | over under
bool read_box_edge(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<TextEdge> kOver[]{
        {"text", TextEdge::kText}, {"cap", TextEdge::kCap}, {"ex", TextEdge::kEx}};
    static constexpr Keyword<TextEdge> kUnder[]{{"text", TextEdge::kText},
                                                {"alphabetic", TextEdge::kAlphabetic}};
    TextBoxEdge edge;
    if (!reader.read_ident("auto")) {
        const auto over = read_keyword(reader, kOver);
        const auto under = over ? read_keyword(reader, kUnder) : std::nullopt;
        if (!over || (!under && *over != TextEdge::kText)) {
            return false;
        }
        edge = {*over, under.value_or(TextEdge::kText)};
    }
    style.text.edit().text_box_edge = edge;
    return true;
}

// normal | trim || edge; an edge alone trims both (CSS Inline 3 §5.3).
bool read_text_box(StyleBuilder& style, ValueReader& reader) {
    style.text.edit().text_box_edge = {};
    style.box.edit().text_box_trim = TextBoxTrim::kNone;
    if (reader.read_ident("normal")) {
        return true;
    }
    bool has_trim = read_box_trim(style, reader);
    const bool has_edge = !reader.at_end() && read_box_edge(style, reader);
    has_trim = has_trim || (!reader.at_end() && read_box_trim(style, reader));
    if (!has_trim) {
        style.box.edit().text_box_trim = TextBoxTrim::kBoth;
    }
    return has_trim || has_edge;
}

// none | block | block-start || block-end; the inline edges, which browsers do not know, neither
// are here.
bool read_margin_trim(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<unsigned> kEdges[]{{"block-start", kTrimBlockStart},
                                                {"block-end", kTrimBlockEnd}};
    unsigned trimmed = kTrimNone;
    const bool is_none = reader.read_ident("none");
    if (!is_none && reader.read_ident("block")) {
        trimmed = kTrimBlockStart | kTrimBlockEnd;
    }
    while (!is_none && !reader.at_end()) {
        const auto edge = read_keyword(reader, kEdges);
        if (!edge || (trimmed & *edge) != 0) {
            return false;
        }
        trimmed |= *edge;
    }
    style.box.edit().margin_trim = static_cast<std::uint8_t>(trimmed);
    return is_none || trimmed != 0;
}

constexpr Property kProperties[]{
    {"writing-mode", true, Phase::kFontAndDirection, read_writing_mode,
     GHREVEAL_COPY_TEXT(writing_mode)},
    {"text-orientation", true, Phase::kRest, read_text_orientation,
     GHREVEAL_COPY_TEXT(text_orientation)},
    {"line-break", true, Phase::kRest, read_line_break, GHREVEAL_COPY_TEXT(line_break)},
    {"orphans", true, Phase::kRest, read_line_count<&TextStyle::orphans>,
     GHREVEAL_COPY_TEXT(orphans)},
    {"widows", true, Phase::kRest, read_line_count<&TextStyle::widows>, GHREVEAL_COPY_TEXT(widows)},
    {"break-before", false, Phase::kRest, read_column_break<&BoxStyle::breaks_column_before>,
     GHREVEAL_COPY_BOX(breaks_column_before)},
    {"break-after", false, Phase::kRest, read_column_break<&BoxStyle::breaks_column_after>,
     GHREVEAL_COPY_BOX(breaks_column_after)},
    {"-webkit-line-clamp", false, Phase::kRest, read_line_clamp, GHREVEAL_COPY_BOX(line_clamp)},
    {"-webkit-box-orient", false, Phase::kRest, read_box_orient,
     GHREVEAL_COPY_BOX(is_legacy_vertical_box)},
    {"margin-trim", false, Phase::kRest, read_margin_trim, GHREVEAL_COPY_BOX(margin_trim)},
    {"text-box-trim", false, Phase::kRest, read_box_trim, GHREVEAL_COPY_BOX(text_box_trim)},
    {"text-box-edge", true, Phase::kRest, read_box_edge, GHREVEAL_COPY_TEXT(text_box_edge)},
    {"text-box", false, Phase::kRest, read_text_box,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.box.edit().text_box_trim = from.box().text_box_trim;
         style.text.edit().text_box_edge = from.text().text_box_edge;
     }},
};

#undef GHREVEAL_COPY_TEXT
#undef GHREVEAL_COPY_BOX

}  // namespace

std::span<const Property> line_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
