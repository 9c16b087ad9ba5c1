// SVG pictures as vectors, by librsvg in a module that is loaded when first needed.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "media/image.h"
#include "support/limits.h"

struct _cairo;

namespace ghreveal::media {

// A picture that was looked through and can be drawn, by several threads too.
class SvgDocument {
public:
    virtual ~SvgDocument() = default;
    // Stretched to `target` in the context's user space and clipped to it. Throws Error when it
    // cannot be rendered.
    virtual void draw(_cairo* context, const Rect& target) const = 0;
    // As the renderer gets it: without links, scripts and what would have it read files.
    virtual const std::string& text() const = 0;
    virtual const std::vector<ImageLink>& links() const = 0;
    // What a person should know, a clause each: that its text is in fonts of the machine.
    virtual const std::vector<std::string>& remarks() const = 0;
};

// Throws Error when the text is no whole SVG, or past the limits, or when the renderer does not
// survive it. `drawn` is the size that it is drawn at when there is nothing else to go by.
std::unique_ptr<SvgDocument> read_svg(const std::string& text, const Limits&);

// The size that CSS gives an SVG in px where it says none itself, no larger than Cairo can count.
Size drawing_size(const Size& intrinsic, double ratio);

}  // namespace ghreveal::media
