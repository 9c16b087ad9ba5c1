// `ghreveal merge`: the parts of a run become what one run would have written.
#pragma once

#include "cli/options.h"

namespace ghreveal::cli {

// Gives the exit status: 1 when a deck of a part could not be exported. Throws Error.
int merge(const Options&);

}  // namespace ghreveal::cli
