// Pictures' bytes as PNG's filters make them (PDF 32000-1 §7.4.4.4, PNG §9): of what changes little
// from pixel to pixel, a blurred shadow or a screenshot, much less is left to compress.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ghreveal::exporter {

// Eight bits a sample.
struct SampleLayout {
    std::size_t columns = 0;  // pixels in a row
    std::size_t samples = 1;  // in a pixel
};

// Each row behind the number of its filter; the bytes are whole rows.
std::string with_predictors(std::string_view bytes, const SampleLayout&);

}  // namespace ghreveal::exporter
