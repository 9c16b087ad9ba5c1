// Names inside SVG drawings that do not depend on what was drawn before.
#pragma once

#include <string>
#include <string_view>

namespace ghreveal::exporter {

// Cairo numbers surfaces, clips and masks throughout the process. They, and what refers to them
// (`url(#…)`, `href="#…"`), get numbers in the order in which they appear, for each kind of name
// ("surface", "clip", "mask") from 0.
std::string with_ids_in_order(std::string_view svg);

}  // namespace ghreveal::exporter
