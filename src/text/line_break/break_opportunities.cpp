#include "text/line_break/break_opportunities.h"

#include <algorithm>
#include <vector>

#include "support/ascii.h"
#include "support/unicode/utf8.h"
#include "text/line_break/line_break_class.h"
#include "text/line_break/line_break_rules.h"
#include "text/line_break/thai_words.h"

namespace ghreveal::text {

namespace {

bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

bool is_one_of(char c, std::string_view set) {
    return set.find(c) != std::string_view::npos;
}

// Between two ASCII characters browsers go by a table of their own, stricter than UAX #14: no
// break after a slash, between a letter and a sign. (Found by asking Chromium for every pair.)
bool breaks_between_ascii(char before_previous, char previous, char next) {
    constexpr std::string_view kNeverFirst = "!),./:;?]}$";
    if (previous == '-') {
        // "-1" may be a number, "ABCD-1234" is not.
        return ascii::is_digit(next) ? ascii::is_alphanumeric(before_previous)
                                     : !is_one_of(next, kNeverFirst);
    }
    if (previous == '?') {
        return next == '$' || (!is_one_of(next, kNeverFirst) && next != '"' && next != '\'');
    }
    return is_one_of(next, "(<[{") && is_one_of(previous, "!\"#%&)*+,.:;=>\\]|}~");
}

bool is_letter(char32_t c) {
    using enum LineBreakClass;
    switch (line_break_class(c)) {
        case kID:
            // Pictures are of this class too.
            return c >= 0x2E80 && !(c >= 0x1F000 && c <= 0x1FFFF);
        case kAL:
        case kHL:
        case kNU:
        case kH2:
        case kH3:
        case kJL:
        case kJV:
        case kJT:
            return true;
        default:
            return false;
    }
}

}  // namespace

BreakOpportunities::BreakOpportunities(std::string_view text) : text_(text) {
    if (std::all_of(text.begin(), text.end(), is_ascii)) {
        return;
    }
    std::u32string characters;
    std::vector<std::size_t> begins;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code_point, length] = utf8::decode(text, at);
        characters += code_point;
        begins.push_back(at);
        at += length;
    }
    std::vector<bool> breaks = line_breaks_before(characters);
    add_thai_breaks(characters, breaks);
    breaks_before_.resize(text.size());
    for (std::size_t i = 0; i < begins.size(); ++i) {
        breaks_before_[begins[i]] = breaks[i];
    }
}

bool BreakOpportunities::before(std::size_t at) const {
    if (at == 0 || at >= text_.size()) {
        return false;
    }
    const char previous = text_[at - 1];
    const char next = text_[at];
    if (is_ascii(previous) && is_ascii(next)) {
        return breaks_between_ascii(at >= 2 ? text_[at - 2] : ' ', previous, next);
    }
    return breaks_before_[at];
}

bool BreakOpportunities::is_between_letters(std::size_t at) const {
    if (at == 0 || at >= text_.size()) {
        return false;
    }
    std::size_t previous = at - 1;
    while (previous > 0 && utf8::is_continuation(text_[previous])) {
        --previous;
    }
    return is_letter(utf8::decode(text_, previous).code_point) &&
           is_letter(utf8::decode(text_, at).code_point);
}

}  // namespace ghreveal::text
