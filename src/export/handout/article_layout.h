// A deck as an article: what its slides say and their notes, one after the other, without slides.
#pragma once

#include "export/handout/handout.h"

namespace ghreveal::exporter {

Handout article_layout(pages::Session&, const std::vector<HandoutSlide>&, const HandoutOptions&);

}  // namespace ghreveal::exporter
