// Small capitals of fonts that have none (CSS Fonts 4 §6.4).
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "text/font.h"

namespace ghreveal::text {

// Whether browsers make these capitals themselves for the font: small and petite ones that it
// lacks.
bool lacks_capitals(const Font&, Capitals);

struct CaseStretch {
    std::string_view text;
    bool is_small = false;
};
// Where letters become small capitals: those with an upper case, or `all` of the text,
// digits too, as in Chromium. Marks stay with their letters.
std::vector<CaseStretch> stretches_by_case(std::string_view text, bool all);

// The same features but for the capitals; null when there are none.
std::shared_ptr<const FontFeatures> without_capitals(const FontFeatures&);

}  // namespace ghreveal::text
