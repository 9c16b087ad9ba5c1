// Draws display lists with Cairo. One Canvas lives for one document, so that faces, pictures and
// shadow pieces are set up once.
#pragma once

#include <functional>
#include <memory>

#include "paint/display_list.h"

struct _cairo;

namespace ghreveal::draw {

enum class Output : std::uint8_t { kRaster, kPdf, kSvg };

class Canvas {
public:
    explicit Canvas(Output);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;
    // Draws into the context's user space, whose unit is the px of the list. For a PDF structure
    // tags become Cairo tags.
    void draw(const paint::DisplayList&, _cairo* context);
    // Writes the links of the list drawn last as Cairo tags (PDF only). Apart from drawing, because
    // inside groups Cairo's tags do not work, and they would cut the text into pieces.
    void write_links(_cairo* context);
    // `page_destination(slide)` names the place that links to a slide lead to; an empty name: the
    // slide is not in the document, and the link is left out.
    void set_destination_names(std::function<std::string(int slide)> page_destination);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ghreveal::draw
