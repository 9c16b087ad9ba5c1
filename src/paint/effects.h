// The groups that all of a stacking context is painted in.
#pragma once

#include <optional>

#include "paint/layers.h"
#include "paint/paint.h"

namespace ghreveal::paint {

// What opens them, outermost first: filters are applied before clips, masks and opacity (Filter
// Effects 1 §3).
DisplayList effects_of(const Layer&, PaintContext&);

// CSS Transforms 2 §8.2: whether the layer's back would be seen, which is hidden.
bool hides_its_back(const Layer&, const style::SlideStyles&);

// What `backdrop-filter` takes of what is behind the element's border box, before these groups
// open; nothing: it has none, or is hidden.
std::optional<TakeBackdrop> backdrop_of(const Layer&);

}  // namespace ghreveal::paint
