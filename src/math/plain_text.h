// A tree with formulas as a line of plain text, for outlines and titles: "x² + a/b".
#pragma once

#include <string>

#include "dom/document.h"

namespace ghreveal::math {

bool has_formula(const dom::Node& root);
// Text outside of formulas is as it is.
std::string plain_text(const dom::Node& root);
// Formulas become their TeX between dollars, as code, for what is not laid out: notes in files.
void put_sources_back(dom::Document&, dom::Node& root);

}  // namespace ghreveal::math
