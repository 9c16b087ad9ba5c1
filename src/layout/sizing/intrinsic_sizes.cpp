#include "layout/sizing/intrinsic_sizes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "layout/block/block.h"
#include "layout/block/list.h"
#include "layout/block/multicol.h"
#include "layout/inline/inline_layout.h"
#include "layout/inline/inline_shaping.h"
#include "layout/inline/line_breaking.h"
#include "layout/layout_cache.h"
#include "layout/orthogonal.h"
#include "layout/replaced.h"
#include "layout/sizing/layout_unit.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;
using boxes::BoxKind;

// Measures lines as LineBreaker does, so that what it finds wide enough is.
class LineMeasure {
public:
    LineMeasure(const Box& container, const InlineContent& content, LayoutContext& context)
        : content_(content), context_(context) {
        settled_ = container.style->text().text_indent.px;
        segment_start_ = 0;
    }

    IntrinsicSizes measure() {
        for (std::size_t i = 0; i < content_.pieces.size(); ++i) {
            add(i);
        }
        end_line();
        sizes_.max_content = std::max(sizes_.max_content, floats_max_);
        return sizes_;
    }

private:
    Px width() const { return settled_ + ceiled_to_unit(text_); }
    void settle() {
        settled_ = width();
        text_ = 0;
    }
    void add(std::size_t index);
    void add_text(const Piece&);
    void add_float(const Box&);
    void note_content() {
        content_end_ = width();
        has_content_ = true;
    }
    // A line may end here: the segment since the last such place is one that cannot be broken.
    void end_segment() {
        sizes_.min_content =
            std::max(sizes_.min_content, ceiled_to_unit(content_end_ - segment_start_));
        segment_start_ = width();
        content_end_ = segment_start_;
    }
    void end_line() {
        sizes_.max_content =
            std::max(sizes_.max_content, (has_content_ ? line_end_ : 0) + floats_max_);
        end_segment();
        settled_ = 0;
        text_ = 0;
        segment_start_ = 0;
        content_end_ = 0;
        line_end_ = 0;
        has_content_ = false;
    }

    const InlineContent& content_;
    LayoutContext& context_;
    IntrinsicSizes sizes_;
    Px settled_ = 0;
    Px text_ = 0;
    std::uint32_t text_item_ = 0;
    Px segment_start_ = 0;
    Px content_end_ = 0;  // of the segment: hanging space does not count
    Px line_end_ = 0;     // the same of the line
    Px floats_max_ = 0;
    bool has_content_ = false;
    bool opportunity_pending_ = false;
};

void LineMeasure::add_float(const Box& box) {
    const IntrinsicSizes sizes = intrinsic_sizes(box, context_);
    const Px margins = used_margins(box, 0).horizontal();
    if (box.style->box().clear != style::Clear::kNone) {
        // It goes below those before it.
        sizes_.max_content =
            std::max(sizes_.max_content, (has_content_ ? line_end_ : 0) + floats_max_);
        floats_max_ = 0;
    }
    floats_max_ += sizes.max_content + margins;
    sizes_.min_content = std::max(sizes_.min_content, sizes.min_content + margins);
}

void LineMeasure::add_text(const Piece& piece) {
    const style::TextStyle& style = content_.item_of(piece).parent_style->text();
    if (piece.item != text_item_) {
        settle();
        text_item_ = piece.item;
    }
    if (piece.kind == PieceKind::kSpace && piece.is_collapsible && !has_content_) {
        return;
    }
    if (piece.kind == PieceKind::kWord && style.overflow_wrap == style::OverflowWrap::kAnywhere &&
        wraps_lines(style.white_space)) {
        // CSS Text 3 §5.5: `anywhere` counts in the narrowest size, by letters.
        const Px widest = widest_glyph(piece.shaped(), context_.work);
        sizes_.min_content = std::max(sizes_.min_content, ceiled_to_unit(widest));
        text_ += piece.width;
        segment_start_ = width();
        note_content();
        line_end_ = content_end_;
        return;
    }
    text_ += piece.kind == PieceKind::kTab ? tab_width(style, width(), context_) : piece.width;
    if (piece.kind != PieceKind::kSpace || !piece.hangs) {
        note_content();
        line_end_ = content_end_;
    }
}

void LineMeasure::add(std::size_t index) {
    const Piece& piece = content_.pieces[index];
    const InlineItem& item = content_.item_of(piece);
    switch (piece.kind) {
        case PieceKind::kWord:
        case PieceKind::kSpace:
        case PieceKind::kTab:
            add_text(piece);
            break;
        case PieceKind::kOpen:
        case PieceKind::kClose: {
            settle();
            const Px edge = edge_width(item, 0);
            settled_ += edge;
            if (edge != 0) {
                note_content();
                line_end_ = content_end_;
            }
            break;
        }
        case PieceKind::kAtomic: {
            settle();
            const IntrinsicSizes sizes = intrinsic_sizes(*item.box, context_);
            const Px margins = used_margins(*item.box, 0).horizontal();
            // The narrowest is no part of the widest: it is a segment of its own.
            const Px before = content_end_ - segment_start_;
            settled_ += sizes.max_content + margins;
            has_content_ = true;
            line_end_ = width();
            segment_start_ = line_end_ - before - sizes.min_content - margins;
            content_end_ = line_end_;
            break;
        }
        case PieceKind::kFloat:
            add_float(*item.box);
            break;
        case PieceKind::kForcedBreak:
            end_line();
            break;
        case PieceKind::kSoftHyphen:
        case PieceKind::kPositioned:
            break;
    }
    const bool may_end =
        piece.break_after || (piece.kind == PieceKind::kClose && opportunity_pending_);
    const bool box_ends_next =
        index + 1 < content_.pieces.size() && content_.pieces[index + 1].kind == PieceKind::kClose;
    opportunity_pending_ = may_end && box_ends_next;
    if (may_end && !box_ends_next) {
        end_segment();
    }
}

IntrinsicSizes sizes_of_lines(const Box& container, LayoutContext& context) {
    return LineMeasure(container, cached_inline_content(container, context), context).measure();
}

// The widest child; floats beside each other and beside what is in flow.
IntrinsicSizes sizes_of_blocks(const Box& container, LayoutContext& context) {
    IntrinsicSizes widest;
    Px floats = 0;
    for (const Box& child : container.children) {
        if (child.is_absolutely_positioned() || child.is_outside_marker()) {
            continue;
        }
        IntrinsicSizes sizes = intrinsic_sizes(child, context);
        const Px margins = used_margins(child, 0).horizontal();
        widest.min_content = std::max(widest.min_content, sizes.min_content + margins);
        if (child.style->box().clear != style::Clear::kNone) {
            widest.max_content = std::max(widest.max_content, floats);
            floats = 0;
        }
        if (child.is_floating()) {
            floats += sizes.max_content + margins;
        } else {
            widest.max_content =
                std::max(widest.max_content, std::max(floats, 0.0) + sizes.max_content + margins);
            floats = 0;
        }
    }
    widest.max_content = std::max(widest.max_content, floats);
    return widest;
}

IntrinsicSizes sizes_of_container(const Box& box, LayoutContext& context) {
    const bool has_lines = std::any_of(box.children.begin(), box.children.end(),
                                       [](const Box& child) { return child.is_inline_level(); });
    IntrinsicSizes sizes = has_lines ? sizes_of_lines(box, context) : sizes_of_blocks(box, context);
    if (box.kind == BoxKind::kBlock && is_multicol(box.style->box())) {
        sizes = multicol_intrinsic_sizes(box, sizes);
    }
    const Px around = (used_padding(box, 0) + used_border(box)).horizontal();
    sizes.max_content = std::max(sizes.max_content, sizes.min_content);
    return {std::max(0.0, sizes.min_content) + around, std::max(0.0, sizes.max_content) + around};
}

bool has_items(BoxKind kind) {
    return kind == BoxKind::kFlex || kind == BoxKind::kGrid;
}

// CSS Containment 2 §3.1: as if there were nothing in it.
bool is_sized_without_content(const Box& box) {
    return box.style->box().has_contained_width() &&
           (box.kind == BoxKind::kBlock || has_items(box.kind));
}

IntrinsicSizes measured_content_sizes(const Box& box, LayoutContext& context) {
    if (is_sized_without_content(box)) {
        const Px around = (used_padding(box, 0) + used_border(box)).horizontal();
        return {around, around};
    }
    switch (box.kind) {
        case BoxKind::kReplaced:
            return replaced_content_sizes(box, context);
        case BoxKind::kTableWrapper:
            return table_intrinsic_sizes(box, context);
        case BoxKind::kFlex:
            return flex_intrinsic_sizes(box, context);
        case BoxKind::kGrid:
            return grid_intrinsic_sizes(box, context);
        case BoxKind::kOrthogonal:
            return orthogonal_intrinsic_sizes(box, context);
        case BoxKind::kMarker: {
            const Px width = lay_out_inside_marker(box, context).fragment.border_box.width;
            return {width, width};
        }
        default:
            return sizes_of_container(box, context);
    }
}

bool is_percentage(const css::SizeValue& size) {
    return size.length && size.length->has_percentage();
}

}  // namespace

namespace {

// Measures the box with percentages of heights in it that are of what is said of it. Whether what
// is around it has a part in that is left in the cache's note of what was asked for.
IntrinsicSizes sizes_with_heights(const Box& box, const PercentageHeights& heights,
                                  LayoutContext& context) {
    LayoutCache& cache = *context.cache;
    const bool asked = std::exchange(cache.asked_for_percentage_height, false);
    bool is_from_outside = true;
    IntrinsicSizes sizes;
    if (box.kind == BoxKind::kReplaced) {
        sizes = measured_content_sizes(box, context);
    } else {
        const InnerHeight inner = inner_percentage_height(box, heights);
        is_from_outside = inner.is_from_outside;
        const WithPercentageHeights inside(cache, inner.value);
        sizes = measured_content_sizes(box, context);
    }
    const bool depends = cache.asked_for_percentage_height && is_from_outside;
    cache.content_sizes.insert_or_assign(
        &box, KeptContentSizes{sizes, depends ? std::optional(heights) : std::nullopt});
    cache.asked_for_percentage_height = asked || depends;
    return sizes;
}

}  // namespace

IntrinsicSizes content_intrinsic_sizes(const Box& box, LayoutContext& context) {
    LayoutCache& cache = *context.cache;
    const PercentageHeights heights = percentage_heights_of(box, cache);
    const auto found = cache.content_sizes.find(&box);
    if (found != cache.content_sizes.end() &&
        (!found->second.heights || *found->second.heights == heights)) {
        cache.asked_for_percentage_height |= found->second.heights.has_value();
        return found->second.sizes;
    }
    ++context.work;
    bool& ignores_percentages = cache.ignores_column_percentages;
    const bool ignored = ignores_percentages;
    ignores_percentages =
        box.kind == BoxKind::kTableCell || has_items(box.kind) ||
        (ignored && (box.style->box().width.is_auto() || box.source.is_anonymous));
    const IntrinsicSizes sizes = sizes_with_heights(box, heights, context);
    ignores_percentages = ignored;
    return sizes;
}

namespace {

// CSS Sizing 4 §4.2: as wide as the ratio makes the height that is known, or as the content needs.
std::optional<Px> contribution_by_ratio(const Box& box, LayoutContext& context) {
    context.cache->asked_for_percentage_height |= is_percentage(box.style->box().height);
    const auto width = width_by_ratio(box, {0, context.cache->percentage_height});
    return width ? std::optional(std::max(*width, automatic_minimum_width(box, context)))
                 : std::nullopt;
}

}  // namespace

IntrinsicSizes intrinsic_sizes(const Box& box, LayoutContext& context) {
    const bool decides_itself =
        box.kind == BoxKind::kTableWrapper || box.kind == BoxKind::kTableCell;
    if (decides_itself) {
        return content_intrinsic_sizes(box, context);
    }
    const style::BoxStyle& style = box.style->box();
    const Px around = (used_padding(box, 0) + used_border(box)).horizontal();
    const SizeBasis basis{std::nullopt, around};
    // How much there is, is not known: `fit-content` is as wide as the content.
    const Px boundless = std::numeric_limits<Px>::infinity();
    const SizeBounds bounds = used_width_bounds(box, basis, boundless, context);
    auto given = definite_border_box_size(style.width, style.box_sizing, basis);
    if (!given && style.aspect_ratio && box.kind != BoxKind::kReplaced) {
        given = contribution_by_ratio(box, context);
    }
    IntrinsicSizes sizes =
        given ? IntrinsicSizes{*given, *given} : content_intrinsic_sizes(box, context);
    if (!given && style.width.keyword == css::SizeKeyword::kMinContent && !style.width.length) {
        sizes.max_content = sizes.min_content;
    } else if (!given && style.width.keyword == css::SizeKeyword::kMaxContent &&
               !style.width.length) {
        sizes.min_content = sizes.max_content;
    }
    if (box.kind == BoxKind::kReplaced && (is_percentage(style.max_width) && given)) {
        sizes.min_content = around;
    }
    return {bounds.clamp(sizes.min_content), bounds.clamp(sizes.max_content)};
}

IntrinsicSizes intrinsic_sizes_within(const Box& box, Px containing_width, LayoutContext& context) {
    const IntrinsicSizes content = content_intrinsic_sizes(box, context);
    if (box.kind == BoxKind::kTableWrapper) {
        return content;
    }
    const Px by_percentage =
        used_padding(box, containing_width).horizontal() - used_padding(box, 0).horizontal();
    return {content.min_content + by_percentage, content.max_content + by_percentage};
}

}  // namespace ghreveal::layout
