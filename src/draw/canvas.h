// Draws display lists with Cairo. One Canvas lives for one document, so that faces, pictures and
// shadow pieces are set up once.
#pragma once

#include <cstdint>
#include <memory>

#include "draw/drawn_page.h"
#include "paint/display_list.h"

struct _cairo;

namespace ghreveal::draw {

enum class Output : std::uint8_t { kRaster, kPdf, kSvg };

class Canvas {
public:
    // Of a PDF: pictures have no more than so many pixels an inch; 0: all that they have.
    explicit Canvas(Output, double image_dpi = 0);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;
    // Draws into the context's user space, whose unit is the px of the list.
    void draw(const paint::DisplayList&, _cairo* context);
    // What the page drawn last has of content and links (PDF only).
    DrawnPage take_drawn();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ghreveal::draw
