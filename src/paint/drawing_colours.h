// The colours of drawings (SVG), for paper: found and changed in the drawing's text.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "media/image.h"
#include "support/color.h"

namespace ghreveal::paint {

// As it is drawn. The image must be an SVG.
const std::string& text_of_drawing(const media::ImagePtr&);

using ColourChange = std::function<Color(Color)>;

// The text with each colour that a shape is filled or drawn with, or a gradient passes through, as
// the function changes it; black counts as said where nothing is (SVG 2 §13.4.2).
std::string with_colours(std::string_view svg, const ColourChange&);

// What a drawing is drawn on: the fill of a shape that comes first and reaches to all of its edges,
// a gradient's mean. A picture (`<image>`) there counts as white, as what is drawn on one is to
// stay as it is.
std::optional<Color> paper_of_drawing(std::string_view svg);

}  // namespace ghreveal::paint
