#include "boxes/content/counter_styles.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <utility>

#include "boxes/content/predefined_counters.h"
#include "support/ascii.h"
#include "support/unicode/utf8.h"

namespace ghreveal::boxes {

namespace {

// Letters used as digits of a number that has no zero: a … z, aa, ab … (§3.1.5 "alphabetic").
std::string alphabetic(int value, std::u32string_view letters) {
    const int base = static_cast<int>(letters.size());
    std::u32string reversed;
    for (int rest = value; rest > 0; rest = (rest - 1) / base) {
        reversed += letters[static_cast<std::size_t>((rest - 1) % base)];
    }
    std::string text;
    std::for_each(reversed.rbegin(), reversed.rend(),
                  [&text](char32_t letter) { utf8::append(text, letter); });
    return text;
}

constexpr std::array<std::pair<int, std::string_view>, 13> kRoman{{{1000, "m"},
                                                                   {900, "cm"},
                                                                   {500, "d"},
                                                                   {400, "cd"},
                                                                   {100, "c"},
                                                                   {90, "xc"},
                                                                   {50, "l"},
                                                                   {40, "xl"},
                                                                   {10, "x"},
                                                                   {9, "ix"},
                                                                   {5, "v"},
                                                                   {4, "iv"},
                                                                   {1, "i"}}};

std::string lower_roman(int value) {
    std::string text;
    for (const auto& [weight, digits] : kRoman) {
        for (; value >= weight; value -= weight) {
            text += digits;
        }
    }
    return text;
}

std::string with_leading_zero(int value) {
    const std::string digits = std::to_string(std::abs(std::int64_t{value}));
    return (value < 0 ? "-" : "") + (digits.size() < 2 ? "0" + digits : digits);
}

constexpr std::u32string_view kLatin = U"abcdefghijklmnopqrstuvwxyz";
constexpr std::u32string_view kGreek = U"αβγδεζηθικλμνξοπρστυφχψω";

}  // namespace

std::string counter_text(int value, std::string_view style) {
    constexpr int kLargestRoman = 3999;
    if (style == "none") {
        return "";
    }
    if (style == "disc") {
        return "•";
    }
    if (style == "circle") {
        return "◦";
    }
    if (style == "square") {
        return "▪";
    }
    if (style == "decimal-leading-zero") {
        return with_leading_zero(value);
    }
    if ((style == "lower-roman" || style == "upper-roman") && value >= 1 &&
        value <= kLargestRoman) {
        return style == "upper-roman" ? ascii::upper_case(lower_roman(value)) : lower_roman(value);
    }
    if ((style == "lower-alpha" || style == "lower-latin") && value >= 1) {
        return alphabetic(value, kLatin);
    }
    if ((style == "upper-alpha" || style == "upper-latin") && value >= 1) {
        return ascii::upper_case(alphabetic(value, kLatin));
    }
    if (style == "lower-greek" && value >= 1) {
        return alphabetic(value, kGreek);
    }
    if (style == "disclosure-open") {
        return "▾";
    }
    if (style == "disclosure-closed") {
        return "▸";
    }
    return predefined_counter_text(value, style).value_or(std::to_string(value));
}

std::string_view marker_suffix(std::string_view style) {
    return is_bullet_style(style) ? " " : predefined_suffix(style).value_or(". ");
}

bool is_bullet_style(std::string_view style) {
    return style == "disc" || style == "circle" || style == "square" ||
           style == "disclosure-open" || style == "disclosure-closed";
}

}  // namespace ghreveal::boxes
