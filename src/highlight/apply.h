// Colours the code of a deck: a Deck in, the same Deck with highlight.js's classes in its
// `<pre><code>` elements out, as highlight.js leaves them in a browser's page.
#pragma once

#include "deck/deck.h"

namespace ghreveal::highlight {

// Every <code> in a <pre> gets the class `hljs`, which gives code its background. Where a class of
// it, or of its <pre>, names a known language (`language-python`, `lang-python` or plain `python`),
// its tokens become `<span class="hljs-…">`; elements inside the code stay as they are.
// Where none is named, a reveal.js page's is guessed, as highlight.js does; gh-reveal's stays
// plain, and so does code past the Limits. A language that is not known is warned of, once.
void highlight_code_blocks(deck::Deck&, const Limits&, Diagnostics&);

}  // namespace ghreveal::highlight
