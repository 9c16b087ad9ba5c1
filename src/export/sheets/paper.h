// Sheets of paper.
#pragma once

#include <string>

#include "support/geometry.h"

namespace ghreveal::exporter {

// "A4", "letter", "210x297mm", "8.5x11in" -> the sheet upright, in px (1/96 in).
// Throws std::invalid_argument with a sentence that names what there is.
Size parse_paper(const std::string&);

}  // namespace ghreveal::exporter
