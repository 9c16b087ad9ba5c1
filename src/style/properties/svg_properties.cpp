// Properties of SVG's elements (SVG 2 §11.8, §13): values are checked, and kept as text.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "style/properties/properties.h"
#include "style/properties/values/svg_values.h"

namespace ghreveal::style {

namespace {

using Words = std::string_view;  // keywords, a blank between them

// What a value is made of.
enum class Kind : std::uint8_t {
    kKeyword,
    kPaint,  // <color>, none, or a paint server with either behind it
    kColor,
    kOpacity,
    kLength,
    kNonNegativeLength,
    kDashes,
    kNonNegativeNumber,
    kMarker
};

struct SvgProperty {
    std::string_view name;
    Kind kind;
    Words words{};
};

constexpr std::array kInherited{
    SvgProperty{"clip-rule", Kind::kKeyword, "nonzero evenodd"},
    SvgProperty{"dominant-baseline", Kind::kKeyword,
                "auto alphabetic ideographic middle central mathematical hanging text-before-edge "
                "text-after-edge use-script no-change reset-size"},
    SvgProperty{"fill", Kind::kPaint},
    SvgProperty{"fill-opacity", Kind::kOpacity},
    SvgProperty{"fill-rule", Kind::kKeyword, "nonzero evenodd"},
    SvgProperty{"marker-end", Kind::kMarker},
    SvgProperty{"marker-mid", Kind::kMarker},
    SvgProperty{"marker-start", Kind::kMarker},
    SvgProperty{"stroke", Kind::kPaint},
    SvgProperty{"stroke-dasharray", Kind::kDashes},
    SvgProperty{"stroke-dashoffset", Kind::kLength},
    SvgProperty{"stroke-linecap", Kind::kKeyword, "butt round square"},
    SvgProperty{"stroke-linejoin", Kind::kKeyword, "miter round bevel"},
    SvgProperty{"stroke-miterlimit", Kind::kNonNegativeNumber},
    SvgProperty{"stroke-opacity", Kind::kOpacity},
    SvgProperty{"stroke-width", Kind::kNonNegativeLength},
    SvgProperty{"text-anchor", Kind::kKeyword, "start middle end"}};
constexpr std::array kOwn{
    SvgProperty{"flood-color", Kind::kColor}, SvgProperty{"flood-opacity", Kind::kOpacity},
    SvgProperty{"stop-color", Kind::kColor}, SvgProperty{"stop-opacity", Kind::kOpacity}};

bool reads_word(ValueReader& reader, Words words) {
    while (!words.empty()) {
        const Words word = words.substr(0, words.find(' '));
        if (reader.read_ident(word)) {
            return true;
        }
        words.remove_prefix(std::min(words.size(), word.size() + 1));
    }
    return false;
}

// In SVG a number is a length too: of px.
bool reads_length(ValueReader& reader, bool may_be_negative) {
    if (const auto number = reader.read_number()) {
        return may_be_negative || *number >= 0;
    }
    return may_be_negative ? reader.read_length_percentage().has_value()
                           : reader.read_non_negative_length_percentage().has_value();
}

bool reads_opacity(ValueReader& reader) {
    if (reader.read_number()) {
        return true;
    }
    const bool is_percentage = !reader.at_end() && reader.peek().is(css::TokenType::kPercentage);
    if (is_percentage) {
        reader.next();
    }
    return is_percentage;
}

bool reads_color_or_none(ValueReader& reader) {
    return reader.read_ident("none") || reader.read_color().has_value();
}

bool reads_paint(ValueReader& reader) {
    if (reader.read_url()) {
        return reader.at_end() || reads_color_or_none(reader);
    }
    return reads_word(reader, "context-fill context-stroke") || reads_color_or_none(reader);
}

bool reads_dashes(ValueReader& reader) {
    if (reader.read_ident("none")) {
        return true;
    }
    while (reads_length(reader, false)) {
        if (reader.at_end()) {
            return true;
        }
        if (reader.read_comma() && reader.at_end()) {
            return false;
        }
    }
    return false;
}

bool reads(const SvgProperty& property, ValueReader& reader) {
    switch (property.kind) {
        case Kind::kKeyword:
            return reads_word(reader, property.words);
        case Kind::kPaint:
            return reads_paint(reader);
        case Kind::kColor:
            return reader.read_color().has_value();
        case Kind::kOpacity:
            return reads_opacity(reader);
        case Kind::kLength:
            return reads_length(reader, true);
        case Kind::kNonNegativeLength:
            return reads_length(reader, false);
        case Kind::kDashes:
            return reads_dashes(reader);
        case Kind::kNonNegativeNumber:
            return reader.read_non_negative_number().has_value();
        case Kind::kMarker:
            return reader.read_ident("none") || reader.read_url().has_value();
    }
    return false;
}

void append_token(std::string& text, const css::Token& token) {
    switch (token.type) {
        case css::TokenType::kFunction:
            text += std::string(token.value()) + "(";
            break;
        case css::TokenType::kHash:
            text += "#" + std::string(token.value());
            break;
        case css::TokenType::kNumber:
            text += fmt::format("{}", token.number);
            break;
        case css::TokenType::kPercentage:
            text += fmt::format("{}%", token.number);
            break;
        case css::TokenType::kUrl:
            text += fmt::format("url({})", token.value());
            break;
        case css::TokenType::kString:
            text += fmt::format("\"{}\"", token.value());
            break;
        case css::TokenType::kComma:
            text += ",";
            break;
        case css::TokenType::kOpenParen:
            text += "(";
            break;
        case css::TokenType::kCloseParen:
            text += ")";
            break;
        default:
            text += token.value();
            break;
    }
}

// What librsvg knows no notation of: `oklch(…)`, `color-mix(…)`. Empty, and nothing read, for all
// else.
std::string modern_color(ValueReader& reader) {
    const css::Token& token = reader.peek();
    const bool is_known = token.is_function("rgb") || token.is_function("rgba") ||
                          token.is_function("hsl") || token.is_function("hsla");
    if (!token.is(css::TokenType::kFunction) || is_known) {
        return "";
    }
    const std::size_t start = reader.position();
    const auto color = reader.read_color();
    if (!color || color->is_current) {
        reader.rewind(start);
        return "";
    }
    return fmt::format("rgba({},{},{},{})", color->color.red, color->color.green, color->color.blue,
                       color->color.alpha);
}

// What is left to be read, once it is known to be a value; lengths in px.
std::string text_of(ValueReader& reader) {
    std::string text;
    while (!reader.at_end()) {
        const css::Token& token = reader.peek();
        const bool is_tight = text.empty() || text.back() == '(' ||
                              token.is(css::TokenType::kComma) ||
                              token.is(css::TokenType::kCloseParen);
        text += is_tight ? "" : " ";
        const std::optional<Px> length =
            token.is(css::TokenType::kDimension) ? reader.read_length() : std::nullopt;
        if (length) {
            text += fmt::format("{}px", *length);
        } else if (const std::string color = modern_color(reader); !color.empty()) {
            text += color;
        } else {
            append_token(text, token);
            reader.next();
        }
    }
    return text;
}

void set(SvgValues& values, std::string_view name, std::string text) {
    const auto at = std::lower_bound(
        values.begin(), values.end(), name,
        [](const auto& one, std::string_view wanted) { return one.first < wanted; });
    const bool is_there = at != values.end() && at->first == name;
    if (text.empty()) {
        if (is_there) {
            values.erase(at);
        }
    } else if (is_there) {
        at->second = std::move(text);
    } else {
        values.emplace(at, name, std::move(text));
    }
}

std::string get(const SvgValues& values, std::string_view name) {
    const auto at = std::find_if(values.begin(), values.end(),
                                 [name](const auto& one) { return one.first == name; });
    return at == values.end() ? "" : at->second;
}

bool take(const SvgProperty& property, SvgValues& values, ValueReader& reader) {
    const std::size_t start = reader.position();
    if (!reads(property, reader) || !reader.at_end()) {
        return false;
    }
    reader.rewind(start);
    set(values, property.name, text_of(reader));
    return true;
}

template <std::size_t I>
bool read_inherited(StyleBuilder& style, ValueReader& reader) {
    return take(kInherited[I], style.ink.edit().svg, reader);
}

template <std::size_t I>
void copy_inherited(StyleBuilder& style, const ComputedStyle& from) {
    set(style.ink.edit().svg, kInherited[I].name, get(from.ink().svg, kInherited[I].name));
}

template <std::size_t I>
bool read_own(StyleBuilder& style, ValueReader& reader) {
    return take(kOwn[I], style.paint.edit().svg, reader);
}

template <std::size_t I>
void copy_own(StyleBuilder& style, const ComputedStyle& from) {
    set(style.paint.edit().svg, kOwn[I].name, get(from.paint().svg, kOwn[I].name));
}

template <std::size_t... Inherited, std::size_t... Own>
constexpr auto make_table(std::index_sequence<Inherited...>, std::index_sequence<Own...>) {
    return std::array{
        Property{kInherited[Inherited].name, true, Phase::kRest, read_inherited<Inherited>,
                 copy_inherited<Inherited>}...,
        Property{kOwn[Own].name, false, Phase::kRest, read_own<Own>, copy_own<Own>}...};
}

}  // namespace

std::span<const Property> svg_properties() {
    static constexpr auto kTable = make_table(std::make_index_sequence<kInherited.size()>(),
                                              std::make_index_sequence<kOwn.size()>());
    return kTable;
}

}  // namespace ghreveal::style
