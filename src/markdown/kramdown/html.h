#pragma once

#include "markdown/html_text.h"
#include "markdown/kramdown/document.h"

namespace ghreveal::markdown::kramdown {

// The finished tree as HTML, footnotes behind it.
HtmlText write_html(const KramdownDocument&, const Element& root);

}  // namespace ghreveal::markdown::kramdown
