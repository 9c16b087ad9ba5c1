#include "media/formats/encoded_image.h"

#include "media/content_name.h"
#include "support/error.h"

namespace ghreveal::media {

namespace {

Format format_or_throw(std::string_view bytes) {
    const std::optional<Format> format = sniff_format(bytes);
    if (!format) {
        throw Error({}, "not a picture in a format that can be shown",
                    "PNG, JPEG, GIF, WebP and SVG can");
    }
    if (!has_end(*format, bytes)) {
        throw Error({}, "the file is cut short");
    }
    return *format;
}

}  // namespace

EncodedImage::EncodedImage(std::string bytes, const Limits& limits)
    : bytes_(std::move(bytes)),
      format_(format_or_throw(bytes_)),
      unique_id_(content_name(bytes_)),
      limits_(limits) {
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
                pixels_ = decode_jpeg(bytes_, limits_);
                break;
            case Format::kWebp:
                pixels_ = decode_webp(bytes_);
                break;
            case Format::kGif:
                pixels_ = decode_gif(bytes_);
                break;
            case Format::kSvg:
                throw Error({}, "this picture has no pixels of its own");
        }
    }
    return *pixels_;
}

}  // namespace ghreveal::media
