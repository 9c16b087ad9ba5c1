#include "media/encoded_image.h"

#include <fmt/format.h>

#include "support/error.h"

namespace ghreveal::media {

namespace {

Format format_or_throw(std::string_view bytes) {
    const std::optional<Format> format = sniff_format(bytes);
    if (!format) {
        throw Error({}, "not a picture in a format that can be shown",
                    "PNG, JPEG, WebP and SVG can");
    }
    if (*format == Format::kGif) {
        throw Error({}, "GIF pictures cannot be shown yet", "convert it to PNG");
    }
    return *format;
}

// FNV-1a from two starting values, and the length: the same bytes, the same name.
std::string content_name(std::string_view bytes) {
    constexpr std::uint64_t kPrime = 0x100000001b3;
    std::uint64_t first = 0xcbf29ce484222325;
    std::uint64_t second = 0x9e3779b97f4a7c15;
    for (const char c : bytes) {
        first = (first ^ static_cast<unsigned char>(c)) * kPrime;
        second = (second ^ static_cast<unsigned char>(c)) * (kPrime + 2);
    }
    return fmt::format("{:016x}{:016x}-{}", first, second, bytes.size());
}

}  // namespace

EncodedImage::EncodedImage(std::string bytes, const Limits& limits)
    : bytes_(std::move(bytes)), format_(format_or_throw(bytes_)), unique_id_(content_name(bytes_)) {
    if (format_ == Format::kSvg) {
        const SvgSize svg = svg_size(bytes_);
        size_ = svg.size;
        ratio_ = svg.ratio;
    } else {
        size_ = raster_size(format_, bytes_, limits);
        ratio_ = size_.width / size_.height;
    }
}

const Pixels& EncodedImage::pixels() const {
    const std::lock_guard lock(decoding_);  // pages with the same picture are drawn in parallel
    if (!pixels_) {
        switch (format_) {
            case Format::kPng:
                pixels_ = decode_png(bytes_);
                break;
            case Format::kJpeg:
                pixels_ = decode_jpeg(bytes_);
                break;
            case Format::kWebp:
                pixels_ = decode_webp(bytes_);
                break;
            case Format::kGif:
            case Format::kSvg:
                throw Error({}, "this picture has no pixels of its own");
        }
    }
    return *pixels_;
}

}  // namespace ghreveal::media
