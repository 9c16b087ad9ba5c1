// clip-path and `clip` as what they leave of a box (CSS Masking 1 §5, §7.1; CSS Shapes 1 §3).
#pragma once

#include <optional>

#include "layout/fragment.h"
#include "paint/display_list.h"
#include "style/computed_style.h"

namespace ghreveal::paint {

// Whether the style has such a clip: it makes its box a stacking context.
bool has_clip_shape(const style::ComputedStyle&);

std::vector<PushClip> clip_shapes(const layout::Fragment&, const style::ComputedStyle&);

}  // namespace ghreveal::paint
