// A blurred box shadow as nested shapes: what a PDF draws sharp at every size and without seams.
#pragma once

#include <vector>

#include "paint/display_list.h"

namespace ghreveal::draw {

// One of the nested shapes.
struct ShadowContour {
    paint::RoundedRect shape;
    double alpha = 0;     // to fill it with, over the ones around it
    double strength = 0;  // of all of them together, between this contour and the next
};

// Whether the shadow's middle reaches its full strength, so that contours describe it: its sides
// are long for its blur.
bool has_contours(const paint::BoxShadow&);

// From the outermost to the innermost that shows outside the hole.
std::vector<ShadowContour> shadow_contours(const paint::BoxShadow&);

}  // namespace ghreveal::draw
