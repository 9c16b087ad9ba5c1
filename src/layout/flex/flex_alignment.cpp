#include <algorithm>

#include "layout/flex/flex.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

namespace {

using style::Align;

// Where a row of things begins in free space, and how much space comes between two of them.
struct Distribution {
    Px before = 0;
    Px between = 0;
};

// CSS Box Alignment 3 §4.3, §5.3: spread out things fall back to the start when there is no room.
Distribution distribute(Align align, Px space, std::size_t things, bool is_reversed) {
    const auto count = static_cast<double>(things);
    switch (in_room(align, space)) {
        case Align::kFlexEnd:
            return {space, 0};
        case Align::kStart:
            return {is_reversed ? space : 0, 0};
        case Align::kEnd:
            return {is_reversed ? 0 : space, 0};
        case Align::kCenter:
            return {space / 2, 0};
        case Align::kSpaceBetween:
            return {0, space > 0 && things > 1 ? space / (count - 1) : 0};
        case Align::kSpaceAround:
            return space > 0 ? Distribution{space / count / 2, space / count} : Distribution{};
        case Align::kSpaceEvenly:
            return space > 0 ? Distribution{space / (count + 1), space / (count + 1)}
                             : Distribution{};
        default:
            return {};
    }
}

// §9.5 step 12: automatic margins take all free space, evenly.
Px fill_automatic_margins(const FlexLine& line, Px space) {
    double count = 0;
    for (const FlexItem& item : line.items) {
        count +=
            (item.main_margins.start_is_auto ? 1 : 0) + (item.main_margins.end_is_auto ? 1 : 0);
    }
    if (count == 0 || space <= 0) {
        return space;
    }
    for (FlexItem& item : line.items) {
        item.main_margins.start += item.main_margins.start_is_auto ? space / count : 0;
        item.main_margins.end += item.main_margins.end_is_auto ? space / count : 0;
    }
    return 0;
}

void align_line(const FlexContainer& container, FlexLine& line, Px inner_main_size) {
    Px space = inner_main_size - container.main_gap * (static_cast<double>(line.items.size()) - 1);
    for (const FlexItem& item : line.items) {
        space -= item.outer_main(item.main_size);
    }
    space = fill_automatic_margins(line, space);
    const Distribution distribution =
        distribute(container.in_main_axis(container.box->style->box().justify_content), space,
                   line.items.size(), container.axes.start_is_flex_end);
    Px position = distribution.before;
    for (FlexItem& item : line.items) {
        item.main_position = position + item.main_margins.start;
        position += item.outer_main(item.main_size) + distribution.between + container.main_gap;
    }
}

// §9.6 step 13; whether there were automatic margins.
bool fill_automatic_cross_margins(FlexItem& item, Px space) {
    FlexMargins& margins = item.cross_margins;
    if (!margins.start_is_auto && !margins.end_is_auto) {
        return false;
    }
    const Px room = std::max(0.0, space);
    if (margins.start_is_auto) {
        margins.start = margins.end_is_auto ? room / 2 : room;
    }
    return true;
}

// §9.6 step 14: from the line's cross-start edge to the item's margin edge.
Px offset_in_line(const FlexLine& line, const FlexItem& item, Px space, bool start_is_flex_end) {
    switch (in_room(item.align, space)) {
        case Align::kFlexEnd:
            return space;
        case Align::kStart:
            return start_is_flex_end ? space : 0;
        case Align::kEnd:
            return start_is_flex_end ? 0 : space;
        case Align::kCenter:
            return space / 2;
        case Align::kBaseline:
            return line.max_baseline > 0 ? line.max_baseline - item.baseline() : 0;
        case Align::kLastBaseline:
            return space - (line.max_below_baseline - item.below_last_baseline());
        default:
            return 0;
    }
}

}  // namespace

void align_main_axis(const FlexContainer& container, std::vector<FlexLine>& lines,
                     Px inner_main_size) {
    for (FlexLine& line : lines) {
        align_line(container, line, inner_main_size);
    }
}

Px total_cross_size(const FlexContainer& container, const std::vector<FlexLine>& lines) {
    Px size = lines.empty() ? 0 : container.cross_gap * (static_cast<double>(lines.size()) - 1);
    for (const FlexLine& line : lines) {
        size += line.cross_size;
    }
    return size;
}

void align_lines(const FlexContainer& container, std::vector<FlexLine>& lines,
                 Px inner_cross_size) {
    Align align = container.box->style->box().align_content;
    const Px space = inner_cross_size - total_cross_size(container, lines);
    if (!container.axes.wraps) {
        align = Align::kStart;
    } else if (align == Align::kNormal || align == Align::kAuto || align == Align::kStretch) {
        for (FlexLine& line : lines) {
            line.cross_size += std::max(0.0, space) / static_cast<double>(lines.size());
        }
        align = Align::kFlexStart;
    }
    const Distribution distribution =
        distribute(align, space, lines.size(), container.axes.cross_start_is_flex_end);
    Px position = distribution.before;
    for (FlexLine& line : lines) {
        line.cross_position = position;
        position += line.cross_size + distribution.between + container.cross_gap;
    }
}

void align_items_in_lines(const FlexContainer& container, std::vector<FlexLine>& lines) {
    for (FlexLine& line : lines) {
        for (FlexItem& item : line.items) {
            const Px space = line.cross_size - item.outer_cross();
            const Px offset =
                fill_automatic_cross_margins(item, space)
                    ? 0
                    : offset_in_line(line, item, space, container.axes.cross_start_is_flex_end);
            item.cross_position = line.cross_position + offset + item.cross_margins.start;
        }
    }
}

}  // namespace ghreveal::layout
