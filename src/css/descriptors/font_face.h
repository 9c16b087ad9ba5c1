// An @font-face rule's descriptors (CSS Fonts 4 §4).
#pragma once

#include <optional>
#include <string_view>

#include "css/style_sheet.h"

namespace ghreveal::css {

// "semi-condensed" in percent (CSS Fonts 4 §2.3).
std::optional<double> font_stretch(std::string_view keyword);

// `sheet`: the text that the tokens were made of. A weight or stretch that is not said (`auto`) is
// 0: what the font itself has.
FontFace read_font_face(const DeclarationBlock&, std::string_view sheet);

}  // namespace ghreveal::css
