// Text as far as it is ASCII: white space, letters, digits, case. The bytes of other characters are
// none of these, and stay as they are.
#pragma once

#include <algorithm>
#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace ghreveal::ascii {

// HTML's and CSS's white space (Infra §4.6).
inline constexpr std::string_view kHtmlSpace = " \t\n\f\r";
// C's and Ruby's, which counts the vertical tab as well: that of Markdown and Liquid.
inline constexpr std::string_view kSpace = " \t\n\f\r\v";

constexpr bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr bool is_html_space(char c) {
    return is_space(c) && c != '\v';
}
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr char to_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}
constexpr char to_upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c & ~0x20) : c;
}
constexpr bool is_letter(char c) {
    return to_lower(c) >= 'a' && to_lower(c) <= 'z';
}
constexpr bool is_alphanumeric(char c) {
    return is_letter(c) || is_digit(c);
}
// What regular expressions call \w.
constexpr bool is_word_character(char c) {
    return is_alphanumeric(c) || c == '_';
}
// The same, or a byte of a character beyond ASCII.
constexpr bool is_word_or_beyond(char c) {
    return is_word_character(c) || static_cast<unsigned char>(c) >= 0x80;
}
// Of a hexadecimal digit; -1 when it is none.
constexpr int hex_value(char c) {
    const char lower = to_lower(c);
    return is_digit(c) ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

inline std::string lower_case(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
    return lower;
}
inline std::string upper_case(std::string_view text) {
    std::string upper(text);
    std::transform(upper.begin(), upper.end(), upper.begin(), to_upper);
    return upper;
}

constexpr bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char one, char other) { return to_lower(one) == to_lower(other); });
}
constexpr bool starts_ignoring_case(std::string_view text, std::string_view beginning) {
    return equal_ignoring_case(text.substr(0, beginning.size()), beginning);
}

constexpr bool is_blank(std::string_view text) {
    return text.find_first_not_of(kSpace) == std::string_view::npos;
}
constexpr std::string_view trimmed(std::string_view text, std::string_view space = kSpace) {
    const std::size_t begin = std::min(text.find_first_not_of(space), text.size());
    text.remove_prefix(begin);
    return text.substr(0, text.find_last_not_of(space) + 1);
}

// Calls visit(word) for each word of an HTML list, which has spaces between them, until it returns
// true; gives whether it did.
template <typename Visit>
bool any_word(std::string_view list, Visit&& visit) {
    const char* const last = list.data() + list.size();
    const char* begin = std::find_if_not(list.data(), last, is_html_space);
    while (begin != last) {
        const char* const end = std::find_if(begin, last, is_html_space);
        if (visit(std::string_view(begin, static_cast<std::size_t>(end - begin)))) {
            return true;
        }
        begin = std::find_if_not(end, last, is_html_space);
    }
    return false;
}

// A string that nobody keeps: the parts of one are gone before they are looked at.
template <typename Text>
concept TemporaryString = std::same_as<std::remove_const_t<Text>, std::string>;

// The parts between separators; nothing behind one at the end. They are views of the text, which
// has to outlive them.
inline std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        parts.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}
template <TemporaryString Text>
std::vector<std::string_view> split(Text&& text, char separator) = delete;

// The words of an HTML list, which has spaces between them: views of it, as those of split().
inline std::vector<std::string_view> words(std::string_view list) {
    std::vector<std::string_view> found;
    any_word(list, [&](std::string_view word) {
        found.push_back(word);
        return false;
    });
    return found;
}
template <TemporaryString Text>
std::vector<std::string_view> words(Text&& list) = delete;

}  // namespace ghreveal::ascii
