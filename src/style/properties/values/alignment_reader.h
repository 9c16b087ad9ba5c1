// Values of the align-* and justify-* properties (CSS Box Alignment 3 §4).
#pragma once

#include <cstdint>

#include "style/properties/box_style.h"
#include "style/properties/properties.h"

namespace ghreveal::style {

// What a property of CSS Box Alignment 3 §4 takes; both axes have positions and `stretch`.
enum Alignments : std::uint8_t {
    kAuto = 1,
    kBaseline = 2,
    kDistribution = 4,
    kItemPosition = 8,
    kLeftAndRight = 16,
};
inline constexpr int kOfContent = kDistribution;
inline constexpr int kOfItems = kBaseline | kItemPosition;

bool read_alignment(ValueReader&, int allowed, Align& target);

}  // namespace ghreveal::style
