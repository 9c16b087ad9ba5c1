#include "draw/filters/filtered_items.h"

#include "draw/filters/filter_colors.h"

namespace ghreveal::draw {

namespace {

using Filters = std::span<const css::FilterFunction>;

struct Recolour {
    Filters filters;

    void operator()(paint::FillGradient& item) const {
        auto gradient = std::make_shared<css::Gradient>(*item.gradient);
        for (css::ColorStop& stop : gradient->stops) {
            stop.color = filtered(stop.color, filters);
        }
        item.gradient = std::move(gradient);
    }
    void operator()(paint::DrawImage& item) const {
        item.filters.insert(item.filters.end(), filters.begin(), filters.end());
    }
    void operator()(paint::TileImage& item) const {
        item.filters.insert(item.filters.end(), filters.begin(), filters.end());
    }
    template <typename Item>
    void operator()(Item& item) const {
        if constexpr (requires { item.color; }) {
            item.color = filtered(item.color, filters);
        }
    }
};

}  // namespace

paint::DisplayList with_filtered_colors(paint::DisplayList items, Filters filters) {
    for (std::size_t i = 0; !filters.empty() && i < items.size();) {
        if (auto* group = std::get_if<paint::PushFilter>(&items[i])) {
            group->filters.insert(group->filters.end(), filters.begin(), filters.end());
            i = group_end(items, i);
        } else {
            std::visit(Recolour{filters}, items[i]);
            ++i;
        }
    }
    return items;
}

std::size_t group_end(const paint::DisplayList& list, std::size_t at) {
    int depth = 0;
    for (std::size_t i = at; i < list.size(); ++i) {
        if (paint::is_push(list[i])) {
            ++depth;
        } else if (std::holds_alternative<paint::Pop>(list[i]) && --depth == 0) {
            return i + 1;
        }
    }
    return list.size();
}

}  // namespace ghreveal::draw
