// The functions of `transform` and of `translate`, `rotate` and `scale` as matrices.
#pragma once

#include "css/values.h"
#include "support/geometry.h"

namespace ghreveal::style {

// Percentages are of `box`, in px (CSS Transforms 1 §12).
Transform matrix_of(const css::TransformFunction&, Size box);

}  // namespace ghreveal::style
