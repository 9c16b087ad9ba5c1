// The module that draws SVG with librsvg. It is loaded without a base address, so librsvg refuses
// every file and address that the picture refers to.
#include <librsvg/rsvg.h>

#include "media/formats/modules/svg_module.h"
#include "support/handle.h"

using ghreveal::Handle;

bool ghreveal_draw_svg(std::string_view text, cairo_t* context, const ghreveal::Rect& target) {
    const Handle<RsvgHandle, g_object_unref> svg{rsvg_handle_new_from_data(
        reinterpret_cast<const guint8*>(text.data()), text.size(), nullptr)};
    if (!svg) {
        return false;
    }
    rsvg_handle_set_dpi(svg.get(), 96);
    const RsvgRectangle viewport{target.x, target.y, target.width, target.height};
    return rsvg_handle_render_document(svg.get(), context, &viewport, nullptr) != FALSE;
}
