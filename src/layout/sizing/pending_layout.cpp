#include "layout/sizing/pending_layout.h"

#include <algorithm>

#include "layout/layout_cache.h"
#include "style/properties/box_style.h"
#include "support/limits.h"

namespace ghreveal::layout {

namespace {

bool is_percentage(const css::SizeValue& size) {
    return size.length && size.length->has_percentage();
}

bool is_stretch(const css::SizeValue& size) {
    return !size.length && size.keyword == css::SizeKeyword::kStretch;
}

// The containing block's height changes nothing in a box that asks for no part of it.
bool asks_for_containing_height(const boxes::Box& box) {
    return gives_percentage_height(box) || box.kind == boxes::BoxKind::kOrthogonal ||
           (box.kind == boxes::BoxKind::kTableWrapper &&
            std::any_of(box.children.begin(), box.children.end(), gives_percentage_height));
}

Px content_bottom(const Fragment& box) {
    Px bottom = box.border.top + box.padding.top;
    for (const Fragment& child : box.children) {
        bottom = std::max(bottom, child.border_box.bottom());
    }
    return bottom + box.padding.bottom + box.border.bottom;
}

BoxMeasures measures_of(const BoxLayout& layout) {
    const Fragment& fragment = layout.fragment;
    return {fragment.border_box.size(), content_bottom(fragment), fragment.children.empty(),
            layout.first_baseline, layout.last_baseline};
}

}  // namespace

void PendingLayout::settle_for(const KeptMeasures& kept, const ForcedSize& wanted) {
    request_ = kept.request;
    measures_ = kept.measures;
    measures_.size.height = wanted.height.value_or(measures_.size.height);
}

void PendingLayout::lay_out(const LayoutRequest& request, LayoutContext& context) {
    request_ = request;
    if (!asks_for_containing_height(*box_)) {
        request_.containing_block.height.reset();
    }
    std::vector<KeptMeasures>& all = context.cache->measures[box_];
    const auto found = std::find_if(all.begin(), all.end(), [this](const KeptMeasures& kept) {
        return kept.request == request_;
    });
    if (found != all.end()) {
        measures_ = found->measures;
        return;
    }
    if (all.size() == FixedLimits::layouts_of_box) {
        settle_for(all.front(), request.forced);
        return;
    }
    layout_ = lay_out_independent(*box_, request_.containing_block, request_.forced, context);
    made_for_ = request_;
    measures_ = measures_of(*layout_);
    all.push_back({request_, measures_});
}

BoxLayout PendingLayout::finish(LayoutContext& context) {
    if (!layout_ || made_for_ != request_) {
        layout_ = lay_out_independent(*box_, request_.containing_block, request_.forced, context);
    }
    layout_->fragment.border_box.height = measures_.size.height;
    return std::move(*layout_);
}

namespace {

// CSS 2.1 §9.4.3: of the height that the box is in.
bool is_moved_by_percentage(const style::BoxStyle& style) {
    return style.position == style::Position::kRelative &&
           (is_percentage(style.offset.top) || is_percentage(style.offset.bottom));
}

}  // namespace

bool gives_percentage_height(const boxes::Box& box) {
    const style::BoxStyle& style = box.style->box();
    return is_percentage(style.height) || is_percentage(style.max_height) ||
           is_percentage(style.min_height) || is_moved_by_percentage(style) ||
           is_stretch(style.height) || is_stretch(style.min_height) || is_stretch(style.max_height);
}

bool is_transparent_for_percentages(const boxes::Box& box) {
    return box.source.is_anonymous && box.kind == boxes::BoxKind::kBlock;
}

bool has_percentage_height(const boxes::Box& box) {
    return std::any_of(box.children.begin(), box.children.end(), [](const boxes::Box& child) {
        const bool is_looked_through =
            child.kind == boxes::BoxKind::kInline || is_transparent_for_percentages(child);
        return gives_percentage_height(child) ||
               (is_looked_through && has_percentage_height(child));
    });
}

bool has_percentage_offset(const boxes::Box& box) {
    return std::any_of(box.children.begin(), box.children.end(), [](const boxes::Box& child) {
        return is_moved_by_percentage(child.style->box());
    });
}

bool depends_on_height(const boxes::Box& box) {
    switch (box.kind) {
        case boxes::BoxKind::kBlock:
            return has_percentage_height(box);
        case boxes::BoxKind::kFlex:
        case boxes::BoxKind::kGrid:
        case boxes::BoxKind::kTableWrapper:
        case boxes::BoxKind::kReplaced:
        case boxes::BoxKind::kOrthogonal:
            return true;
        default:
            return false;
    }
}

}  // namespace ghreveal::layout
