// An SVG as a tree, made ready for librsvg: what it cannot do or should not be asked to do is taken
// out or turned into what it can.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "media/formats/modules/svg_module.h"

namespace ghreveal::media {

struct LinkedElement {
    std::string address;
    std::string id;  // of the element that stands for the link's shapes
};

// What text is set in, as far as the file says.
struct SvgText {
    std::vector<std::string> families;
    std::u32string characters;
};

struct SvgTree {
    std::string text;          // empty with a problem
    std::string filling_text;  // to be drawn instead, where the picture's size is told in shares
    std::vector<LinkedElement> links;
    SvgText set_text;
};

SvgTree prepare_svg(const std::string& text, const SvgReading&, SvgFindings&);

}  // namespace ghreveal::media
