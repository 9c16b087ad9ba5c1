// Filters of colours on what is drawn, item by item: text stays text.
#pragma once

#include <span>

#include "css/effect_values.h"
#include "paint/display_list.h"

namespace ghreveal::draw {

// Groups that have filters of their own get these behind them.
paint::DisplayList with_filtered_colors(paint::DisplayList, std::span<const css::FilterFunction>);

// One past the Pop that ends what the item at `at` begins.
std::size_t group_end(const paint::DisplayList&, std::size_t at);

}  // namespace ghreveal::draw
