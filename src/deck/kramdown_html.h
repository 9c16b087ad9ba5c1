#pragma once

#include "deck/html_text.h"
#include "deck/kramdown_document.h"

namespace ghreveal::deck {

// The finished tree as HTML, footnotes behind it.
HtmlText write_html(const KramdownDocument&, const Element& root);

}  // namespace ghreveal::deck
