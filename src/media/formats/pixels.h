// What the decoders share.
#pragma once

#include "media/image.h"

namespace ghreveal::media {

inline constexpr int kBytesPerPixel = 4;

// Transparent ones.
Pixels blank_pixels(int width, int height);

// From straight alpha, as files have it, to what Cairo wants. False: some is transparent.
bool premultiply_row(std::uint8_t* bgra, int width);
// The same of all rows; notes whether any is transparent.
void premultiply(Pixels&);

// Rows of straight alpha, given from top to bottom, as pixels of which each is the mean of
// `reduction` x `reduction` (fewer at the edges).
class RowCollector {
public:
    RowCollector(int width, int height, int reduction);
    // `bgra` is changed.
    void add(std::uint8_t* bgra);
    Pixels take() && { return std::move(pixels_); }

private:
    void add_to_sums(const std::uint8_t* bgra);
    void write_means(int rows);

    int width_;
    int height_;
    int reduction_;
    int rows_ = 0;
    std::vector<std::uint32_t> sums_;
    Pixels pixels_;
};

// What a RowCollector makes of all rows.
Pixels collected(Pixels straight, int reduction);

// a × b, where 255 is one.
inline std::uint8_t times(std::uint8_t a, std::uint8_t b) {
    const unsigned product = a * b + 128u;
    return static_cast<std::uint8_t>((product + (product >> 8)) >> 8);
}

}  // namespace ghreveal::media
