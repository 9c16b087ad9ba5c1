// The colours of a picture where its mask hides them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "export/pdf/file/predictors.h"

namespace ghreveal::exporter {

// Gives each pixel whose `opacity` (a byte a pixel) is 0 the colour of the next one in its row that
// is not, or of the row above where the whole row is hidden. Cairo leaves black there, which shows
// as a dark line around the picture where a viewer scales it and its mask each for itself.
// Whether there was any.
bool spread_colours(std::string& samples, std::string_view opacity, const SampleLayout&);

// A mask of one bit a pixel, whose rows begin with a byte each, as one of a byte a pixel: 0 or 255.
std::string bytes_of_bits(std::string_view rows, std::size_t columns);

}  // namespace ghreveal::exporter
