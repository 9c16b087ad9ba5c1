// Colours the code of a deck: a Deck in, the same Deck with highlight.js's classes in its
// `<pre><code>` elements out, as highlight.js leaves them in a browser's page.
#pragma once

#include "deck/deck.h"

namespace ghreveal::highlight {

// Every <code> in a <pre> gets the class `hljs`, which gives code its background. Where a class of
// it, or of its <pre>, names a known language (`language-python`, `lang-python` or plain `python`),
// its tokens become `<span class="hljs-…">`; elements inside the code stay as they are.
// Code past the Limits stays plain.
void highlight_code_blocks(deck::Deck&, const Limits& = {});

}  // namespace ghreveal::highlight
