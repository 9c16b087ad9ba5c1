#include "css/descriptors/font_face.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "support/ascii.h"

namespace ghreveal::css {

namespace {

// CSS Fonts 4 §4.3: one weight, or the first and the last.
std::array<int, 2> face_weight(const Tokens& value) {
    constexpr int kNormal = 400;
    constexpr int kBold = 700;
    std::vector<int> ends;
    for (const Token& token : value) {
        if (token.is(TokenType::kNumber)) {
            ends.push_back(static_cast<int>(std::clamp(token.number, 1.0, 1000.0)));
        } else if (token.is(TokenType::kIdent)) {
            ends.push_back(token.is_ident("bold") ? kBold : kNormal);
        }
    }
    if (ends.empty()) {
        return {kNormal, kNormal};
    }
    const auto [first, last] = std::minmax(ends.front(), ends.back());
    return {first, last};
}

std::array<double, 2> face_stretch(const Tokens& value) {
    std::vector<double> ends;
    for (const Token& token : value) {
        if (token.is(TokenType::kPercentage)) {
            ends.push_back(std::max(0.0, token.number));
        } else if (const auto percent = font_stretch(token.value());
                   token.is(TokenType::kIdent) && percent) {
            ends.push_back(*percent);
        }
    }
    if (ends.empty()) {
        return {100, 100};
    }
    const auto [first, last] = std::minmax(ends.front(), ends.back());
    return {first, last};
}

// A name that is a string or a run of identifiers.
std::string name_of(std::span<const Token> value) {
    std::string name;
    for (const Token& token : value) {
        name += token.is(TokenType::kWhiteSpace) ? std::string(" ") : std::string(token.value());
    }
    return name;
}

// What no browser of today reads is passed over (§4.3.1).
bool is_readable_format(std::string_view format) {
    return !ascii::equal_ignoring_case(format, "embedded-opentype") &&
           !ascii::equal_ignoring_case(format, "svg");
}

std::size_t closing_paren(const Tokens& value, std::size_t from) {
    while (from < value.size() && !value[from].is(TokenType::kCloseParen)) {
        ++from;
    }
    return from;
}

std::vector<FontSource> face_sources(const Tokens& value) {
    std::vector<FontSource> sources;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const bool is_call = value[i].is(TokenType::kFunction);
        const std::size_t end = is_call ? closing_paren(value, i) : i;
        const std::string name =
            is_call && i + 1 < end ? name_of(std::span(value).subspan(i + 1, end - i - 1)) : "";
        if (value[i].is(TokenType::kUrl)) {
            sources.push_back({std::string(value[i].value()), false});
        } else if (value[i].is_function("url")) {
            sources.push_back({name, false});
        } else if (value[i].is_function("local")) {
            sources.push_back({name, true});
        } else if (value[i].is_function("format") && !sources.empty() &&
                   !is_readable_format(name)) {
            sources.pop_back();
        }
        i = end;
    }
    return sources;
}

std::optional<char32_t> hexadecimal(std::string_view digits) {
    std::uint32_t number = 0;
    const auto [end, failure] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    const bool is_whole = failure == std::errc() && end == digits.data() + digits.size();
    constexpr std::uint32_t kLast = 0x10FFFF;
    return is_whole && number <= kLast ? std::optional<char32_t>(number) : std::nullopt;
}

// "U+26", "U+0-7F", "U+4??" (CSS Syntax 3 §7.1).
std::optional<std::pair<char32_t, char32_t>> code_points(std::string_view text) {
    if (text.size() < 3 || (text[0] != 'u' && text[0] != 'U') || text[1] != '+') {
        return std::nullopt;
    }
    text.remove_prefix(2);
    const std::size_t dash = text.find('-');
    std::string first(text.substr(0, dash));
    std::string last(dash == std::string_view::npos ? text : text.substr(dash + 1));
    std::replace(first.begin(), first.end(), '?', '0');
    std::replace(last.begin(), last.end(), '?', 'F');
    const auto from = hexadecimal(first);
    const auto to = hexadecimal(last);
    return from && to && *from <= *to ? std::optional(std::pair(*from, *to)) : std::nullopt;
}

// Read from the text, since numbers among the tokens have lost their zeros.
std::vector<std::pair<char32_t, char32_t>> face_range(const Tokens& value, std::string_view sheet) {
    std::vector<std::pair<char32_t, char32_t>> ranges;
    if (value.empty() || value.back().end > sheet.size()) {
        return ranges;
    }
    const std::string_view text =
        sheet.substr(value.front().begin, value.back().end - value.front().begin);
    for (const std::string_view part : ascii::split(text, ',')) {
        if (const auto range = code_points(ascii::trimmed(part))) {
            ranges.push_back(*range);
        }
    }
    return ranges;
}

// `normal`, or a percentage of the font's size.
std::optional<double> percentage(const Tokens& value) {
    const bool is_one = value.size() == 1 && value[0].is(TokenType::kPercentage);
    return is_one && value[0].number >= 0 ? std::optional(value[0].number / 100) : std::nullopt;
}

}  // namespace

std::optional<double> font_stretch(std::string_view keyword) {
    struct Width {
        std::string_view name;
        double percent;
    };
    static constexpr std::array<Width, 9> kWidths{{{"normal", 100},
                                                   {"ultra-condensed", 50},
                                                   {"extra-condensed", 62.5},
                                                   {"condensed", 75},
                                                   {"semi-condensed", 87.5},
                                                   {"semi-expanded", 112.5},
                                                   {"expanded", 125},
                                                   {"extra-expanded", 150},
                                                   {"ultra-expanded", 200}}};
    for (const Width& width : kWidths) {
        if (ascii::equal_ignoring_case(keyword, width.name)) {
            return width.percent;
        }
    }
    return std::nullopt;
}

FontFace read_font_face(const DeclarationBlock& block, std::string_view sheet) {
    FontFace face;
    face.weight = {0, 0};
    face.stretch = {0, 0};
    for (const auto& [name, value, important, offset] : block) {
        if (value.empty()) {
            continue;
        }
        if (name == "font-family") {
            face.family += name_of(value);
        } else if (name == "font-weight" && !value[0].is_ident("auto")) {
            face.weight = face_weight(value);
        } else if ((name == "font-stretch" || name == "font-width") && !value[0].is_ident("auto")) {
            face.stretch = face_stretch(value);
        } else if (name == "font-style") {
            face.italic = value[0].is_ident("italic") || value[0].is_ident("oblique");
        } else if (name == "src") {
            face.sources = face_sources(value);
        } else if (name == "unicode-range") {
            face.unicode_range = face_range(value, sheet);
        } else if (name == "size-adjust") {
            face.size_adjust = percentage(value).value_or(1);
        } else if (name == "ascent-override") {
            face.ascent_override = percentage(value);
        } else if (name == "descent-override") {
            face.descent_override = percentage(value);
        } else if (name == "line-gap-override") {
            face.line_gap_override = percentage(value);
        }
    }
    return face;
}

}  // namespace ghreveal::css
