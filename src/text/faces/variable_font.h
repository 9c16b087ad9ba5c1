// Variable fonts: where on its axes a font is for what text asks (CSS Fonts 4 §7).
#pragma once

#include <optional>
#include <utility>

#include "text/font.h"

namespace ghreveal::text {

// Empty for a font without axes, and where the font is there by itself.
FontSettings variations_for(const FT_FaceRec_&, const FaceDescriptor&, const FontSpec&);

// The first and the last place on the axis of that name in the face's file, which is opened for it
// if it may have axes; nothing for a font without it. Throws Error when there is no font.
std::optional<std::pair<double, double>> axis_range(const FaceDescriptor&, std::uint32_t tag);

void set_variations(FT_FaceRec_*, const FontSettings&);

}  // namespace ghreveal::text
