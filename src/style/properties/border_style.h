// How borders and outlines are drawn (CSS Backgrounds 3 §3.2).
#pragma once

#include <cstdint>

namespace ghreveal::style {

enum class BorderStyle : std::uint8_t {
    kNone,
    kHidden,
    kDotted,
    kDashed,
    kSolid,
    kDouble,
    kGroove,
    kRidge,
    kInset,
    kOutset,
};

}  // namespace ghreveal::style
