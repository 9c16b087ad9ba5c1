#include "media/formats/svg.h"

#include "media/formats/modules/svg_module.h"
#include "support/error.h"
#include "support/module.h"

namespace ghreveal::media {

void draw_svg(const Image& image, _cairo* context, const Rect& target) {
    auto* draw = module_function<decltype(ghreveal_draw_svg)>("svg", "ghreveal_draw_svg");
    if (!draw(image.encoded(), context, target)) {
        throw Error({}, "the SVG picture cannot be drawn", "check it with another viewer");
    }
}

}  // namespace ghreveal::media
