// The module that draws SVG with librsvg. It is loaded without a base address, so librsvg refuses
// every file and address that the picture refers to.
#include <librsvg/rsvg.h>

#include "support/handle.h"

using ghreveal::Handle;

extern "C" bool ghreveal_draw_svg(const char* text, unsigned long size, cairo_t* context, double x,
                                  double y, double width, double height) {
    const Handle<RsvgHandle, g_object_unref> svg{
        rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(text), size, nullptr)};
    if (!svg) {
        return false;
    }
    rsvg_handle_set_dpi(svg.get(), 96);
    const RsvgRectangle viewport{x, y, width, height};
    return rsvg_handle_render_document(svg.get(), context, &viewport, nullptr) != FALSE;
}
