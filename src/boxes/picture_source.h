// Which of the pictures that an <img> names is shown (HTML §4.8.4.3 "Images").
#pragma once

#include <string>

#include "dom/document.h"
#include "support/geometry.h"

namespace ghreveal::boxes {

struct PictureSource {
    std::string address;  // empty: none
    double density = 1;   // pixels of it a px
};

// From `data-src`, which reveal.js puts into `src` when the slide comes, `srcset` and `sizes`, and
// the <source> elements of a <picture> around it; as on a screen with a pixel a px that shows a
// page of this size (without one: the usual).
PictureSource picture_source(const dom::Node& img, Size page = {998, 728});

}  // namespace ghreveal::boxes
