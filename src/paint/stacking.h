// A Fragment tree's painting order (CSS 2.1 Appendix E, CSS Flexbox §5.4, CSS Color 3 §3.2).
#pragma once

#include <functional>
#include <vector>

#include "layout/fragment.h"
#include "paint/display_list.h"
#include "paint/paint.h"
#include "style/style_engine.h"

namespace ghreveal::paint {

// What is drawn as the content of an element that is a stacking context, whose border box lies at
// `place`.
struct Inset {
    const dom::Node* element = nullptr;
    std::function<void(DisplayList&, Point place)> paint;
};

// Draws `root`, as a stacking context of its own, and all below it. `states`: what of it is the
// same in other states of the slide is taken over.
void paint_fragments(const layout::Fragment& root, const style::SlideStyles&, PaintContext&,
                     DisplayList&, const std::vector<Inset>& insets = {},
                     PaintedStates* states = nullptr);

}  // namespace ghreveal::paint
