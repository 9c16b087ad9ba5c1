// Blurred silhouettes as small pictures.
#pragma once

#include <functional>

#include "draw/cairo_path.h"

namespace ghreveal::draw {

// Coverage, one byte a sample, rows one after the other.
struct Mask {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> bytes;
};

// The silhouette that `draw` fills, in px, sampled `scale` times a px over `area` and blurred by a
// Gaussian of this standard deviation (px).
Mask blurred_mask(const Rect& area, double scale, Px deviation,
                  const std::function<void(cairo_t*)>& draw);

// By a Gaussian of this standard deviation, in samples.
void blur_mask(Mask&, double deviation);

// The mask as a picture of one opaque colour; `id` names it for a PDF that stores it once.
SurfaceHandle tinted(const Mask&, const Color&, const std::string& id);

}  // namespace ghreveal::draw
