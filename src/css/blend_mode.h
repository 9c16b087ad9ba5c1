// How a group's colours mix with what is below it (Compositing 1 §9, §10).
#pragma once

#include <cstdint>

namespace ghreveal {

enum class BlendMode : std::uint8_t {
    kNormal,
    kMultiply,
    kScreen,
    kOverlay,
    kDarken,
    kLighten,
    kColorDodge,
    kColorBurn,
    kHardLight,
    kSoftLight,
    kDifference,
    kExclusion,
    kHue,
    kSaturation,
    kColor,
    kLuminosity,
    kPlusLighter,
};

}  // namespace ghreveal
