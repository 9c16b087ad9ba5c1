// The module with librsvg (support/module.h).
#pragma once

#include <string_view>

#include "support/geometry.h"

struct _cairo;

// Draws the SVG stretched to `target` in the context's user space; false when it is broken.
extern "C" bool ghreveal_draw_svg(std::string_view text, _cairo* context,
                                  const ghreveal::Rect& target);
