// Variable fonts: where on its axes a font is for what text asks (CSS Fonts 4 §7).
#pragma once

#include "text/font.h"

namespace ghreveal::text {

// Empty for a font without axes, and where the font is there by itself.
FontSettings variations_for(const FT_FaceRec_&, const FaceDescriptor&, const FontSpec&);

void set_variations(FT_FaceRec_*, const FontSettings&);

}  // namespace ghreveal::text
