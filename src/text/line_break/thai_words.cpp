#include "text/line_break/thai_words.h"

#include <thai/thwbrk.h>

#include <algorithm>
#include <string>

#include "support/handle.h"

namespace ghreveal::text {

namespace {

static_assert(sizeof(thwchar_t) == sizeof(char32_t));

bool is_thai(char32_t c) {
    return c >= 0xE01 && c <= 0xE5B && c != 0xE3F;  // the sign of the baht is no letter
}

// The places in the text at which a word begins, the first one left out. Without the dictionary
// there is none.
std::vector<int> word_beginnings(std::u32string_view thai) {
    static const Handle<ThBrk, th_brk_delete> dictionary{th_brk_new(nullptr)};
    if (!dictionary) {
        return {};
    }
    const std::wstring words(thai.begin(), thai.end());
    std::vector<int> places(thai.size());
    const int count =
        th_brk_wc_find_breaks(dictionary.get(), words.c_str(), places.data(), places.size());
    places.resize(static_cast<std::size_t>(std::max(count, 0)));
    return places;
}

}  // namespace

void add_thai_breaks(std::u32string_view text, std::vector<bool>& breaks_before) {
    auto begin = std::find_if(text.begin(), text.end(), is_thai);
    while (begin != text.end()) {
        const auto end = std::find_if_not(begin, text.end(), is_thai);
        const auto first = static_cast<std::size_t>(begin - text.begin());
        const auto size = static_cast<std::size_t>(end - begin);
        for (const int place : word_beginnings(text.substr(first, size))) {
            if (place > 0 && static_cast<std::size_t>(place) < size) {
                breaks_before[first + static_cast<std::size_t>(place)] = true;
            }
        }
        begin = std::find_if(end, text.end(), is_thai);
    }
}

}  // namespace ghreveal::text
