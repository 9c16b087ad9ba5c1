// The module with librsvg (support/module.h).
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "media/formats/svg.h"

namespace ghreveal::media {

struct SvgReading {
    const Limits& limits;
    std::vector<std::string> font_sheets;  // the files that name the bundled faces
    // What stands for a picture's data: address inside this one; throws Error when it may not be
    // shown.
    std::function<std::string(std::string_view address)> checked_picture;
};

// What is found while the text is read.
struct SvgFindings {
    std::string problem;  // empty: it can be drawn
    std::string hint;
    std::string limit;  // that it exceeds, by its name: a hint too
    // What a renderer has to do for it may be out of proportion: to be tried out elsewhere first.
    bool needs_trial = false;
    // Of the picture's pixels, how many its filters look at to draw one.
    double looks_per_pixel = 0;
};

}  // namespace ghreveal::media

// Null with a problem. The caller deletes it.
extern "C" ghreveal::media::SvgDocument* ghreveal_read_svg(const std::string& text,
                                                           const ghreveal::media::SvgReading&,
                                                           ghreveal::media::SvgFindings&);
