// Pictures: what a file, a data: address or a remote address holds, ready to lay out and to draw.
// What a picture is (its turn, its colours, its first frame) is found once, here; every output
// draws the same.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "support/geometry.h"

namespace ghreveal::media {

enum class Format : std::uint8_t { kPng, kJpeg, kGif, kWebp, kSvg };

// Where a picture's first row and column are shown, numbered as EXIF does (tag 0x0112).
enum class Orientation : std::uint8_t {
    kTopLeft = 1,
    kTopRight,
    kBottomRight,
    kBottomLeft,
    kLeftTop,
    kRightTop,
    kRightBottom,
    kLeftBottom,
};

// Premultiplied BGRA in native byte order, as CAIRO_FORMAT_ARGB32 / RGB24 want it; sRGB; not
// turned.
struct Pixels {
    int width = 0;
    int height = 0;
    int stride = 0;  // bytes
    bool opaque = true;
    std::vector<std::uint8_t> bytes;
};
using PixelsPtr = std::shared_ptr<const Pixels>;

class SvgDocument;

// A link inside an SVG.
struct ImageLink {
    std::string address;
    Rect area;  // in shares of the picture's width and height
};

// A picture. What it shows is decoded when it is drawn, and kept only as long as there is room
// (Limits::decoded_pixels).
class Image {
public:
    virtual ~Image() = default;
    virtual Format format() const = 0;
    // In CSS px (one px a pixel unless the file says otherwise; an SVG's own width and height),
    // upright. Zero where an SVG gives none.
    virtual Size intrinsic_size() const = 0;
    // width / height, 0 when it has none.
    virtual double intrinsic_ratio() const = 0;
    // Of an SVG only (formats/svg.h).
    virtual const SvgDocument& svg() const = 0;
    // Raster formats only; of an animation the first frame. All pixels, or fewer where `shown`, the
    // size in pixels of the output that the stored rows are drawn at, needs no more; an empty one
    // asks for all. Throws Error when the data is broken.
    virtual PixelsPtr pixels(Size shown = {}) const = 0;
    // How the pixels have to be turned to be upright.
    virtual Orientation orientation() const = 0;
    // The picture as a JPEG that every viewer decodes to what pixels() has; null for other formats.
    virtual std::shared_ptr<const std::string> jpeg() const = 0;
    // Of an SVG, in order; its renderer draws none.
    virtual const std::vector<ImageLink>& links() const = 0;
    // Identifies the content (the same bytes, the same id): stored once in a PDF.
    virtual const std::string& unique_id() const = 0;
};

using ImagePtr = std::shared_ptr<const Image>;

}  // namespace ghreveal::media
