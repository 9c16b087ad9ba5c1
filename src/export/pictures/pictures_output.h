// Pages as folders of PNG and SVG files: every state, and thumbnails of the last ones.
#pragma once

#include <memory>

#include "export/output.h"
#include "export/output_options.h"
#include "export/targets.h"

namespace ghreveal::exporter {

// Those of Targets' folders that are named.
std::unique_ptr<Output> pictures_output(const Targets&, const OutputOptions&, const OutputContext&);

}  // namespace ghreveal::exporter
