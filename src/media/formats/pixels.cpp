#include "media/formats/pixels.h"

namespace ghreveal::media {

Pixels blank_pixels(int width, int height) {
    Pixels pixels;
    pixels.width = width;
    pixels.height = height;
    pixels.stride = width * kBytesPerPixel;
    pixels.bytes.resize(static_cast<std::size_t>(pixels.stride) * static_cast<std::size_t>(height));
    return pixels;
}

void premultiply(Pixels& pixels) {
    pixels.opaque = true;
    for (std::size_t i = 0; i < pixels.bytes.size(); i += kBytesPerPixel) {
        std::uint8_t* pixel = pixels.bytes.data() + i;
        const std::uint8_t alpha = pixel[3];
        if (alpha != 255) {
            pixels.opaque = false;
            pixel[0] = times(pixel[0], alpha);
            pixel[1] = times(pixel[1], alpha);
            pixel[2] = times(pixel[2], alpha);
        }
    }
}

}  // namespace ghreveal::media
