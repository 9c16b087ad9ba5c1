// All outputs of a deck, from one walk over its pages.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "export/output.h"
#include "export/output_options.h"
#include "export/targets.h"

namespace ghreveal::exporter {

// Those of a slide's states that the outputs need: thumbnails, sheets and texts show last states,
// so that without other outputs only these are painted.
pages::FragmentMode states_needed(const OutputOptions&, pages::FragmentMode asked);

class Outputs {
public:
    // Opens the files and folders.
    Outputs(const OutputOptions&, const Targets&, const OutputContext&);

    void add(const pages::Page&);
    // Ends them all; gives what was written, a line each in the summary.
    FinishedOutput finish();

private:
    std::vector<std::unique_ptr<Output>> outputs_;
    std::string manifest_;  // its file; it tells what the others wrote
    OutputContext context_;
};

}  // namespace ghreveal::exporter
