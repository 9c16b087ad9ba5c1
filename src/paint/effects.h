// The groups that all of a stacking context is painted in.
#pragma once

#include "paint/layers.h"
#include "paint/paint.h"

namespace ghreveal::paint {

// What opens them, outermost first: filters are applied before clips, masks and opacity (Filter
// Effects 1 §3).
DisplayList effects_of(const Layer&, PaintContext&);

}  // namespace ghreveal::paint
