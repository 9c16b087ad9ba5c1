// Pictures: what a file, a data: address or (later) a remote address holds, ready to lay out and
// to draw.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "support/geometry.h"

namespace ghreveal::media {

enum class Format : std::uint8_t { kPng, kJpeg, kGif, kWebp, kSvg };

// Premultiplied BGRA in native byte order, as CAIRO_FORMAT_ARGB32 / RGB24 want it.
struct Pixels {
    int width = 0;
    int height = 0;
    int stride = 0;  // bytes
    bool opaque = true;
    std::vector<std::uint8_t> bytes;
};

// A picture. Its size is known at once; its pixels are decoded when first asked for, so that a
// JPEG that goes into a PDF as it is is never decoded.
class Image {
public:
    virtual ~Image() = default;
    virtual Format format() const = 0;
    // In CSS px (one px a pixel; an SVG's own width and height). Zero where an SVG gives none.
    virtual Size intrinsic_size() const = 0;
    // width / height, 0 when it has none.
    virtual double intrinsic_ratio() const = 0;
    // The file as it was read: JPEG bytes for a PDF, SVG text for its renderer.
    virtual const std::string& encoded() const = 0;
    // Raster formats only; of an animation the first frame. Throws Error when the data is broken.
    virtual const Pixels& pixels() const = 0;
    // Identifies the content (the same bytes, the same id): stored once in a PDF.
    virtual const std::string& unique_id() const = 0;
};

using ImagePtr = std::shared_ptr<const Image>;

}  // namespace ghreveal::media
