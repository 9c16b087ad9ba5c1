// `text-transform` (CSS Text 3 §2.1).
#pragma once

#include <string>
#include <string_view>

#include "dom/document.h"
#include "style/properties/text_style.h"

namespace ghreveal::boxes {

// The text of the element as it is shown: by Unicode's case mappings, and those of Turkish and
// Azerbaijani where its language is one of them.
std::string transformed_text(std::string_view text, style::TextTransform, const dom::Node& element);

}  // namespace ghreveal::boxes
