// Drawing SVG pictures as vectors, by librsvg in a module that is loaded when first needed.
#pragma once

#include "media/image.h"

struct _cairo;

namespace ghreveal::media {

// Draws `image` (Format::kSvg) stretched to `target` in the context's user space.
// Throws Error when the SVG cannot be rendered.
void draw_svg(const Image& image, _cairo* context, const Rect& target);

}  // namespace ghreveal::media
