#include "text/line_break/line_break_class.h"

#include <algorithm>
#include <iterator>

namespace ghreveal::text {

namespace {

using enum LineBreakClass;

struct ClassRange {
    char32_t first;
    char32_t last;
    LineBreakClass line_break_class;
};

// What is not in it is AL.
constexpr ClassRange kRanges[]{
#include "text/line_break/line_break_class_table.inc"
};

// Syllables follow each other by their last letter; the first of each 28 has none.
bool is_hangul_syllable(char32_t c) {
    return c >= 0xAC00 && c <= 0xD7A3;
}

}  // namespace

LineBreakClass line_break_class(char32_t c) {
    if (is_hangul_syllable(c)) {
        return (c - 0xAC00) % 28 == 0 ? kH2 : kH3;
    }
    const auto range =
        std::lower_bound(std::begin(kRanges), std::end(kRanges), c,
                         [](const ClassRange& r, char32_t value) { return r.last < value; });
    return range != std::end(kRanges) && c >= range->first ? range->line_break_class : kAL;
}

}  // namespace ghreveal::text
