#include "boxes/box.h"

#include "style/properties/box_style.h"

namespace ghreveal::boxes {

bool Box::is_inline_level() const {
    if (is_outside_marker()) {
        return false;
    }
    if (kind == BoxKind::kText || kind == BoxKind::kLineBreak || kind == BoxKind::kMarker) {
        return true;
    }
    if (is_out_of_flow()) {
        return false;
    }
    switch (style->box().display) {
        case style::Display::kInline:
        case style::Display::kInlineBlock:
        case style::Display::kInlineFlex:
        case style::Display::kInlineGrid:
        case style::Display::kInlineTable:
            return true;
        default:
            return false;
    }
}

}  // namespace ghreveal::boxes
