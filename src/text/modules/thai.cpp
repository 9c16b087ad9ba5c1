// The module with LibThai, which knows Thai words: the script is written without spaces.
#include <thai/thwbrk.h>

#include <string>
#include <vector>

#include "support/handle.h"

// Sets the bytes of `breaks_before` for the characters at which a word begins, the first one left
// out. Without the dictionary none is set.
extern "C" void ghreveal_thai_words(const char32_t* text, int length, char* breaks_before) {
    static_assert(sizeof(thwchar_t) == sizeof(char32_t));
    static const ghreveal::Handle<ThBrk, th_brk_delete> dictionary{th_brk_new(nullptr)};
    if (!dictionary) {
        return;
    }
    const std::wstring word_text(text, text + length);
    std::vector<int> places(static_cast<std::size_t>(length));
    const int count =
        th_brk_wc_find_breaks(dictionary.get(), word_text.c_str(), places.data(), places.size());
    for (int i = 0; i < count; ++i) {
        const int place = places[static_cast<std::size_t>(i)];
        if (place > 0 && place < length) {
            breaks_before[place] = 1;
        }
    }
}
