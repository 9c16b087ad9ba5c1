// A page as it is painted, for those who look at its colours: a pixel a px, row by row.
#pragma once

#include <cstddef>
#include <vector>

#include "support/color.h"

namespace ghreveal::paint {

struct PagePixels {
    int width = 0;
    int height = 0;
    std::vector<Color> colors;

    Color at(int x, int y) const {
        return colors[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(x)];
    }
};

}  // namespace ghreveal::paint
