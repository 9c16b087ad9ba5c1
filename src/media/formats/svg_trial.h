// SVGs that may cost the renderer too much, drawn once in a process of its own.
#pragma once

#include <string>

#include "support/geometry.h"
#include "support/limits.h"

namespace ghreveal::media {

// Throws Error when the drawing takes longer or more memory than the limits allow, or ends the
// process. The process reads nothing but the text.
void try_drawing(const std::string& svg, Size size, const Limits&);

// What is said of a picture that takes too long.
[[noreturn]] void throw_too_long(const Limits&);

}  // namespace ghreveal::media
