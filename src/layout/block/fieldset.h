// The legend in a fieldset's frame (HTML §15.3.13).
#pragma once

#include "layout/layout.h"

namespace ghreveal::layout {

bool is_fieldset(const boxes::Box&);

// The child that stands in the frame: the first legend in flow; nullptr when there is none.
const boxes::Box* rendered_legend(const boxes::Box&);

struct Legend {
    Fragment fragment;  // from the fieldset's border box's top left corner
    // By how much the content begins lower than the frame alone would have it.
    Px extra = 0;
};

// `content_box` is the fieldset's.
Legend lay_out_legend(const boxes::Box& legend, const boxes::Box& fieldset,
                      const ContainingBlock& content_box, LayoutContext&);

}  // namespace ghreveal::layout
