// TrueType font programs (ISO/IEC 14496-22) as they are put into a PDF.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ghreveal::exporter {

// Without what fits outlines to the pixels of coarse screens: half of a subset's bytes, which
// viewers either pass over or draw other shapes by than the page was laid out with. Nothing: it is
// no font that can be read, and is to stay as it is.
std::optional<std::string> without_hints(std::string_view font);

}  // namespace ghreveal::exporter
