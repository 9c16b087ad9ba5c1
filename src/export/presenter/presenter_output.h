// The pages that a presenter's program shows on two screens.
#pragma once

#include <memory>
#include <string>

#include "export/output.h"
#include "export/output_options.h"

namespace ghreveal::exporter {

std::unique_ptr<Output> presenter_output(const std::string& path, const OutputOptions&,
                                         const OutputContext&);

}  // namespace ghreveal::exporter
