// What the decoders share.
#pragma once

#include "media/image.h"

namespace ghreveal::media {

inline constexpr int kBytesPerPixel = 4;

// Transparent ones.
Pixels blank_pixels(int width, int height);

// From straight alpha, as files have it, to what Cairo wants; notes whether any is transparent.
void premultiply(Pixels&);

// a × b, where 255 is one.
inline std::uint8_t times(std::uint8_t a, std::uint8_t b) {
    const unsigned product = a * b + 128u;
    return static_cast<std::uint8_t>((product + (product >> 8)) >> 8);
}

}  // namespace ghreveal::media
