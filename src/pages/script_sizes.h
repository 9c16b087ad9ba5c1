// Sizes that reveal.js's script measures and writes on a slide's elements: `r-stretch` (`stretch`
// before version 4) and `r-fit-text`.
#pragma once

#include <vector>

#include "pages/slide_states.h"

namespace ghreveal::pages {

// Whether the slide has such elements at all.
bool has_script_sizes(const deck::Slide&);

// What has to be laid over the sheets before the slide is measured: stretched elements are of no
// height then.
std::vector<style::StyleOverride> measuring_sizes(const deck::Slide&);

// Whether a stretched picture is in a line with something else when it is measured: of no height,
// it is of no width. The script runs again when all is loaded, and then finds the width that it
// wrote, by which the picture may leave that line.
bool is_stretched_in_line(const deck::Slide&, const LaidOutState& measured);

// The sizes, from the slide as it was laid out with measuring_sizes().
std::vector<style::StyleOverride> script_sizes(const deck::Slide&, const LaidOutState& measured,
                                               SlideContext&);

}  // namespace ghreveal::pages
