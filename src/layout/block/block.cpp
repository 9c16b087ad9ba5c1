#include "layout/block/block.h"

#include <algorithm>
#include <span>

#include "layout/block/block_flow.h"
#include "layout/block/fieldset.h"
#include "layout/block/list.h"
#include "layout/inline/font_extent.h"
#include "layout/sizing/alignment.h"
#include "layout/sizing/aspect_ratio.h"
#include "layout/sizing/box_sizing.h"
#include "layout/sizing/intrinsic_sizes.h"
#include "layout/sizing/layout_unit.h"
#include "layout/sizing/pending_layout.h"
#include "layout/sizing/scrollable_overflow.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;

bool has_inline_content(const Box& box) {
    for (const Box& child : box.children) {
        if (!child.is_out_of_flow() && !child.is_outside_marker()) {
            return child.is_inline_level();
        }
    }
    return false;
}

// The content of a block container, in the coordinates of its content box.
struct Content {
    std::vector<Fragment> fragments;
    Px height = 0;
    CollapsingMargin bottom_margin;
    std::optional<Px> first_baseline;
    std::optional<Px> last_baseline;
    LineSpan first_line;
};

void move_inside(std::vector<Fragment>& fragments, Point by) {
    for (Fragment& fragment : fragments) {
        move_to(fragment, {fragment.border_box.x + by.x, fragment.border_box.y + by.y});
    }
}

// How far the measure that lines are trimmed to is from the baseline.
Extent trimmed_extent(const style::TextStyle& style, LayoutContext& context) {
    const text::FontMetrics& metrics = context.shaper.fonts().metrics(style.font);
    const auto& [over, under] = style.text_box_edge;
    return {over == style::TextEdge::kCap  ? metrics.cap_height
            : over == style::TextEdge::kEx ? metrics.x_height
                                           : metrics.ascent,
            under == style::TextEdge::kAlphabetic ? 0 : metrics.descent};
}

// CSS Inline 3 §5.1: what is above the first line's measure and below the last one's is left out.
void trim_lines(const Box& box, const FlowArea& area, InlineLayout& lines, LayoutContext& context) {
    if (!lines.first_baseline || !(area.trims_start || area.trims_end)) {
        return;
    }
    const Extent kept = trimmed_extent(box.style->text(), context);
    if (area.trims_end) {
        lines.height = *lines.last_baseline + kept.descent;
    }
    if (area.trims_start) {
        const Px above = *lines.first_baseline - kept.ascent;
        move_inside(lines.fragments, {0, -above});
        lines.height -= above;
        *lines.first_baseline -= above;
        *lines.last_baseline -= above;
    }
}

Content lay_out_lines(const Box& box, const ContainingBlock& content_box, const FlowArea& area,
                      LayoutContext& context) {
    InlineLayout lines = lay_out_inline(box, content_box, area, context);
    trim_lines(box, area, lines, context);
    return {std::move(lines.fragments), lines.height,        {},
            lines.first_baseline,       lines.last_baseline, lines.first_line};
}

Content lay_out_blocks(const Box& box, const ContainingBlock& content_box, const FlowArea& area,
                       const FlowEdges& edges, LayoutContext& context) {
    BlockFlow flow = lay_out_block_children(box, content_box, area, edges, context);
    return {std::move(flow.fragments), flow.height,        flow.bottom_margin,
            flow.first_baseline,       flow.last_baseline, {0, content_box.width}};
}

std::optional<Px> given_height(const Box& box, const BlockSpace& space) {
    const style::BoxStyle& style = box.style->box();
    if (space.forced_height) {
        return space.forced_height;
    }
    if (box.kind == boxes::BoxKind::kTableCell) {
        return std::nullopt;
    }
    const SizeBasis basis{space.containing_block.height, (space.border + space.padding).vertical()};
    auto height = definite_border_box_size(style.height, style.box_sizing, basis);
    if (!height) {
        height = stretched_height(box, space.containing_block);
    }
    return height ? std::optional(
                        used_height_bounds(box, space.containing_block, basis.padding_and_border)
                            .clamp(*height))
                  : std::nullopt;
}

// CSS Sizing 3 §3.2: min-content and its like are, of heights, what the content takes.
bool is_of_content(const css::SizeValue& value) {
    return !value.length && (value.keyword == css::SizeKeyword::kMinContent ||
                             value.keyword == css::SizeKeyword::kMaxContent ||
                             value.keyword == css::SizeKeyword::kFitContent);
}

// The height by `aspect-ratio`, of a box whose height is auto; content that is higher makes it
// higher unless it scrolls (CSS Sizing 4 §4.3).
std::optional<Px> height_by_ratio(const Box& box, const BlockSpace& space) {
    const style::BoxStyle& style = box.style->box();
    const bool is_automatic = style.height.is_auto() || is_of_content(style.height);
    if (!style.aspect_ratio || !is_automatic || space.forced_height ||
        box.kind == boxes::BoxKind::kTableCell) {
        return std::nullopt;
    }
    const Edges around = space.border + space.padding;
    const auto ratio = preferred_ratio(box, around);
    if (!ratio) {
        return std::nullopt;
    }
    const Px height = ratio->height(space.width);
    return height_bounds(style, {space.containing_block.height, around.vertical()}).clamp(height);
}

Px auto_height(const Box& box, const BlockSpace& space, Px content_height) {
    const Px around = (space.border + space.padding).vertical();
    const Px height = content_height + around;
    if (box.kind == boxes::BoxKind::kTableCell) {
        return height;
    }
    return std::max(around, used_height_bounds(box, space.containing_block, around).clamp(height));
}

Px bounded_by_content(const Box& box, Px height, Px of_content) {
    const style::BoxStyle& style = box.style->box();
    if (box.kind == boxes::BoxKind::kTableCell) {
        return height;
    }
    const Px bounded = is_of_content(style.max_height) ? std::min(height, of_content) : height;
    return is_of_content(style.min_height) ? std::max(bounded, of_content) : bounded;
}

Fragment block_fragment(const Box& box, const BlockSpace& space, Px height) {
    Fragment fragment;
    fragment.kind =
        box.kind == boxes::BoxKind::kTableCell ? FragmentKind::kTableCell : FragmentKind::kBlock;
    fragment.source = box.source;
    fragment.border_box = {0, 0, space.width, height};
    fragment.border = space.border;
    fragment.padding = space.padding;
    set_clipping(fragment, box.style->box());
    return fragment;
}

struct MarkerSpace {
    const FlowArea& area;
    Px content_width = 0;
};

// The fragment in the flow that a baseline lies in: the first one that does not end above it.
std::size_t fragment_of_baseline(const std::vector<Fragment>& fragments, Px baseline) {
    const auto found =
        std::find_if(fragments.begin(), fragments.end(), [&](const Fragment& fragment) {
            return !fragment.is_float && fragment.positioned_box == nullptr &&
                   fragment.border_box.bottom() >= baseline;
        });
    return static_cast<std::size_t>(found - fragments.begin());
}

// An item without a line of its own is as high as its marker's line. Else the marker stands on the
// first line, and what that line is in goes down where the marker's line reaches higher above its
// baseline, as in browsers.
void make_room_for_marker(const Box& item, const Box& marker, const MarkerSpace& space,
                          Content& content, LayoutContext& context) {
    if (!content.first_baseline) {
        const Extent line = strut(item.style->text(), context);
        const Px left = space.area.origin.x;
        const Band free = space.area.floats.free_band(space.area.origin.y, line.height(),
                                                      {left, left + space.content_width});
        content.first_line = {free.left - left, free.right - left};
        content.first_baseline = line.ascent;
        content.last_baseline = line.ascent;
        content.height = std::max(content.height, line.height());
    }
    const std::size_t first = fragment_of_baseline(content.fragments, *content.first_baseline);
    const Px top = first < content.fragments.size() ? content.fragments[first].border_box.y : 0;
    const Px lacking = ascent_of_line(marker, context) - (*content.first_baseline - top);
    if (lacking > 0) {
        for (Fragment& fragment : std::span(content.fragments).subspan(first)) {
            move_to(fragment, {fragment.border_box.x, fragment.border_box.y + lacking});
        }
        content.height += lacking;
        *content.first_baseline += lacking;
        *content.last_baseline += lacking;
    }
}

// The content of a fieldset begins below its legend.
void take_room_for(const Legend& legend, Point& inset, ContainingBlock& content_box) {
    inset.y += legend.extra;
    if (content_box.height) {
        content_box.height = std::max(0.0, *content_box.height - legend.extra);
    }
}

// CSS Box Alignment 3 §5.1.1: content as a whole, in a block container of another height.
Px offset_of_content(style::Align align, Px free) {
    using style::Align;
    switch (in_room(align, free)) {
        case Align::kCenter:
            return free / 2;
        case Align::kSpaceAround:
        case Align::kSpaceEvenly:
            return std::max(0.0, free / 2);
        case Align::kEnd:
        case Align::kFlexEnd:
            return free;
        default:
            return 0;
    }
}

bool trims(const Box& box, style::TextBoxTrim side) {
    const style::TextBoxTrim own = box.style->box().text_box_trim;
    return own == side || own == style::TextBoxTrim::kBoth;
}

// CSS 2.1 §10.5: percentages are of a height that is given.
ContainingBlock content_box_of(const Box& box, const BlockSpace& space, std::optional<Px> given) {
    const Edges around = space.border + space.padding;
    ContainingBlock content_box{std::max(0.0, space.width - around.horizontal()), std::nullopt};
    content_box.is_right_to_left = box.style->text().direction == style::Direction::kRightToLeft;
    if (given && !space.forced_height_is_indefinite) {
        content_box.height = std::max(0.0, *given - around.vertical());
    } else if (is_transparent_for_percentages(box) && !space.is_root) {
        content_box.height = space.containing_block.height;
    }
    return content_box;
}

// CSS 2.1 §8.3.1. Trimmed margins go nowhere, as those do that adjoin the box's edge.
FlowEdges flow_edges(const Box& box, const BlockSpace& space, std::optional<Px> given) {
    const bool is_root = space.is_root || is_independent(box);
    const Px width = space.containing_block.width;
    return {trims_margins(box, style::kTrimBlockStart) ||
                (!is_root && top_adjoins_children(box, width)),
            trims_margins(box, style::kTrimBlockEnd) ||
                (!is_root && bottom_adjoins_children(box, width) && !given)};
}

struct Heights {
    std::optional<Px> by_ratio;
    std::optional<Px> given;  // by that or the style
};

// The border box's. CSS 2.1 §10.6.3, CSS Sizing 4 §4.3.
Px used_height(const Box& box, const Heights& heights, Px natural) {
    const style::BoxStyle& style = box.style->box();
    const bool grows = heights.by_ratio && !scrolls(style.overflow_y) && style.min_height.is_auto();
    return bounded_by_content(
        box, grows ? std::max(*heights.by_ratio, natural) : heights.given.value_or(natural),
        natural);
}

Content lay_out_content(const Box& box, const ContainingBlock& content_box, const FlowArea& area,
                        const FlowEdges& edges, LayoutContext& context) {
    Content content = has_inline_content(box)
                          ? lay_out_lines(box, content_box, area, context)
                          : lay_out_blocks(box, content_box, area, edges, context);
    if (box.style->box().has_contained_height()) {
        content = {std::move(content.fragments), 0, {}, std::nullopt, std::nullopt, {}};
    }
    if (const Box* marker = outside_marker(box)) {
        make_room_for_marker(box, *marker, {area, content_box.width}, content, context);
    }
    return content;
}

// The content in its box, with the marker that stands beside it and the legend in its frame.
void fill(BoxLayout& layout, const Box& box, Point inset, Content content,
          std::optional<Legend> legend, LayoutContext& context) {
    if (const Box* marker = outside_marker(box)) {
        const Edges around = layout.fragment.border + layout.fragment.padding;
        const LineSpan room{content.first_line.left - around.left,
                            content.first_line.right + around.right};
        content.fragments.insert(
            content.fragments.begin(),
            marker_fragment(*marker, {room, *content.first_baseline}, context));
    }
    move_inside(content.fragments, inset);
    std::vector<Fragment>& children = layout.fragment.children;
    children = std::move(content.fragments);
    if (legend) {
        children.insert(children.begin(), std::move(legend->fragment));
    }
    if (content.first_baseline) {
        layout.first_baseline = *content.first_baseline + inset.y;
    }
    if (content.last_baseline) {
        layout.last_baseline = *content.last_baseline + inset.y;
    }
}

}  // namespace

BlockResult lay_out_block_container(const Box& box, const BlockSpace& space,
                                    LayoutContext& context) {
    Point inset{space.border.left + space.padding.left, space.border.top + space.padding.top};
    const Edges around = space.border + space.padding;
    const std::optional<Px> by_ratio = height_by_ratio(box, space);
    const Heights heights{by_ratio, by_ratio ? by_ratio : given_height(box, space)};
    ContainingBlock content_box = content_box_of(box, space, heights.given);
    std::optional<Legend> legend;
    if (const Box* in_frame = rendered_legend(box)) {
        legend = lay_out_legend(*in_frame, box, content_box, context);
        take_room_for(*legend, inset, content_box);
    }
    const FlowArea area{space.floats,
                        {space.origin.x + inset.x, space.origin.y + inset.y},
                        space.spanner_width,
                        space.trims_start || trims(box, style::TextBoxTrim::kStart),
                        space.trims_end || trims(box, style::TextBoxTrim::kEnd)};
    const bool is_root = space.is_root || is_independent(box);
    content_box.joins_top_margins = !is_root && around.top == 0;
    content_box.joins_bottom_margins = !is_root && around.bottom == 0;
    const FlowEdges edges = flow_edges(box, space, heights.given);
    Content content = lay_out_content(box, content_box, area, edges, context);
    // CSS 2.1 §10.6.7: floats count for what contains them alone.
    const Px floats_bottom = is_root && !box.style->box().has_contained_height()
                                 ? space.floats.bottom() - area.origin.y
                                 : 0;
    const Px content_height = std::max(content.height, floats_bottom);
    const Px natural = auto_height(box, space, (legend ? legend->extra : 0) + content_height);
    const Px height = used_height(box, heights, natural);

    BlockResult result;
    result.layout.fragment = block_fragment(box, space, height);
    const bool trims_end = trims_margins(box, style::kTrimBlockEnd);
    if (edges.bottom_adjoins && !trims_end && height == content.height + around.vertical()) {
        result.bottom_margin = content.bottom_margin;
    }
    if (box.kind != boxes::BoxKind::kTableCell) {
        inset.y += offset_of_content(box.style->box().align_content,
                                     height - around.vertical() - content.height);
    }
    fill(result.layout, box, inset, std::move(content), std::move(legend), context);
    return result;
}

}  // namespace ghreveal::layout
