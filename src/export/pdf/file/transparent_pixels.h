// The colours of a picture where its mask hides them.
#pragma once

#include <string>
#include <string_view>

#include "export/pdf/file/predictors.h"

namespace ghreveal::exporter {

// Gives each pixel whose `opacity` (a byte a pixel) is 0 the colour of the next one in its row that
// is not, or of the row above where the whole row is hidden. Cairo leaves black there, which shows
// as a dark line around the picture where a viewer scales it and its mask each for itself.
// Whether there was any.
bool spread_colours(std::string& samples, std::string_view opacity, const SampleLayout&);

}  // namespace ghreveal::exporter
