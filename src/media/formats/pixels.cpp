#include "media/formats/pixels.h"

#include <algorithm>

namespace ghreveal::media {

Pixels blank_pixels(int width, int height) {
    Pixels pixels;
    pixels.width = width;
    pixels.height = height;
    pixels.stride = width * kBytesPerPixel;
    pixels.bytes.resize(static_cast<std::size_t>(pixels.stride) * static_cast<std::size_t>(height));
    return pixels;
}

bool premultiply_row(std::uint8_t* bgra, int width) {
    bool opaque = true;
    for (int x = 0; x < width; ++x) {
        std::uint8_t* pixel = bgra + static_cast<std::ptrdiff_t>(x) * kBytesPerPixel;
        const std::uint8_t alpha = pixel[3];
        if (alpha != 255) {
            opaque = false;
            pixel[0] = times(pixel[0], alpha);
            pixel[1] = times(pixel[1], alpha);
            pixel[2] = times(pixel[2], alpha);
        }
    }
    return opaque;
}

void premultiply(Pixels& pixels) {
    pixels.opaque = true;
    for (int y = 0; y < pixels.height; ++y) {
        std::uint8_t* row = pixels.bytes.data() + static_cast<std::ptrdiff_t>(y) * pixels.stride;
        pixels.opaque = premultiply_row(row, pixels.width) && pixels.opaque;
    }
}

RowCollector::RowCollector(int width, int height, int reduction)
    : width_(width),
      height_(height),
      reduction_(reduction),
      pixels_(
          blank_pixels((width + reduction - 1) / reduction, (height + reduction - 1) / reduction)) {
    if (reduction > 1) {
        sums_.resize(static_cast<std::size_t>(pixels_.stride));
    }
}

void RowCollector::add(std::uint8_t* bgra) {
    pixels_.opaque = premultiply_row(bgra, width_) && pixels_.opaque;
    if (reduction_ == 1) {
        std::copy(bgra, bgra + pixels_.stride,
                  pixels_.bytes.begin() + static_cast<std::ptrdiff_t>(rows_) * pixels_.stride);
        ++rows_;
        return;
    }
    add_to_sums(bgra);
    ++rows_;
    if (rows_ % reduction_ == 0) {
        write_means(reduction_);
    } else if (rows_ == height_) {
        write_means(rows_ % reduction_);
    }
}

void RowCollector::add_to_sums(const std::uint8_t* bgra) {
    std::uint32_t* sum = sums_.data();
    for (int left = 0; left < width_; left += reduction_, sum += kBytesPerPixel) {
        const int columns = std::min(reduction_, width_ - left);
        for (int column = 0; column < columns; ++column) {
            for (int channel = 0; channel < kBytesPerPixel; ++channel) {
                sum[channel] += *bgra++;
            }
        }
    }
}

void RowCollector::write_means(int rows) {
    std::uint8_t* target = pixels_.bytes.data() +
                           static_cast<std::ptrdiff_t>((rows_ - 1) / reduction_) * pixels_.stride;
    for (int x = 0; x < pixels_.width; ++x) {
        const int columns = std::min(reduction_, width_ - x * reduction_);
        const auto count = static_cast<std::uint32_t>(columns * rows);
        for (int channel = 0; channel < kBytesPerPixel; ++channel) {
            std::uint32_t& sum = sums_[static_cast<std::size_t>(x * kBytesPerPixel + channel)];
            *target++ = static_cast<std::uint8_t>((sum + count / 2) / count);
            sum = 0;
        }
    }
}

Pixels collected(Pixels straight, int reduction) {
    if (reduction == 1) {
        premultiply(straight);
        return straight;
    }
    RowCollector collector(straight.width, straight.height, reduction);
    for (int y = 0; y < straight.height; ++y) {
        collector.add(straight.bytes.data() + static_cast<std::ptrdiff_t>(y) * straight.stride);
    }
    return std::move(collector).take();
}

}  // namespace ghreveal::media
