#include "pages/code_scroll.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "layout/layout.h"

namespace ghreveal::pages {

namespace {

using layout::Fragment;

// Upper and lower edge, px in absolute coordinates.
struct VerticalExtent {
    Px top = 0;
    Px bottom = 0;
};

void extend_to_lines(const Fragment& fragment, std::optional<VerticalExtent>& lines) {
    const dom::Node* node = fragment.source.node;
    if (node != nullptr && node->is_element("tr") && node->has_class("highlight-line")) {
        const Rect& row = fragment.border_box;
        lines = VerticalExtent{lines ? lines->top : row.y, row.bottom()};
        return;
    }
    for (const Fragment& child : fragment.children) {
        extend_to_lines(child, lines);
    }
}

void move_up(Fragment& fragment, Px by) {
    layout::move_to(fragment, {fragment.border_box.x, fragment.border_box.y - by});
    for (Fragment& child : fragment.children) {
        move_up(child, by);
    }
}

// How far down the block is scrolled: its lines are centred, where there is enough above and below
// them.
Px scroll_top(const Fragment& code, const VerticalExtent& lines) {
    const Rect window = code.content_box();
    const Px shown = std::min(lines.bottom - lines.top, window.height);
    const Px centred = lines.top - window.y + (shown - window.height) / 2;
    const Px most = code.children.back().border_box.bottom() - window.bottom();
    return std::clamp(std::round(centred), 0.0, std::max(0.0, most));
}

}  // namespace

bool scrolls_to_lines(const dom::Node& code) {
    return code.is_element("code") && code.has_class("has-highlights");
}

void scroll_to_highlighted_lines(Fragment& section) {
    const dom::Node* node = section.source.node;
    if (node == nullptr || !section.clips || !scrolls_to_lines(*node)) {
        for (Fragment& child : section.children) {
            scroll_to_highlighted_lines(child);
        }
        return;
    }
    std::optional<VerticalExtent> lines;
    extend_to_lines(section, lines);
    const Px top = lines ? scroll_top(section, *lines) : 0;
    if (top > 0) {
        for (Fragment& child : section.children) {
            move_up(child, top);
        }
    }
}

}  // namespace ghreveal::pages
