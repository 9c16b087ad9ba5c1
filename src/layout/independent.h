// What a box that establishes a formatting context is asked before it is laid out.
#pragma once

#include "layout/layout.h"

namespace ghreveal::layout {

// Of its border box: the style's width, else shrink-to-fit or what fills the containing block.
Px used_width(const boxes::Box&, const ContainingBlock&, LayoutContext&);

}  // namespace ghreveal::layout
