// White space and where lines may break in it (CSS Text 4 §3, §6).
#include "style/properties/properties.h"
#include "style/properties/text_style.h"

namespace ghreveal::style {

namespace {

// `white-space` is made of `white-space-collapse` and `text-wrap-mode` (CSS Text 4 §3); what they
// make together has a name of old, but for `preserve-breaks nowrap`, which wraps here.
bool wraps(WhiteSpace white_space) {
    return white_space != WhiteSpace::kNoWrap && white_space != WhiteSpace::kPre;
}

WhiteSpace with_wrap_mode(WhiteSpace white_space, bool wraps) {
    switch (white_space) {
        case WhiteSpace::kNormal:
        case WhiteSpace::kNoWrap:
            return wraps ? WhiteSpace::kNormal : WhiteSpace::kNoWrap;
        case WhiteSpace::kPre:
        case WhiteSpace::kPreWrap:
            return wraps ? WhiteSpace::kPreWrap : WhiteSpace::kPre;
        case WhiteSpace::kBreakSpaces:
            return wraps ? WhiteSpace::kBreakSpaces : WhiteSpace::kPre;
        case WhiteSpace::kPreLine:
            break;
    }
    return white_space;
}

constexpr Keyword<WhiteSpace> kCollapseKinds[]{{"collapse", WhiteSpace::kNormal},
                                               {"preserve", WhiteSpace::kPreWrap},
                                               {"preserve-breaks", WhiteSpace::kPreLine},
                                               {"break-spaces", WhiteSpace::kBreakSpaces}};
constexpr Keyword<bool> kWrapModes[]{{"wrap", true}, {"nowrap", false}};

// A name of old, or what it is made of in any order.
bool read_white_space(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<WhiteSpace> kKinds[]{{"normal", WhiteSpace::kNormal},
                                                  {"pre", WhiteSpace::kPre},
                                                  {"pre-wrap", WhiteSpace::kPreWrap},
                                                  {"pre-line", WhiteSpace::kPreLine}};
    if (const auto kind = read_keyword(reader, kKinds)) {
        style.text.edit().white_space = *kind;
        return true;
    }
    std::optional<WhiteSpace> collapse;
    std::optional<bool> mode;
    while (!reader.at_end()) {
        if (!(!collapse && (collapse = read_keyword(reader, kCollapseKinds))) &&
            !(!mode && (mode = read_keyword(reader, kWrapModes)))) {
            return false;
        }
    }
    if (!collapse && !mode) {
        return false;
    }
    style.text.edit().white_space =
        with_wrap_mode(collapse.value_or(WhiteSpace::kNormal), mode.value_or(true));
    return true;
}

bool read_white_space_collapse(StyleBuilder& style, ValueReader& reader) {
    const bool has_wrapped = wraps(style.text.get().white_space);
    const auto kind = read_keyword(reader, kCollapseKinds);
    if (kind) {
        style.text.edit().white_space = with_wrap_mode(*kind, has_wrapped);
    }
    return kind.has_value();
}

bool read_text_wrap_mode(StyleBuilder& style, ValueReader& reader) {
    const auto mode = read_keyword(reader, kWrapModes);
    if (mode) {
        style.text.edit().white_space = with_wrap_mode(style.text.get().white_space, *mode);
    }
    return mode.has_value();
}

// `pretty` and `stable` may be as `auto` (CSS Text 4 §6.5).
bool read_text_wrap_style(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<TextWrapStyle> kStyles[]{{"auto", TextWrapStyle::kAuto},
                                                      {"balance", TextWrapStyle::kBalance},
                                                      {"pretty", TextWrapStyle::kAuto},
                                                      {"stable", TextWrapStyle::kAuto}};
    const auto value = read_keyword(reader, kStyles);
    if (value) {
        style.text.edit().text_wrap_style = *value;
    }
    return value.has_value();
}

// mode || style
bool read_text_wrap(StyleBuilder& style, ValueReader& reader) {
    TextStyle& text = style.text.edit();
    text.white_space = with_wrap_mode(text.white_space, true);
    text.text_wrap_style = TextWrapStyle::kAuto;
    bool has_mode = false;
    bool has_style = false;
    while (!reader.at_end()) {
        if (!has_mode && read_text_wrap_mode(style, reader)) {
            has_mode = true;
        } else if (!has_style && read_text_wrap_style(style, reader)) {
            has_style = true;
        } else {
            return false;
        }
    }
    return has_mode || has_style;
}

void copy_wrap_mode(StyleBuilder& style, const ComputedStyle& from) {
    style.text.edit().white_space =
        with_wrap_mode(style.text.get().white_space, wraps(from.text().white_space));
}

void copy_text_wrap_style(StyleBuilder& style, const ComputedStyle& from) {
    style.text.edit().text_wrap_style = from.text().text_wrap_style;
}

constexpr Property kProperties[] = {
    {"white-space", true, Phase::kRest, read_white_space,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.text.edit().white_space = from.text().white_space;
     }},
    {"white-space-collapse", true, Phase::kRest, read_white_space_collapse,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.text.edit().white_space =
             with_wrap_mode(from.text().white_space, wraps(style.text.get().white_space));
     }},
    {"text-wrap-mode", true, Phase::kRest, read_text_wrap_mode, copy_wrap_mode},
    {"text-wrap-style", true, Phase::kRest, read_text_wrap_style, copy_text_wrap_style},
    {"text-wrap", true, Phase::kRest, read_text_wrap,
     [](StyleBuilder& style, const ComputedStyle& from) {
         copy_wrap_mode(style, from);
         copy_text_wrap_style(style, from);
     }},
};

}  // namespace

std::span<const Property> white_space_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
