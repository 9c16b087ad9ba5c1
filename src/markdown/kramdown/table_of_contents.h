#pragma once

#include "markdown/kramdown/document.h"

namespace ghreveal::markdown::kramdown {

// The first list with `{:toc}` becomes the list of the headings that have ids, those with the class
// `no_toc` aside, each a link to it; without such headings it goes.
void fill_table_of_contents(KramdownDocument&, Element& root);

}  // namespace ghreveal::markdown::kramdown
