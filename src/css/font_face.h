// An @font-face rule's descriptors (CSS Fonts 4 §4).
#pragma once

#include "css/style_sheet.h"

namespace ghreveal::css {

FontFace read_font_face(const DeclarationBlock&);

}  // namespace ghreveal::css
