// Draws display lists with Cairo. One Canvas lives for one document, so that faces, pictures and
// shadow pieces are set up once.
#pragma once

#include <functional>
#include <memory>

#include "paint/display_list.h"

struct _cairo;

namespace ghreveal::paint {

enum class Output : std::uint8_t { kRaster, kPdf, kSvg };

class Canvas {
public:
    explicit Canvas(Output);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;
    // Draws into the context's user space, whose unit is the px of the list. For a PDF links and
    // structure tags become Cairo tags; `page_destination(slide)` names a slide's destination.
    void draw(const DisplayList&, _cairo* context);
    void set_destination_names(std::function<std::string(int slide)> page_destination);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace ghreveal::paint
