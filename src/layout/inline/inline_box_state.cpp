#include "layout/inline/inline_box_state.h"

#include <algorithm>

#include "layout/positioned.h"
#include "layout/sizing/box_sizing.h"
#include "layout/sizing/layout_unit.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

namespace {

using style::VerticalAlign;

// Controls keep their text's baseline if they clip, as browsers have it.
bool is_control(const boxes::Box& box) {
    const dom::Node* element = box.source.node;
    return element != nullptr && (element->is_element("button") || element->is_element("input"));
}

Extent claim_of_atomic(const boxes::Box& box, const AtomicBox& atomic, LayoutContext& context) {
    if (box.kind == boxes::BoxKind::kMarker) {
        Extent line = strut(box.style->text(), context);
        if (box.replaced.image) {
            line.ascent = std::max(line.ascent, atomic.layout.first_baseline.value_or(0));
        }
        return line;
    }
    const Px height = atomic.layout.fragment.border_box.height;
    // CSS 2.1 §10.8.1: the baseline is that of the last line, unless there is none or the box
    // clips; then it is the bottom margin edge. Of a table it is the first row's.
    const bool is_table = box.kind == boxes::BoxKind::kTableWrapper;
    const bool has_items = box.kind == boxes::BoxKind::kFlex || box.kind == boxes::BoxKind::kGrid;
    const std::optional<Px> baseline =
        is_table || has_items ? atomic.layout.first_baseline : atomic.layout.last_baseline;
    if (!baseline || (scrolls(box.style->box().overflow_y) && !is_control(box))) {
        return {height + atomic.margins.top + atomic.margins.bottom, 0};
    }
    return {*baseline + atomic.margins.top, height - *baseline + atomic.margins.bottom};
}

}  // namespace

InlineBoxStack::OpenBox InlineBoxStack::open_box(const style::TextStyle& style) {
    OpenBox open;
    open.style = &style;
    open.metrics = &context_.shaper.fonts().metrics(style.font);
    open.claim = with_leading(*open.metrics, used_line_height(style, *open.metrics));
    return open;
}

InlineBoxStack::InlineBoxStack(const boxes::Box& container, const ContainingBlock& containing_block,
                               LayoutContext& context)
    : context_(context), containing_block_(containing_block) {
    stack_.push_back(open_box(container.style->text()));
    stack_.back().fragment.kind = FragmentKind::kLine;
    stack_.back().fragment.source = container.source;
    stack_.back().fragment.source.is_anonymous = true;
}

void InlineBoxStack::open(const boxes::Box& box, Px x, bool has_left_edge) {
    const Px containing_width = containing_block_.width;
    OpenBox open = open_box(box.style->text());
    open.box = &box;
    Fragment& fragment = open.fragment;
    fragment.kind = FragmentKind::kInline;
    fragment.source = box.source;
    fragment.border = used_border(box);
    fragment.padding = used_padding(box, containing_width);
    fragment.inline_edges = {has_left_edge, false};
    if (has_left_edge) {
        fragment.border_box.x = x + used_margins(box, containing_width).left;
    } else {
        fragment.border_box.x = x;
        fragment.border.left = 0;
        fragment.padding.left = 0;
    }
    stack_.push_back(std::move(open));
}

void InlineBoxStack::close(Px right, bool has_right_edge) {
    OpenBox closed = std::move(stack_.back());
    stack_.pop_back();
    Fragment& fragment = closed.fragment;
    fragment.inline_edges.right = has_right_edge;
    if (!has_right_edge) {
        fragment.border.right = 0;
        fragment.padding.right = 0;
    }
    const Px above = closed.metrics->ascent + fragment.padding.top + fragment.border.top;
    const Px below = closed.metrics->descent + fragment.padding.bottom + fragment.border.bottom;
    fragment.border_box.width = std::max(0.0, right - fragment.border_box.x);
    fragment.border_box.height = above + below;
    for (Fragment& child : fragment.children) {
        move_to(child, {child.border_box.x - fragment.border_box.x, child.border_box.y + above});
    }
    const boxes::Box& box = *closed.box;
    fragment.baseline = above;
    const Point relative = relative_offset(box, containing_block_);
    fragment.border_box.x += relative.x;
    align(box, std::move(fragment), relative.y - above, closed.claim,
          std::move(closed.line_aligned));
}

// CSS 2.1 §10.8.1 `vertical-align`; sub and super by the amounts browsers use.
InlineBoxStack::Alignment InlineBoxStack::alignment(const boxes::Box& box, const Extent& claim,
                                                    const OpenBox& parent) const {
    const style::BoxStyle& style = box.style->box();
    const Px parent_size = rounded_to_unit(parent.style->font.size);
    switch (style.vertical_align) {
        case VerticalAlign::kBaseline:
            return {};
        case VerticalAlign::kSub:
            return {truncated_to_unit(parent_size / 5) + 1};
        case VerticalAlign::kSuper:
            return {-(truncated_to_unit(parent_size / 3) + 1)};
        case VerticalAlign::kTextTop:
            return {claim.ascent - parent.metrics->ascent};
        case VerticalAlign::kTextBottom:
            return {parent.metrics->descent - claim.descent};
        case VerticalAlign::kMiddle:
            return {truncated_to_unit((claim.ascent - claim.descent) / 2) -
                    rounded_to_unit(parent.metrics->x_height / 2)};
        case VerticalAlign::kTop:
            return {0, true, true};
        case VerticalAlign::kBottom:
            return {0, true, false};
        case VerticalAlign::kLength: {
            const text::FontMetrics& metrics =
                context_.shaper.fonts().metrics(box.style->text().font);
            const Px line_height = used_line_height(box.style->text(), metrics);
            return {-truncated_to_unit(style.vertical_align_length.resolve(line_height))};
        }
    }
    return {};
}

void InlineBoxStack::align(const boxes::Box& box, Fragment&& child, Px top_offset,
                           const Extent& claim, std::vector<LineAligned>&& inner) {
    OpenBox& parent = stack_.back();
    const Alignment alignment = this->alignment(box, claim, parent);
    const std::size_t index = parent.fragment.children.size();
    move_to(child, {child.border_box.x, alignment.shift + top_offset});
    parent.fragment.children.push_back(std::move(child));
    if (alignment.to_line) {
        parent.line_aligned.push_back({{index}, claim, top_offset, alignment.to_top});
    } else {
        parent.claim.include(claim.lowered(alignment.shift));
    }
    for (LineAligned& aligned : inner) {
        aligned.path.push_back(index);
        parent.line_aligned.push_back(std::move(aligned));
    }
}

void InlineBoxStack::include_font(const text::Font& font) {
    const text::FontMetrics& metrics = context_.shaper.fonts().metrics(font);
    if (&metrics != stack_.back().metrics) {
        further_fonts_.push_back(&metrics);
    }
}

void InlineBoxStack::add_text(Fragment&& text, const style::TextStyle& style) {
    OpenBox& parent = stack_.back();
    const text::FontMetrics& metrics = context_.shaper.fonts().metrics(style.font);
    text.border_box.y = -metrics.ascent;
    text.border_box.height = metrics.ascent + metrics.descent;
    text.baseline = metrics.ascent;
    // CSS 2.1 §10.8.1: with `normal` each font that is used claims its own line height.
    if (style.line_height.kind == style::LineHeight::Kind::kNormal) {
        for (const text::FontMetrics* used : further_fonts_) {
            parent.claim.include(with_leading(*used, used->normal_line_height()));
        }
    }
    further_fonts_.clear();
    parent.fragment.children.push_back(std::move(text));
}

void InlineBoxStack::add_atomic(const boxes::Box& box, AtomicBox&& atomic, Px x) {
    const Extent claim = claim_of_atomic(box, atomic, context_);
    // A marker's box is as high as its font, its claim is a whole line.
    const Px top = box.kind == boxes::BoxKind::kMarker ? -atomic.layout.first_baseline.value_or(0)
                                                       : atomic.margins.top - claim.ascent;
    Fragment fragment = std::move(atomic.layout.fragment);
    const Point relative = relative_offset(box, containing_block_);
    move_to(fragment, {x + atomic.margins.left + relative.x, 0});
    align(box, std::move(fragment), top + relative.y, claim, {});
}

void InlineBoxStack::add_positioned(Fragment&& fragment, bool below_line) {
    positioned_[fragment.positioned_box] = {fragment.border_box.x, below_line};
    stack_.back().fragment.children.push_back(std::move(fragment));
}

// `origin`: of `parent`, from the line's top left corner.
void InlineBoxStack::place_positioned(Fragment& parent, Point origin, Px line_height) const {
    for (Fragment& child : parent.children) {
        if (child.positioned_box == nullptr) {
            const Point inner{origin.x + child.border_box.x, origin.y + child.border_box.y};
            place_positioned(child, inner, line_height);
            continue;
        }
        const auto found = positioned_.find(child.positioned_box);
        if (found != positioned_.end()) {
            const Px y = found->second.below_line ? line_height : 0;
            child.border_box = {found->second.x - origin.x, y - origin.y, 0, 0};
        }
    }
}

Extent InlineBoxStack::line_extent() const {
    const OpenBox& root = stack_.front();
    Extent extent = root.claim;
    for (const LineAligned& aligned : root.line_aligned) {
        const Px missing = aligned.extent.height() - extent.height();
        if (missing > 0) {
            (aligned.to_top ? extent.descent : extent.ascent) += missing;
        }
    }
    return extent;
}

void InlineBoxStack::place_line_aligned(Fragment& line, const Extent& extent) const {
    std::vector<LineAligned> all = stack_.front().line_aligned;
    std::stable_sort(all.begin(), all.end(), [](const LineAligned& a, const LineAligned& b) {
        return a.path.size() < b.path.size();
    });
    for (const LineAligned& aligned : all) {
        Fragment* fragment = &line;
        Px top = 0;  // of the parent of `fragment`, from the line's top
        for (auto index = aligned.path.rbegin(); index != aligned.path.rend(); ++index) {
            top += fragment == &line ? 0 : fragment->border_box.y;
            fragment = &fragment->children[*index];
        }
        const Px baseline =
            aligned.to_top ? aligned.extent.ascent : extent.height() - aligned.extent.descent;
        move_to(*fragment, {fragment->border_box.x, baseline + aligned.top_offset - top});
    }
}

Fragment InlineBoxStack::finish_line(bool has_content) {
    const Extent extent = line_extent();
    Fragment line = std::move(stack_.front().fragment);
    for (Fragment& child : line.children) {
        move_to(child, {child.border_box.x, child.border_box.y + extent.ascent});
    }
    place_line_aligned(line, extent);
    line.baseline = extent.ascent;
    line.border_box.height = has_content ? extent.height() : 0;
    if (!positioned_.empty()) {
        place_positioned(line, {}, line.border_box.height);
    }
    return line;
}

}  // namespace ghreveal::layout
