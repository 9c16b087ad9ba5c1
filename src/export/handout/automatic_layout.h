// The layout that suits: slides in rows, as large as about six on a sheet may be; notes beside or
// under their slides, over as many sheets as they take.
#pragma once

#include "export/handout/handout.h"

namespace ghreveal::exporter {

Handout automatic_layout(pages::Session&, const std::vector<HandoutSlide>&, const HandoutOptions&);

}  // namespace ghreveal::exporter
