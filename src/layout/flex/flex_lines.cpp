#include <algorithm>

#include "layout/flex/flex.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

namespace {

// Lengths of text are sums of fractions: what is over by less than a browser's smallest unit
// (1/64 px) is not over.
constexpr Px kTolerance = 1.0 / 64;

Px gaps_between(const FlexContainer& container, std::size_t items) {
    return container.main_gap * (static_cast<double>(items) - 1);
}

// An item while its line's free space is shared out (§9.7).
struct Flexing {
    FlexItem* item = nullptr;
    double factor = 0;  // flex-grow or flex-shrink
    bool is_frozen = false;
    Px violation = 0;  // how much the bounds moved the size

    Px base() const { return item->flex_base_size; }
    double scaled_shrink_factor() const {
        return factor * std::max(0.0, base() - item->main_padding_and_border);
    }
};

enum class Flex : std::uint8_t { kGrow, kShrink };

void freeze(Flexing& flexing, Px size) {
    flexing.is_frozen = true;
    flexing.item->main_size = size;
}

// §9.7 steps 1 and 2.
std::vector<Flexing> start_flexing(const FlexLine& line, Flex flex) {
    std::vector<Flexing> all;
    all.reserve(line.items.size());
    for (FlexItem& item : line.items) {
        const style::BoxStyle& style = item.box->style->box();
        Flexing flexing{&item, flex == Flex::kGrow ? style.flex_grow : style.flex_shrink};
        const Px hypothetical = item.hypothetical_main_size;
        const bool is_past_its_bound = flex == Flex::kGrow ? item.flex_base_size > hypothetical
                                                           : item.flex_base_size < hypothetical;
        item.main_size = item.flex_base_size;
        if (flexing.factor == 0 || is_past_its_bound) {
            freeze(flexing, hypothetical);
        }
        all.push_back(flexing);
    }
    return all;
}

Px free_space(const FlexContainer& container, const std::vector<Flexing>& all, Px inner_size) {
    Px space = inner_size - gaps_between(container, all.size());
    for (const Flexing& flexing : all) {
        space -=
            flexing.item->outer_main(flexing.is_frozen ? flexing.item->main_size : flexing.base());
    }
    return space;
}

// §9.7 step 4b: factors that add up to less than 1 take only that part of the free space.
Px shared_space(const std::vector<Flexing>& all, Px initial, Px remaining) {
    double factors = 0;
    for (const Flexing& flexing : all) {
        factors += flexing.is_frozen ? 0 : flexing.factor;
    }
    const Px part = initial * factors;
    return factors < 1 && std::abs(part) < std::abs(remaining) ? part : remaining;
}

// §9.7 step 4c.
void share_out(std::vector<Flexing>& all, Flex flex, Px space) {
    const auto weight = [flex](const Flexing& flexing) {
        return flex == Flex::kGrow ? flexing.factor : flexing.scaled_shrink_factor();
    };
    double total = 0;
    for (const Flexing& flexing : all) {
        total += flexing.is_frozen ? 0 : weight(flexing);
    }
    for (Flexing& flexing : all) {
        if (!flexing.is_frozen) {
            const double part = total > 0 ? weight(flexing) / total : 0;
            flexing.item->main_size = flexing.base() + space * part;
        }
    }
}

// §9.7 steps 4d and 4e; whether any item may still flex.
bool fix_violations(std::vector<Flexing>& all) {
    Px total = 0;
    for (Flexing& flexing : all) {
        if (!flexing.is_frozen) {
            const Px bounded = flexing.item->main_bounds.clamp(flexing.item->main_size);
            flexing.violation = bounded - flexing.item->main_size;
            flexing.item->main_size = bounded;
            total += flexing.violation;
        }
    }
    bool goes_on = false;
    for (Flexing& flexing : all) {
        if (flexing.is_frozen) {
            continue;
        }
        const bool is_over = total == 0 || (total > 0 && flexing.violation > 0) ||
                             (total < 0 && flexing.violation < 0);
        flexing.is_frozen = is_over;
        goes_on |= !is_over;
    }
    return goes_on;
}

}  // namespace

Px hypothetical_main_size(const FlexContainer& container, const FlexLine& line) {
    Px size = line.items.empty() ? 0 : gaps_between(container, line.items.size());
    for (const FlexItem& item : line.items) {
        size += item.outer_main(item.hypothetical_main_size);
    }
    return size;
}

std::vector<FlexLine> flex_lines(const FlexContainer& container, std::vector<FlexItem>& items) {
    std::optional<Px> limit = container.definite_main();
    if (!limit && !container.axes.is_row) {
        limit = container.content_height_bounds.max;
    }
    std::vector<FlexLine> lines;
    std::size_t first = 0;
    Px size = 0;
    for (std::size_t at = 0; at < items.size(); ++at) {
        const Px item_size = items[at].outer_main(items[at].hypothetical_main_size);
        const Px with_item = size + item_size + (at > first ? container.main_gap : 0);
        if (container.axes.wraps && limit && at > first && with_item > *limit + kTolerance) {
            lines.push_back({std::span(items).subspan(first, at - first)});
            first = at;
            size = item_size;
        } else {
            size = with_item;
        }
    }
    if (!items.empty()) {
        lines.push_back({std::span(items).subspan(first)});
    }
    return lines;
}

void resolve_flexible_lengths(const FlexContainer& container, const FlexLine& line,
                              Px inner_main_size) {
    const bool grows = hypothetical_main_size(container, line) < inner_main_size;
    const Flex flex = grows ? Flex::kGrow : Flex::kShrink;
    std::vector<Flexing> all = start_flexing(line, flex);
    const Px initial = free_space(container, all, inner_main_size);
    bool goes_on = std::any_of(all.begin(), all.end(),
                               [](const Flexing& flexing) { return !flexing.is_frozen; });
    while (goes_on) {
        const Px remaining = free_space(container, all, inner_main_size);
        share_out(all, flex, shared_space(all, initial, remaining));
        goes_on = fix_violations(all);
    }
}

}  // namespace ghreveal::layout
