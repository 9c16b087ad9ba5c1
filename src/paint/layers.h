// What is painted apart from the flow it is in, and what clips it.
#pragma once

#include <deque>
#include <vector>

#include "paint/fragment_traits.h"
#include "paint/painted_states.h"
#include "paint/text/text_decoration.h"

namespace ghreveal::paint {

// The clips (overflow) around a fragment, innermost first; shared by all below it.
struct ClipNode {
    RoundedRect shape;
    const ClipNode* outer = nullptr;
};

// A positioned fragment or a stacking context, with what it needs to know of its surroundings.
struct Layer {
    const layout::Fragment* fragment = nullptr;
    const layout::Fragment* parent = nullptr;
    FragmentTraits traits;
    const ClipNode* clips = nullptr;
    Decorations decorations;
};

// Its padding box, without end in a direction that it does not clip.
RoundedRect overflow_clip(const layout::Fragment&, const style::ComputedStyle&);
// Whether the fragment's clip cuts anything off; one that does not only costs.
bool needs_clip(const layout::Fragment&, const style::SlideStyles&);

// The layers of a stacking context, lowest z-index first, in document order where that is equal.
// Clips they refer to are kept in `clips`. What cannot be seen through is not among them, nor what
// is in it.
std::vector<Layer> layers_of(const Layer& context, const style::SlideStyles&,
                             std::deque<ClipNode>& clips, PaintedStates* states = nullptr);

}  // namespace ghreveal::paint
