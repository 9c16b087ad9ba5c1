#include "media/svg.h"

#include "support/error.h"
#include "support/module.h"

namespace ghreveal::media {

void draw_svg(const Image& image, _cairo* context, const Rect& target) {
    using Draw = bool(const char*, unsigned long, _cairo*, double, double, double, double);
    auto* draw = module_function<Draw>("svg", "ghreveal_draw_svg");
    const std::string& text = image.encoded();
    if (!draw(text.data(), text.size(), context, target.x, target.y, target.width, target.height)) {
        throw Error({}, "the SVG picture cannot be drawn", "check it with another viewer");
    }
}

}  // namespace ghreveal::media
