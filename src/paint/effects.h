// The groups that all of a stacking context is painted in.
#pragma once

#include <cstddef>

#include "paint/layers.h"
#include "paint/paint.h"

namespace ghreveal::paint {

// Opens them, outermost first: filters are applied before clips, masks and opacity (Filter Effects
// 1 §3). What `backdrop-filter` shows is drawn in them, and taken before they open. Gives how many
// there are to be ended.
std::size_t begin_effects(const Layer&, PaintContext&, DisplayList&);

// CSS Transforms 2 §8.2: whether the layer's back would be seen, which is hidden.
bool hides_its_back(const Layer&, const style::SlideStyles&);

// Begins a group, if any layer of the stacking context is mixed with what is behind it there: with
// nothing further behind (Compositing 1 §3.2.3). Says whether it did.
bool begin_isolation(const Layer& context, const std::vector<Layer>& layers, DisplayList&);

}  // namespace ghreveal::paint
