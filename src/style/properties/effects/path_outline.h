// What an SVG path encloses, as one polygon (SVG 2 §9.3; CSS Shapes 2 §4.2, path()).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "support/geometry.h"

namespace ghreveal::style {

// Curves become short lines. Subpaths are joined by lines that are gone there and back again: by
// either fill rule they enclose nothing. px. Nothing: the data is not valid, or of too many points.
std::optional<std::vector<Point>> path_outline(std::string_view data);

}  // namespace ghreveal::style
