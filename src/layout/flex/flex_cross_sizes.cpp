#include <algorithm>

#include "layout/flex/flex.h"
#include "layout/sizing/box_sizing.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

namespace {

// As high as its base is given (§9.8), where nothing made it grow or shrink from that.
bool has_definite_base(const FlexItem& item) {
    const style::BoxStyle& style = item.box->style->box();
    const css::SizeValue& base = style.flex_basis.is_auto() ? style.height : style.flex_basis;
    return base.length && !base.length->has_percentage() &&
           item.main_size == item.hypothetical_main_size;
}

// §9.8: what a column without a height of its own made an item as high as is not definite, but for
// what a ratio makes of its width.
ForcedSize forced_size(const FlexContainer& container, const FlexItem& item,
                       std::optional<Px> cross) {
    const Px main = item.main_size;
    ForcedSize forced = container.axes.is_row ? ForcedSize{main, cross} : ForcedSize{cross, main};
    const bool goes_by_ratio = item.ratio && item.box->style->box().height.is_auto();
    forced.height_is_indefinite = !container.axes.is_row && !container.definite_main() &&
                                  !goes_by_ratio && !has_definite_base(item);
    return forced;
}

// An item of a single line of known cross size gets it at once.
std::optional<Px> stretched_cross_size(const FlexContainer& container, const FlexItem& item) {
    const std::optional<Px> line = container.definite_cross();
    if (!line || container.axes.wraps || !item.stretches()) {
        return std::nullopt;
    }
    return item.cross_bounds.clamp(std::max(0.0, *line - item.cross_margins.sum()));
}

void lay_out_item_again(const FlexContainer& container, FlexItem& item, const ForcedSize& forced,
                        LayoutContext& context) {
    const Size& size = item.layout.measures().size;
    const bool keeps_width = !forced.width || *forced.width == size.width;
    if (keeps_width && !depends_on_height(*item.box)) {
        item.layout.stretch_to(forced.height.value_or(size.height));
    } else {
        item.layout.lay_out({container.containing_block(), forced}, context);
    }
}

// §9.4 step 7: in a column, what has a ratio is as wide as its height makes it.
void take_width_by_ratio(const FlexContainer& container, FlexItem& item, LayoutContext& context) {
    const bool is_stretched = item.stretches() && !container.axes.wraps;
    if (!item.ratio || !item.has_automatic_cross_size || is_stretched) {
        return;
    }
    Px width = item.ratio->width(item.main_size);
    const style::BoxStyle& style = item.box->style->box();
    if (item.box->kind != boxes::BoxKind::kReplaced && style.min_width.is_auto() &&
        !scrolls(style.overflow_x)) {
        width = std::max(width, content_intrinsic_sizes(*item.box, context).min_content);
    }
    item.cross_size = item.cross_bounds.clamp(width);
}

// §9.4 step 7.
void lay_out_item(const FlexContainer& container, FlexItem& item, LayoutContext& context) {
    const FlexAxes& axes = container.axes;
    if (axes.is_row) {
        item.layout.lay_out({container.containing_block(),
                             forced_size(container, item, stretched_cross_size(container, item))},
                            context);
    } else if (item.ratio || item.main_size != axes.main(item.layout.measures().size)) {
        take_width_by_ratio(container, item, context);
        lay_out_item_again(container, item, forced_size(container, item, item.cross_size), context);
    }
    item.cross_size = axes.cross(item.layout.measures().size);
}

bool aligns_to_baseline(const FlexContainer& container, const FlexItem& item, style::Align which) {
    return container.axes.is_row && item.align == which && !item.cross_margins.start_is_auto &&
           !item.cross_margins.end_is_auto;
}

// §9.4 step 8, from the items.
void measure_line(const FlexContainer& container, FlexLine& line) {
    Px below_baseline = 0;
    Px above_last_baseline = 0;
    Px largest = 0;
    for (const FlexItem& item : line.items) {
        if (aligns_to_baseline(container, item, style::Align::kLastBaseline)) {
            const Px below = item.below_last_baseline();
            line.max_below_baseline = std::max(line.max_below_baseline, below);
            above_last_baseline = std::max(above_last_baseline, item.outer_cross() - below);
        } else if (aligns_to_baseline(container, item, style::Align::kBaseline)) {
            line.max_baseline = std::max(line.max_baseline, item.baseline());
            below_baseline = std::max(below_baseline, item.outer_cross() - item.baseline());
        } else {
            largest = std::max(largest, item.outer_cross());
        }
    }
    line.cross_size = std::max({largest, line.max_baseline + below_baseline,
                                above_last_baseline + line.max_below_baseline});
}

}  // namespace

void determine_cross_sizes(const FlexContainer& container, std::vector<FlexLine>& lines,
                           LayoutContext& context) {
    for (FlexLine& line : lines) {
        for (FlexItem& item : line.items) {
            lay_out_item(container, item, context);
        }
        measure_line(container, line);
    }
    if (container.axes.wraps || lines.empty()) {
        return;
    }
    FlexLine& only = lines.front();
    if (const std::optional<Px> cross = container.definite_cross()) {
        only.cross_size = *cross;
    } else {
        only.cross_size = container.content_height_bounds.clamp(only.cross_size);
    }
}

// §9.4 step 11.
void stretch_items(const FlexContainer& container, std::vector<FlexLine>& lines,
                   LayoutContext& context) {
    for (FlexLine& line : lines) {
        for (FlexItem& item : line.items) {
            if (!item.stretches()) {
                continue;
            }
            const Px cross =
                item.cross_bounds.clamp(std::max(0.0, line.cross_size - item.cross_margins.sum()));
            // A height that is stretched to is definite, be it that of the content (§9.8).
            const bool becomes_definite =
                container.axes.is_row &&
                (item.box->kind == boxes::BoxKind::kBlock ? has_percentage_height(*item.box)
                                                          : has_percentage_offset(*item.box));
            if (cross != item.cross_size || becomes_definite) {
                item.cross_size = cross;
                lay_out_item_again(container, item, forced_size(container, item, cross), context);
            }
        }
    }
}

}  // namespace ghreveal::layout
