// An output that draws in a thread of its own, while the next pages are laid out.
#pragma once

#include <functional>
#include <memory>

#include "export/output.h"

namespace ghreveal::exporter {

// The output that `make` makes with timings of its own, which are added to the given ones at the
// end. What its add() uses, nothing else may change meanwhile; what it throws there is thrown by
// one of the next calls.
std::unique_ptr<Output> background_output(
    Timings&, const std::function<std::unique_ptr<Output>(Timings&)>& make);

}  // namespace ghreveal::exporter
