#include "support/unicode_case.h"

#include <array>

namespace ghreveal {

namespace {

// Capitals first … last, each with its small letter `distance` further on; where `alternating`,
// capitals are every second code point and the small letter is the next one.
struct CaseRange {
    char32_t first;
    char32_t last;
    char32_t distance;
    bool alternating;
};

constexpr std::array<CaseRange, 20> kRanges{{
    {U'A', U'Z', 32, false},       {0x00C0, 0x00D6, 32, false}, {0x00D8, 0x00DE, 32, false},
    {0x0100, 0x012E, 1, true},     {0x0132, 0x0136, 1, true},   {0x0139, 0x0147, 1, true},
    {0x014A, 0x0176, 1, true},     {0x0179, 0x017D, 1, true},   {0x01CD, 0x01DB, 1, true},
    {0x01DE, 0x01EE, 1, true},     {0x01F8, 0x021E, 1, true},   {0x0386, 0x0386, 0x26, false},
    {0x0388, 0x038A, 0x25, false}, {0x0391, 0x03A1, 32, false}, {0x03A3, 0x03AB, 32, false},
    {0x0400, 0x040F, 80, false},   {0x0410, 0x042F, 32, false}, {0x0460, 0x0480, 1, true},
    {0x0531, 0x0556, 48, false},   {0x1E00, 0x1EFE, 1, true},
}};

bool is_capital_of(const CaseRange& range, char32_t c) {
    return c >= range.first && c <= range.last &&
           (!range.alternating || (c - range.first) % 2 == 0);
}

}  // namespace

char32_t to_lower(char32_t c) {
    for (const CaseRange& range : kRanges) {
        if (is_capital_of(range, c)) {
            return c + range.distance;
        }
    }
    return c == 0x0178 ? 0x00FF : c;
}

char32_t to_upper(char32_t c) {
    for (const CaseRange& range : kRanges) {
        if (c >= range.distance && is_capital_of(range, c - range.distance)) {
            return c - range.distance;
        }
    }
    return c == 0x00FF ? 0x0178 : c;
}

}  // namespace ghreveal
