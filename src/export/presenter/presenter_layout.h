// A deck as presenters' programs take it from LaTeX's beamer ("show notes on second screen"): pages
// twice as wide, the slide on the left, on the right its notes and what comes next.
#pragma once

#include <vector>

#include "export/handout/handout.h"

namespace ghreveal::exporter {

// `pages`: all of them, in order. Throws Error for a notes sheet that cannot be read.
Handout presenter_layout(pages::Session&, const std::vector<pages::Page>& pages);

}  // namespace ghreveal::exporter
