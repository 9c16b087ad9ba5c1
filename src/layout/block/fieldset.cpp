#include "layout/block/fieldset.h"

#include <algorithm>

#include "layout/block/block.h"
#include "layout/inline/bidi.h"
#include "layout/positioned.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

using boxes::Box;

namespace {

bool is_of_element(const Box& box, std::string_view name) {
    const dom::Node* node = box.source.node;
    return node != nullptr && !box.source.is_anonymous && box.kind == boxes::BoxKind::kBlock &&
           node->is_element(name);
}

// From the content box's left edge. Auto margins share what is free, else it goes to the end.
Px offset_of_legend(const Box& legend, Px free, bool is_rtl) {
    const style::BoxStyle& style = legend.style->box();
    const bool left_is_auto = style.margin.left.is_auto();
    const bool right_is_auto = style.margin.right.is_auto();
    if (free <= 0 || !(left_is_auto || right_is_auto)) {
        return is_rtl ? free : 0;
    }
    return left_is_auto && right_is_auto ? free / 2 : left_is_auto ? free : 0;
}

}  // namespace

bool is_fieldset(const Box& box) {
    return is_of_element(box, "fieldset");
}

const Box* rendered_legend(const Box& box) {
    if (!is_fieldset(box)) {
        return nullptr;
    }
    const auto legend =
        std::find_if(box.children.begin(), box.children.end(), [&](const Box& child) {
            return is_of_element(child, "legend") && !child.is_out_of_flow() &&
                   child.source.node->parent == box.source.node;
        });
    return legend == box.children.end() ? nullptr : &*legend;
}

Legend lay_out_legend(const Box& legend, const Box& fieldset, const ContainingBlock& content_box,
                      LayoutContext& context) {
    ForcedSize forced;
    if (legend.style->box().width.is_auto()) {
        forced.width = fit_content_width(legend, content_box, context);
    }
    Legend result{lay_out_independent(legend, content_box, forced, context).fragment, 0};
    const Size size = result.fragment.border_box.size();
    const Edges margins = used_margins(legend, content_box.width);
    const Edges frame = used_border(fieldset);
    const Px padding = used_padding(fieldset, content_box.width).left;
    const Px free = content_box.width - size.width - margins.horizontal();
    const Px x = offset_of_legend(legend, free, content_box.is_right_to_left);
    // In the middle of the frame, or the frame in the middle of it.
    const Px y = std::max(0.0, (frame.top - size.height) / 2);
    const Point moved = relative_offset(legend, content_box);
    move_to(result.fragment, {frame.left + padding + x + margins.left + moved.x, y + moved.y});
    result.extra = std::max(0.0, size.height + margins.vertical() - frame.top);
    return result;
}

}  // namespace ghreveal::layout
