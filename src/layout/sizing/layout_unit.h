// Browsers measure in 1/64 px. Widths are brought to that grid where they decide whether a line
// breaks, so that what was measured as wide enough stays wide enough, and lines break where the
// browser's do.
#pragma once

#include <cmath>

#include "support/geometry.h"

namespace ghreveal::layout {

inline constexpr Px kUnitsPerPx = 64;

// Towards zero, as lengths from styles are.
inline Px truncated_to_unit(Px value) {
    return std::trunc(value * kUnitsPerPx) / kUnitsPerPx;
}

// Upwards, as the widths of text are.
inline Px ceiled_to_unit(Px value) {
    return std::ceil(value * kUnitsPerPx) / kUnitsPerPx;
}

inline Px rounded_to_unit(Px value) {
    return std::round(value * kUnitsPerPx) / kUnitsPerPx;
}

}  // namespace ghreveal::layout
