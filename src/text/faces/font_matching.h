// Which faces of a family text gets (CSS Fonts 4 §5.2).
#pragma once

#include <vector>

#include "text/font.h"

namespace ghreveal::text {

// The nearest to what is asked for, the one that was declared last first: several where they share
// the characters by their ranges. None of an empty family.
std::vector<const FaceDescriptor*> nearest_faces(const std::vector<FaceDescriptor>& family,
                                                 const FontSpec&);

}  // namespace ghreveal::text
