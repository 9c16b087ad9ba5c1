// Properties that only SVG's elements have (SVG 2 §11, §13): kept as text, for SVG's own renderer.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ghreveal::style {

// Those that are set, sorted by name; lengths in px.
using SvgValues = std::vector<std::pair<std::string_view, std::string>>;

}  // namespace ghreveal::style
