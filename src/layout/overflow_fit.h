// `--overflow`: what a browser would cut off or hide in a scroll box, found and made to fit.
#pragma once

#include <vector>

#include "layout/layout.h"

namespace ghreveal::layout {

// A scroll box whose text does not fit. Sizes of what is there and of the room for it, px.
struct ScrollOverflow {
    const dom::Node* element = nullptr;
    Size content;
    Size room;
    bool is_too_wide = false;
    bool is_too_high = false;
};

// Scroll boxes (`overflow: auto` and `scroll`, for code `hidden` too) whose text is cut, in
// document order. `root` is in absolute coordinates.
std::vector<ScrollOverflow> scroll_overflows(const Fragment& root, const style::SlideStyles&);

// How the text of a box is made to fit: smaller, and when that is not enough wrapped.
struct TextFit {
    double font_scale = 1;
    bool wraps = false;
};

// Not below 60 % of the size; `is_last_attempt`: shrinking alone did not do.
TextFit text_fit(const ScrollOverflow&, bool is_last_attempt);

style::StyleOverride override_for(const ScrollOverflow&, const TextFit&, const style::SlideStyles&);

// How far down the slide reaches, px from the slide area's top: text, pictures and boxes.
Px visible_bottom(const Fragment& section);

}  // namespace ghreveal::layout
