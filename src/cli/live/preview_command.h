// `ghreveal preview`: a page on 127.0.0.1 that shows the deck and follows its changes.
#pragma once

#include "cli/options.h"

namespace ghreveal::cli {

int preview(const Options&);

}  // namespace ghreveal::cli
