#include "boxes/content/text_transform.h"

#include <glib.h>

#include "dom/language.h"
#include "support/ascii.h"
#include "support/unicode/unicode_case.h"
#include "support/unicode/utf8.h"

namespace ghreveal::boxes {

namespace {

using style::TextTransform;

bool is_georgian(char32_t c) {
    return c >= 0x10D0 && c <= 0x10FF;
}

// Turkish and Azerbaijani have i with a dot and without.
bool has_dotless_i(const dom::Node& element) {
    const std::string_view language = dom::language_of(element);
    const std::string name = ascii::lower_case(language.substr(0, language.find('-')));
    return name == "tr" || name == "az";
}

std::string replaced(std::string_view text, std::string_view part, std::string_view by) {
    std::string result;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part)) {
        result += text.substr(0, at);
        result += by;
        text.remove_prefix(at + part.size());
    }
    return result += text;
}

// Unicode's SpecialCasing.txt, tr and az.
std::string with_dotted_capitals(std::string_view text) {
    return replaced(text, "i", "İ");
}

std::string with_dotless_letters(std::string_view text) {
    return replaced(replaced(replaced(text, "I\u0307", "i"), "İ", "i"), "I", "ı");
}

// As browsers take a text's words apart (UAX #29, by their own rules): which letters begin one.
class WordReader {
public:
    // Whether the next character is a word's first letter.
    bool begins_word(char32_t c) {
        if (is_transparent(c)) {
            return false;
        }
        const bool begins = is_letter(c) && state_ == State::kOutside;
        if (is_letter(c)) {
            state_ = State::kInside;
        } else {
            state_ =
                joins_letters(c) && state_ == State::kInside ? State::kJoining : State::kOutside;
        }
        return begins;
    }

private:
    enum class State : std::uint8_t { kOutside, kInside, kJoining };

    // "don't" is one word.
    static bool joins_letters(char32_t c) {
        return std::u32string_view(U"'\u2018\u2019\u00b7").find(c) != std::u32string_view::npos;
    }
    static bool is_transparent(char32_t c) {
        return g_unichar_ismark(c) != 0 || g_unichar_type(c) == G_UNICODE_FORMAT;
    }
    // Ideographs are words by themselves.
    static bool is_letter(char32_t c) {
        const bool is_ideograph =
            g_unichar_type(c) == G_UNICODE_OTHER_LETTER && g_unichar_iswide(c);
        return (g_unichar_isalpha(c) && !is_ideograph) || g_unichar_isdigit(c) ||
               g_unichar_type(c) == G_UNICODE_CONNECT_PUNCTUATION;
    }

    State state_ = State::kOutside;
};

std::string capitalized(std::string_view text) {
    std::string out;
    WordReader words;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, length] = utf8::decode(text, at);
        const bool is_changed = words.begins_word(c) && !is_georgian(c);
        utf8::append(out, is_changed ? unicode::to_title(c) : c);
        at += length;
    }
    return out;
}

// Georgian has capitals since Unicode 11, which hardly a font has: browsers leave its letters as
// they are.
std::string in_capitals(std::string_view text) {
    if (text.find('\xE1') == std::string_view::npos) {
        return unicode::upper_case(text);
    }
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const bool is_left = is_georgian(utf8::decode(text, at).code_point);
        std::size_t end = at;
        while (end < text.size() && is_georgian(utf8::decode(text, end).code_point) == is_left) {
            end += utf8::decode(text, end).length;
        }
        const std::string_view part = text.substr(at, end - at);
        out += is_left ? std::string(part) : unicode::upper_case(part);
        at = end;
    }
    return out;
}

}  // namespace

std::string transformed_text(std::string_view text, TextTransform transform,
                             const dom::Node& element) {
    switch (transform) {
        case TextTransform::kUppercase:
            return in_capitals(has_dotless_i(element) ? with_dotted_capitals(text)
                                                      : std::string(text));
        case TextTransform::kLowercase:
            return unicode::lower_case(has_dotless_i(element) ? with_dotless_letters(text)
                                                              : std::string(text));
        case TextTransform::kCapitalize:
            return capitalized(text);
        case TextTransform::kNone:
            break;
    }
    return std::string(text);
}

}  // namespace ghreveal::boxes
