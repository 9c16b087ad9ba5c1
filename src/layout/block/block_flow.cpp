#include "layout/block/block_flow.h"

#include <algorithm>
#include <limits>

#include "layout/block/fieldset.h"
#include "layout/inline/bidi.h"
#include "layout/inline/line_box.h"
#include "layout/positioned.h"
#include "layout/sizing/alignment.h"
#include "layout/sizing/box_sizing.h"
#include "layout/sizing/intrinsic_sizes.h"
#include "layout/sizing/layout_unit.h"
#include "layout/sizing/pending_layout.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;
using style::TextAlign;

// A child whose place is being decided; coordinates of the container's content box.
struct Placing {
    const Box& box;
    Edges margins;
    Px y = 0;
    // The room beside floats, for boxes that keep clear of them (CSS 2.1 §9.5).
    Band band;
};

class Flow {
public:
    Flow(const Box& container, const ContainingBlock& content_box, const FlowArea& area,
         const FlowEdges& edges, LayoutContext& context)
        : container_(container),
          content_box_(content_box),
          area_(area),
          edges_(edges),
          context_(context),
          legend_(rendered_legend(container)) {
        for (const Box& child : container.children) {
            if (!child.is_out_of_flow() && !child.is_outside_marker() && &child != legend_) {
                first_in_flow_ = first_in_flow_ == nullptr ? &child : first_in_flow_;
                last_in_flow_ = &child;
            }
        }
    }

    BlockFlow lay_out();

private:
    void add_child(const Box&);
    void add_out_of_flow(const Box&);
    Px y_after(const CollapsingMargin&) const;
    TopMargins margins_of(const Box&) const;
    const Box* first_cleared_in(const Box&, Px y) const;
    BoxLayout lay_out_in_flow(Placing&, CollapsingMargin& after);
    BoxLayout lay_out_apart(Placing&);
    Px x_of(const Placing&, Px width) const;
    std::optional<style::Align> justification_of(const Box&) const;
    Px justified(style::Align, Px free) const;
    std::optional<Px> justified_width(const Box&) const;
    Band beside_floats(Px y, Px height) const;
    Band room_of(const Placing&, const Band& free) const;
    Px end_margin_beyond(const Placing&, const Band& free) const;
    ContainingBlock room_for(const Placing&) const;
    void append(const Box&, BoxLayout&&, Point origin);

    const Box& container_;
    ContainingBlock content_box_;
    FlowArea area_;
    FlowEdges edges_;
    LayoutContext& context_;
    const Box* legend_;  // a fieldset's, which has its place already
    const Box* first_in_flow_ = nullptr;
    const Box* last_in_flow_ = nullptr;
    BlockFlow result_;
    Px y_ = 0;                  // the last border box's bottom
    CollapsingMargin pending_;  // margins below it
    bool at_top_ = true;        // only boxes that collapse through so far
    // CSS 2.1 §8.3.1: the margins of a box that they collapse through and that has clearance do
    // not collapse with its parent's bottom margin.
    bool pending_stays_inside_ = false;
};

Px Flow::y_after(const CollapsingMargin& margins) const {
    // Margins that adjoin the container's top lie outside it.
    return at_top_ && edges_.top_adjoins ? 0 : y_ + margins.value();
}

void Flow::add_out_of_flow(const Box& box) {
    const Px y = y_after(pending_);
    if (box.is_floating()) {
        result_.fragments.push_back(
            place_float(lay_out_float(box, content_box_, context_), y, content_box_, area_));
        return;
    }
    // CSS 2.1 §10.3.7: where the box would be if it were in flow; an inline-level one would be on
    // a line.
    const bool on_line = box.style->box().is_inline_level_by_itself;
    const style::TextStyle& style = container_.style->text();
    const bool rtl = is_right_to_left(style);
    const Band line = beside_floats(y, 0);
    const Px x =
        on_line ? line.left + alignment_offset(style.text_align, direction_of(style), line.width())
        : rtl   ? content_box_.width
                : 0;
    result_.fragments.push_back(positioned_fragment(box, {{x, y}, rtl}, context_));
}

// CSS Box Alignment 3 §6.1: `justify-self` of block-level boxes, where it does not stretch them.
std::optional<style::Align> Flow::justification_of(const Box& box) const {
    using style::Align;
    const Align own = box.style->box().justify_self;
    const Align align = own == Align::kAuto ? container_.style->box().justify_items : own;
    if (align == Align::kAuto || align == Align::kNormal || align == Align::kStretch ||
        align == Align::kBaseline) {
        return std::nullopt;
    }
    return in_axis(align, {true, is_right_to_left(container_.style->text()),
                           is_right_to_left(box.style->text())});
}

// Of free space, what is on the left.
Px Flow::justified(style::Align align, Px free) const {
    using style::Align;
    const bool rtl = is_right_to_left(container_.style->text());
    switch (in_room(align, free)) {
        case Align::kCenter:
            return truncated_to_unit(free / 2);
        case Align::kEnd:
        case Align::kFlexEnd:
            return rtl ? 0 : free;
        default:
            return rtl ? free : 0;
    }
}

// What is justified is as wide as its content needs.
std::optional<Px> Flow::justified_width(const Box& box) const {
    const bool is_automatic = box.style->box().width.is_auto() &&
                              box.kind != boxes::BoxKind::kReplaced &&
                              box.kind != boxes::BoxKind::kTableWrapper;
    if (!is_automatic || !justification_of(box)) {
        return std::nullopt;
    }
    return fit_content_width(box, content_box_, context_);
}

// CSS 2.1 §10.3.3: auto margins share what is left; else what is over goes to the end side.
Px Flow::x_of(const Placing& child, Px width) const {
    const style::BoxStyle& style = child.box.style->box();
    const Px free = child.band.width() - width - child.margins.horizontal();
    Px x = child.band.left + child.margins.left;
    const bool has_auto_margin = style.margin.left.is_auto() || style.margin.right.is_auto();
    if (const auto align = has_auto_margin ? std::nullopt : justification_of(child.box)) {
        return x + justified(*align, free);
    }
    if (free <= 0) {
        return is_right_to_left(container_.style->text()) ? x + free : x;
    }
    if (style.margin.left.is_auto() && style.margin.right.is_auto()) {
        return x + truncated_to_unit(free / 2);
    }
    if (style.margin.left.is_auto()) {
        return x + free;
    }
    if (style.margin.right.is_auto()) {
        return x;
    }
    switch (container_.style->text().text_align) {
        case TextAlign::kInternalCenter:  // <center> and align="center" (HTML "Rendering" §15.2)
            return x + truncated_to_unit(free / 2);
        case TextAlign::kInternalRight:
            return x + free;
        case TextAlign::kInternalLeft:
            return x;
        default:
            return is_right_to_left(container_.style->text()) ? x + free : x;
    }
}

// The border box keeps out of floats; the margins may overlap them.
Band Flow::room_of(const Placing& child, const Band& free) const {
    const Band whole{0, content_box_.width};
    Band room = whole;
    if (free.left > whole.left) {
        room.left = std::max(whole.left, free.left - child.margins.left);
    }
    if (free.right < whole.right) {
        room.right = std::min(whole.right, free.right + child.margins.right);
    }
    return room;
}

// Only floats have to be kept clear of: at the container's end the margin may stand out.
Px Flow::end_margin_beyond(const Placing& child, const Band& free) const {
    const bool rtl = is_right_to_left(container_.style->text());
    const Px margin = rtl ? child.margins.left : child.margins.right;
    const bool is_free = rtl ? free.left <= 0 : free.right >= content_box_.width;
    return is_free ? std::max(0.0, margin) : 0;
}

ContainingBlock Flow::room_for(const Placing& child) const {
    ContainingBlock room = content_box_;
    if (child.box.style->box().width.is_auto() && child.box.kind != boxes::BoxKind::kReplaced) {
        room.width = child.band.width();
    }
    return room;
}

// What floats leave free there of the content box.
Band Flow::beside_floats(Px y, Px height) const {
    const Band band = area_.floats.free_band(area_.origin.y + y, height,
                                             {area_.origin.x, area_.origin.x + content_box_.width});
    return {band.left - area_.origin.x, band.right - area_.origin.x};
}

// Boxes with a formatting context of their own do not overlap floats: they become narrower beside
// them, or go below.
BoxLayout Flow::lay_out_apart(Placing& child) {
    if (area_.floats.empty()) {
        return lay_out_independent(child.box, content_box_,
                                   {justified_width(child.box), std::nullopt}, context_);
    }
    const Band whole{0, content_box_.width};
    const auto free_at = [&](Px height) { return beside_floats(child.y, height); };
    PendingLayout pending(child.box);
    Px tried = std::numeric_limits<Px>::infinity();
    Px needed = 0;  // what the box took of the room that was tried last, its margins included
    while (true) {
        child.band = room_of(child, free_at(0));
        const auto below = area_.floats.next_bottom(area_.origin.y + child.y);
        // In more room no box is narrower.
        const bool is_too_narrow = child.band.width() >= tried && child.band.width() < needed;
        if (!is_too_narrow || child.band == whole || !below) {
            tried = child.band.width();
            pending.lay_out({room_for(child), {justified_width(child.box), std::nullopt}},
                            context_);
            const Size& size = pending.measures().size;
            const Band free = free_at(size.height);
            needed = size.width + child.margins.horizontal() - end_margin_beyond(child, free);
            child.band = room_of(child, free);
            if (needed <= child.band.width() || child.band == whole || !below) {
                return pending.finish(context_);
            }
        }
        child.y = *below - area_.origin.y;
    }
}

BoxLayout Flow::lay_out_in_flow(Placing& child, CollapsingMargin& after) {
    child.band = {0, content_box_.width};
    const Box& box = child.box;
    if (area_.spanner_width && box.style->box().spans_columns) {
        ContainingBlock all_columns = content_box_;
        all_columns.width = *area_.spanner_width;
        after.add(child.margins.bottom);
        return lay_out_independent(box, all_columns, {}, context_);
    }
    if (is_independent(box)) {
        BoxLayout layout = lay_out_apart(child);
        after.add(child.margins.bottom);
        return layout;
    }
    ++context_.work;
    const auto justified = justified_width(box);
    const Px width = justified ? *justified : block_level_width(box, content_box_, context_);
    const Point origin{area_.origin.x + x_of(child, width), area_.origin.y + child.y};
    // Lines are not trimmed through borders and padding (CSS Inline 3 §5.1).
    const Edges edges = used_border(box) + used_padding(box, content_box_.width);
    BlockResult block = lay_out_block_container(
        box,
        {width, used_border(box), used_padding(box, content_box_.width), content_box_, std::nullopt,
         area_.floats, origin, false, std::nullopt, false,
         area_.trims_start && &box == first_in_flow_ && edges.top == 0,
         area_.trims_end && &box == last_in_flow_ && edges.bottom == 0},
        context_);
    after.add(block.bottom_margin);
    after.add(child.margins.bottom);
    return std::move(block.layout);
}

void Flow::append(const Box& box, BoxLayout&& layout, Point origin) {
    const Px baseline_origin = origin.y;
    const Point relative = relative_offset(box, content_box_);
    move_to(layout.fragment, {origin.x + relative.x, origin.y + relative.y});
    if (layout.first_baseline && !result_.first_baseline) {
        result_.first_baseline = baseline_origin + *layout.first_baseline;
    }
    if (layout.last_baseline) {
        result_.last_baseline = baseline_origin + *layout.last_baseline;
    }
    result_.fragments.push_back(std::move(layout.fragment));
}

// Of the boxes whose margins adjoin the top of `box`, which would stand at `y`, the first that a
// float moves down (CSS 2.1 §9.5.2).
const Box* Flow::first_cleared_in(const Box& box, Px y) const {
    if (!top_adjoins_children(box, content_box_.width)) {
        return nullptr;
    }
    const auto first = std::find_if(box.children.begin(), box.children.end(), [](const Box& child) {
        return !child.is_out_of_flow() && !child.is_outside_marker();
    });
    if (first == box.children.end() || first->is_inline_level()) {
        return nullptr;
    }
    const auto clearance = area_.floats.clearance(first->style->box().clear);
    return clearance && *clearance - area_.origin.y > y ? &*first : first_cleared_in(*first, y);
}

TopMargins Flow::margins_of(const Box& box) const {
    const TopMargins margins = top_margins(box, content_box_, context_);
    const MovedBoxes& moved = area_.floats.moved;
    if (area_.floats.empty() && moved.empty()) {
        return margins;
    }
    CollapsingMargin above = pending_;
    above.add(margins.adjoining);
    const Box* cleared = first_cleared_in(box, y_after(above));
    return cleared != nullptr || !moved.empty()
               ? top_margins_above({cleared, moved}, box, content_box_, context_)
               : margins;
}

void Flow::add_child(const Box& box) {
    // CSS 2.1 §8.3.1: a box that margins collapse through stands where it would if its bottom
    // margin were kept apart.
    const TopMargins margins = margins_of(box);
    CollapsingMargin above = pending_;
    above.add(margins.adjoining);
    Placing child{box, used_margins(box, content_box_.width), y_after(above), {}};
    bool has_clearance = false;
    if (const auto clearance = area_.floats.clearance(box.style->box().clear)) {
        has_clearance = *clearance - area_.origin.y > child.y;
        child.y = std::max(child.y, *clearance - area_.origin.y);
    }
    CollapsingMargin after;
    const Px y_above_floats = child.y;
    BoxLayout layout = lay_out_in_flow(child, after);
    const bool is_moved = child.y > y_above_floats && margins.adjoining.value() != 0;
    if (is_moved && at_top_ && edges_.top_adjoins) {
        area_.floats.moved.add(box);
    }
    const Px height = layout.fragment.border_box.height;
    const Px x = x_of(child, layout.fragment.border_box.width);
    append(box, std::move(layout), {x, child.y});
    if (margins.collapse_through && !has_clearance) {
        above.add(child.margins.bottom);
        pending_ = above;
        return;
    }
    at_top_ = false;
    y_ = child.y + height;
    pending_ = after;
    pending_stays_inside_ = margins.collapse_through;
    if (margins.collapse_through) {
        // All its margins collapse with those that follow, from where the upper one begins.
        y_ = child.y - margins.adjoining.value();
        pending_ = margins.adjoining;
        pending_.add(child.margins.bottom);
    }
}

BlockFlow Flow::lay_out() {
    for (const Box& child : container_.children) {
        if (child.is_out_of_flow()) {
            add_out_of_flow(child);
        } else if (!child.is_outside_marker() && &child != legend_) {
            add_child(child);
        }
    }
    const bool all_at_top = at_top_ && edges_.top_adjoins;
    if (all_at_top) {
        return std::move(result_);
    }
    if (edges_.bottom_adjoins && !pending_stays_inside_) {
        result_.height = y_;
        result_.bottom_margin = pending_;
    } else {
        result_.height = y_ + pending_.value();
    }
    result_.height = std::max(0.0, result_.height);
    return std::move(result_);
}

}  // namespace

BlockFlow lay_out_block_children(const Box& container, const ContainingBlock& content_box,
                                 const FlowArea& area, const FlowEdges& edges,
                                 LayoutContext& context) {
    return Flow(container, content_box, area, edges, context).lay_out();
}

}  // namespace ghreveal::layout
