// Pictures with no more pixels than a document needs of them.
#pragma once

#include "draw/cairo_path.h"
#include "media/image.h"

namespace ghreveal::draw {

// The picture in as many pixels as `wanted`, as it is stored. Nothing where it should stay as it
// is: it has no more, or is a JPEG that would not be half as large.
SurfaceHandle reduced_surface(const media::Image&, const Size& wanted);

}  // namespace ghreveal::draw
