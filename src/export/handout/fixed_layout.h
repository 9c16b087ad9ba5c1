// A given number of slides on each sheet (`--per-page`), in places of equal size.
#pragma once

#include "export/handout/handout.h"

namespace ghreveal::exporter {

Handout fixed_layout(pages::Session&, const std::vector<HandoutSlide>&, const HandoutOptions&);

}  // namespace ghreveal::exporter
