#include "text/line_break/thai_words.h"

#include <algorithm>
#include <string>

#include "support/error.h"
#include "support/module.h"

namespace ghreveal::text {

namespace {

bool is_thai(char32_t c) {
    return c >= 0xE01 && c <= 0xE5B && c != 0xE3F;  // the sign of the baht is no letter
}

using FindWords = void(const char32_t*, int, char*);

FindWords* find_words() {
    try {
        return module_function<FindWords>("thai", "ghreveal_thai_words");
    } catch (const Error&) {
        return nullptr;
    }
}

}  // namespace

void add_thai_breaks(std::u32string_view text, std::vector<bool>& breaks_before) {
    auto begin = std::find_if(text.begin(), text.end(), is_thai);
    if (begin == text.end()) {
        return;
    }
    static FindWords* const find = find_words();
    while (find != nullptr && begin != text.end()) {
        const auto end = std::find_if_not(begin, text.end(), is_thai);
        const auto first = static_cast<std::size_t>(begin - text.begin());
        std::string breaks(static_cast<std::size_t>(end - begin), 0);
        find(text.data() + first, static_cast<int>(breaks.size()), breaks.data());
        for (std::size_t i = 0; i < breaks.size(); ++i) {
            breaks_before[first + i] = breaks_before[first + i] || breaks[i] != 0;
        }
        begin = std::find_if(end, text.end(), is_thai);
    }
}

}  // namespace ghreveal::text
