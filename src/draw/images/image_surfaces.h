// Pictures as Cairo's surfaces. They hold what they show.
#pragma once

#include <memory>
#include <string>

#include "draw/cairo_path.h"
#include "media/image.h"

namespace ghreveal::draw {

// Cairo puts the JPEG itself into the PDF, stretched over the surface, and takes its size from its
// header: a surface of one pixel will do, and saves the memory of one that nobody looks at.
SurfaceHandle jpeg_surface(const std::shared_ptr<const std::string>& jpeg);

SurfaceHandle pixel_surface(const media::PixelsPtr&);

// Vectors, recorded once and played back wherever the picture is.
SurfaceHandle recorded_surface(const media::Image&);
// The same for a PDF, where text stays text.
SurfaceHandle recorded_surface_with_text(const media::Image&);

// What an SVG is drawn as large as, when nobody says.
Size drawing_size(const media::Image&);

// Cairo puts surfaces of one name into a PDF once.
void set_unique_id(cairo_surface_t*, const std::string&);

}  // namespace ghreveal::draw
