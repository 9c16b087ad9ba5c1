#include "support/unicode/unicode_case.h"

#include <glib.h>

#include "support/handle.h"
#include "support/unicode/utf8.h"

namespace ghreveal::unicode {

namespace {

using Mapping = gchar*(const gchar*, gssize);

constexpr char32_t kCapitalSigma = 0x3A3;
constexpr char32_t kSigma = 0x3C3;
constexpr char32_t kFinalSigma = 0x3C2;

// GLib maps by the process's locale; the program never sets one.
std::string mapped(Mapping map, std::string_view utf8) {
    const std::string text = utf8::sanitized(utf8);
    const Handle<gchar, g_free> result{map(text.data(), static_cast<gssize>(text.size()))};
    return result.get();
}

bool is_cased(char32_t c) {
    return g_unichar_isupper(c) != 0 || g_unichar_islower(c) != 0 || g_unichar_istitle(c) != 0;
}

// Unicode 15 §3.13, D136: what stands between a word's letters.
bool is_case_ignorable(char32_t c) {
    constexpr std::u32string_view kInsideWords =
        U"'.:\u00b7\u0387\u055f\u05f4\u2018\u2019\u2024\u2027\ufe13\ufe52\ufe55\uff07\uff0e\uff1a";
    switch (g_unichar_type(c)) {
        case G_UNICODE_NON_SPACING_MARK:
        case G_UNICODE_ENCLOSING_MARK:
        case G_UNICODE_FORMAT:
        case G_UNICODE_MODIFIER_LETTER:
        case G_UNICODE_MODIFIER_SYMBOL:
            return true;
        default:
            return kInsideWords.find(c) != std::u32string_view::npos;
    }
}

bool is_final_sigma(std::u32string_view text, std::size_t at) {
    std::size_t before = at;
    while (before > 0 && is_case_ignorable(text[before - 1])) {
        --before;
    }
    std::size_t after = at + 1;
    while (after < text.size() && is_case_ignorable(text[after])) {
        ++after;
    }
    return before > 0 && is_cased(text[before - 1]) &&
           (after == text.size() || !is_cased(text[after]));
}

// GLib looks at the next character only, and takes a sigma alone for a final one.
std::string with_small_sigmas(std::string_view utf8) {
    const std::u32string text = utf8::to_utf32(utf8);
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_final = text[at] == kCapitalSigma && is_final_sigma(text, at);
        utf8::append(result, is_final                    ? kFinalSigma
                             : text[at] == kCapitalSigma ? kSigma
                                                         : text[at]);
    }
    return result;
}

}  // namespace

std::string upper_case(std::string_view utf8) {
    return mapped(g_utf8_strup, utf8);
}

std::string lower_case(std::string_view utf8) {
    const bool has_sigma = utf8.find("Σ") != std::string_view::npos;
    return mapped(g_utf8_strdown, has_sigma ? with_small_sigmas(utf8) : std::string(utf8));
}

void append_lower(std::string& out, char32_t c) {
    constexpr char32_t kCapitalIWithDot = 0x130;  // the only one that becomes two characters
    if (c == kCapitalIWithDot) {
        out += "i\u0307";
    } else {
        utf8::append(out, g_unichar_tolower(c));
    }
}

char32_t to_title(char32_t c) {
    return g_unichar_totitle(c);
}

}  // namespace ghreveal::unicode
