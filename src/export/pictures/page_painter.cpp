#include "export/pictures/page_painter.h"

#include <memory>

#include "draw/canvas.h"
#include "export/pictures/png.h"

namespace ghreveal::exporter {

std::function<paint::PagePixels(const paint::DisplayList&)> page_painter(Size page_size) {
    auto canvas = std::make_shared<std::unique_ptr<draw::Canvas>>();
    return [page_size, canvas](const paint::DisplayList& page) {
        if (!*canvas) {
            *canvas = std::make_unique<draw::Canvas>(draw::Output::kRaster);
        }
        return page_pixels(page, page_size, **canvas);
    };
}

}  // namespace ghreveal::exporter
