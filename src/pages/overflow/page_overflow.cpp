#include "pages/overflow/page_overflow.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "layout/transform.h"
#include "style/properties/box_style.h"
#include "style/properties/paint_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::pages {

namespace {

using layout::Fragment;
using layout::FragmentKind;

Rect bounding_box(const Rect& rect, const Transform& map) {
    if (map.is_identity()) {
        return rect;
    }
    const std::array<Point, 4> corners{
        map.apply({rect.x, rect.y}), map.apply({rect.right(), rect.y}),
        map.apply({rect.x, rect.bottom()}), map.apply({rect.right(), rect.bottom()})};
    Rect box{corners[0].x, corners[0].y, 0, 0};
    for (const Point& corner : corners) {
        box = box.united({corner.x, corner.y, 0, 0});
    }
    return box;
}

bool is_text_or_line(const Fragment& fragment) {
    return fragment.kind == FragmentKind::kText || fragment.kind == FragmentKind::kLine;
}

bool has_own_style(const Fragment& fragment) {
    return !fragment.source.is_anonymous && fragment.source.node != nullptr &&
           !is_text_or_line(fragment);
}

bool is_out_of_flow(const Fragment& fragment, const style::SlideStyles& styles) {
    if (!has_own_style(fragment)) {
        return false;
    }
    const style::Position position = styles.of(fragment.source).box().position;
    return position == style::Position::kAbsolute || position == style::Position::kFixed;
}

bool is_drawn(const Fragment& fragment, const style::SlideStyles& styles) {
    if (fragment.kind == FragmentKind::kReplaced || fragment.kind == FragmentKind::kPlaceholder) {
        return true;
    }
    if (!has_own_style(fragment)) {
        return false;
    }
    const style::PaintStyle& paint = styles.of(fragment.source).paint();
    return fragment.border.horizontal() > 0 || paint.background_color.alpha > 0 ||
           !paint.background_layers.empty() || !fragment.collapsed_borders.empty();
}

bool is_vertical_text(const Fragment& fragment, const style::SlideStyles& styles) {
    return fragment.kind == FragmentKind::kText &&
           styles.of(fragment.source).text().writing_mode != style::WritingMode::kHorizontal;
}

class ExtentFinder {
public:
    explicit ExtentFinder(const style::SlideStyles& styles) : styles_(styles) {}

    void visit(const Fragment& fragment, Transform map, bool is_in_flow) {
        is_in_flow = is_in_flow && !is_out_of_flow(fragment, styles_);
        if (has_own_style(fragment) && layout::is_transformed(fragment, styles_)) {
            map = map * layout::transform_of(fragment, styles_.of(fragment.source).paint());
        }
        const Rect box = bounding_box(fragment.border_box, map);
        if (fragment.kind != FragmentKind::kLine && fragment.border_box.height > 0) {
            extent_.bottom = std::max(extent_.bottom, box.bottom());
        }
        if (const std::optional<Rect> text = inked_part(fragment, styles_)) {
            extend_sides(bounding_box(*text, map), fragment);
        } else if (is_in_flow && is_drawn(fragment, styles_)) {
            extend_sides(box, fragment);
        }
        if (!fragment.clips) {
            for (const Fragment& child : fragment.children) {
                visit(child, map, is_in_flow);
            }
        }
    }

    const VisibleExtent& extent() const { return extent_; }

private:
    void extend_sides(const Rect& box, const Fragment& fragment) {
        if (box.x < extent_.left || box.right() > extent_.right) {
            extent_.widest = fragment.source.node;
        }
        extent_.left = std::min(extent_.left, box.x);
        extent_.right = std::max(extent_.right, box.right());
    }

    const style::SlideStyles& styles_;
    VisibleExtent extent_;
};

// Where the walk is: the blocks around a piece of text.
struct Surroundings {
    const dom::Node* block = nullptr;
    const Fragment* shrinkable = nullptr;
};

bool is_shrinkable(const Fragment& fragment) {
    return has_own_style(fragment) && fragment.source.pseudo == style::PseudoElement::kNone &&
           (fragment.source.node->name == "table" || fragment.source.node->name == "pre");
}

// In document order, each block once.
class SideFinder {
public:
    SideFinder(const PageSides& sides, const style::SlideStyles& styles)
        : sides_(sides), styles_(styles) {}

    void visit(const Fragment& fragment, Surroundings around) {
        if (fragment.source.node != nullptr && !is_text_or_line(fragment) &&
            fragment.kind != FragmentKind::kInline) {
            around.block = fragment.source.node;
        }
        if (around.shrinkable == nullptr && is_shrinkable(fragment)) {
            around.shrinkable = &fragment;
        }
        const std::optional<Rect> text = inked_part(fragment, styles_);
        const bool runs_off = text && (text->x < sides_.left || text->right() > sides_.right);
        if (runs_off && around.block != nullptr && blocks_.insert(around.block).second) {
            SideOverflow overflow{around.block, nullptr, 0};
            if (around.shrinkable != nullptr) {
                overflow.shrinkable = around.shrinkable->source.node;
                overflow.width = around.shrinkable->border_box.width;
            }
            found.push_back(overflow);
        }
        if (!fragment.clips) {
            for (const Fragment& child : fragment.children) {
                visit(child, around);
            }
        }
    }

    std::vector<SideOverflow> found;

private:
    const PageSides& sides_;
    const style::SlideStyles& styles_;
    std::unordered_set<const dom::Node*> blocks_;
};

}  // namespace

std::optional<Rect> inked_part(const Fragment& fragment, const style::SlideStyles& styles) {
    std::optional<Rect> inked;
    for (const layout::PlacedRun& placed : fragment.runs) {
        if (placed.run->text.find_first_not_of(' ') != std::string::npos) {
            const Rect part{fragment.border_box.x + placed.x, fragment.border_box.y,
                            placed.run->width, fragment.border_box.height};
            inked = inked ? inked->united(part) : part;
        }
    }
    return inked && is_vertical_text(fragment, styles) ? fragment.border_box : inked;
}

VisibleExtent visible_extent(const Fragment& section, const style::SlideStyles& styles) {
    ExtentFinder finder(styles);
    for (const Fragment& child : section.children) {
        finder.visit(child, {}, true);
    }
    return finder.extent();
}

std::vector<SideOverflow> side_overflows(const Fragment& section, const PageSides& sides,
                                         const style::SlideStyles& styles) {
    SideFinder finder(sides, styles);
    finder.visit(section, {});
    return std::move(finder.found);
}

}  // namespace ghreveal::pages
