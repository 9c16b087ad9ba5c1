#include <webp/decode.h>

#include <algorithm>
#include <cstdint>

#include "media/formats/decode.h"
#include "support/error.h"
#include "support/limits.h"

namespace ghreveal::media {

namespace {

using namespace std::string_view_literals;

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}

Size png_size(std::string_view bytes) {
    constexpr std::size_t kIhdrData = 16;  // after the signature, a length and "IHDR"
    if (bytes.size() < kIhdrData + 8) {
        throw Error({}, "the PNG picture is cut short");
    }
    return {Px(big_endian(bytes, kIhdrData, 4)), Px(big_endian(bytes, kIhdrData + 4, 4))};
}

// SOF0 to SOF15 hold the size, but DHT, JPG and DAC lie among their codes (ITU-T T.81 table B.1).
bool is_start_of_frame(unsigned marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

Size jpeg_size(std::string_view bytes) {
    std::size_t at = 2;
    while (at + 9 < bytes.size()) {
        if (big_endian(bytes, at, 1) != 0xFF) {
            break;
        }
        const unsigned marker = big_endian(bytes, at + 1, 1);
        if (is_start_of_frame(marker)) {
            return {Px(big_endian(bytes, at + 7, 2)), Px(big_endian(bytes, at + 5, 2))};
        }
        at += marker == 0xFF ? 1 : 2 + big_endian(bytes, at + 2, 2);
    }
    throw Error({}, "the JPEG picture has no size in it");
}

Size webp_size(std::string_view bytes) {
    int width = 0;
    int height = 0;
    if (WebPGetInfo(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), &width,
                    &height) == 0) {
        throw Error({}, "the WebP picture is broken");
    }
    return {Px(width), Px(height)};
}

Size gif_size(std::string_view bytes) {
    if (bytes.size() < 10) {
        throw Error({}, "the GIF picture is cut short");
    }
    const auto little_endian = [&](std::size_t at) {
        return Px(static_cast<unsigned char>(bytes[at]) +
                  256 * static_cast<unsigned char>(bytes[at + 1]));
    };
    return {little_endian(6), little_endian(8)};
}

Size size_in_header(Format format, std::string_view bytes) {
    switch (format) {
        case Format::kPng:
            return png_size(bytes);
        case Format::kJpeg:
            return jpeg_size(bytes);
        case Format::kWebp:
            return webp_size(bytes);
        case Format::kGif:
            return gif_size(bytes);
        case Format::kSvg:
            break;
    }
    return {};
}

}  // namespace

std::optional<Format> sniff_format(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) {
        return Format::kPng;
    }
    if (bytes.starts_with("\xff\xd8\xff"sv)) {
        return Format::kJpeg;
    }
    if (bytes.starts_with("GIF87a"sv) || bytes.starts_with("GIF89a"sv)) {
        return Format::kGif;
    }
    if (bytes.starts_with("RIFF"sv) && bytes.substr(0, 16).substr(8).starts_with("WEBP"sv)) {
        return Format::kWebp;
    }
    if (bytes.substr(0, FixedLimits::svg_prologue_bytes).find("<svg"sv) != std::string_view::npos) {
        return Format::kSvg;
    }
    return std::nullopt;
}

Size raster_size(Format format, std::string_view bytes, const Limits& limits) {
    const Size size = size_in_header(format, bytes);
    if (size.width < 1 || size.height < 1) {
        throw Error({}, "the picture has no pixels");
    }
    if (size.width * size.height > Px(limits.image_pixels)) {
        throw Error({}, "the picture has too many pixels", "make it smaller");
    }
    return size;
}

bool has_end(Format format, std::string_view bytes) {
    switch (format) {
        case Format::kPng:
            return bytes.find("IEND"sv, bytes.size() - std::min<std::size_t>(bytes.size(), 4096)) !=
                   std::string_view::npos;
        case Format::kWebp: {
            // RIFF: the size of all that follows, least significant byte first.
            constexpr std::size_t kHeader = 8;
            std::size_t size = 0;
            for (std::size_t i = kHeader; i-- > 4;) {
                size = size << 8 | static_cast<unsigned char>(bytes[i]);
            }
            return size <= bytes.size() - kHeader;
        }
        case Format::kJpeg:
            return bytes.rfind("\xff\xd9"sv) != std::string_view::npos;
        case Format::kGif:
        case Format::kSvg:
            break;
    }
    return true;
}

}  // namespace ghreveal::media
