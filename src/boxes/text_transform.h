// `text-transform` (CSS Text 3 §2.1).
#pragma once

#include <string>
#include <string_view>

#include "style/computed_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::boxes {

// The text as it is shown. Case is mapped for the Latin, Greek and Cyrillic alphabets; letters of
// other scripts with case stay as they are.
std::string transformed_text(std::string_view text, style::TextTransform);

}  // namespace ghreveal::boxes
