// How a slide shows its elements when it ends, as far as that is part of what it says.
#pragma once

#include "deck/article_content.h"
#include "pages/session.h"

namespace ghreveal::pages {

// Of a slide, an index into Deck::slides, at its last step: what has gone by then, or is not
// displayed, is not shown; list items have the markers that stand beside them; generated text is
// there but for icons (code points of the Private Use Area), which mean nothing in another font.
deck::SlideView slide_view(Session&, std::size_t slide);

}  // namespace ghreveal::pages
