#include "pages/page_geometry.h"

#include <algorithm>
#include <cmath>

namespace ghreveal::pages {

paint::PageGeometry page_geometry(const deck::Configuration& configuration,
                                  std::optional<Size> page_size) {
    paint::PageGeometry geometry;
    if (!page_size) {
        geometry.page = {std::floor(configuration.width * (1 + configuration.margin)),
                         std::floor(configuration.height * (1 + configuration.margin))};
        geometry.scale = 1;
    } else {
        geometry.page = *page_size;
        const double available = 1 - configuration.margin;
        // reveal.js's maxScale is a bound for screens; paper may be larger.
        geometry.scale = std::max(configuration.min_scale,
                                  std::min(page_size->width * available / configuration.width,
                                           page_size->height * available / configuration.height));
    }
    geometry.offset = {(geometry.page.width - configuration.width * geometry.scale) / 2,
                       (geometry.page.height - configuration.height * geometry.scale) / 2};
    return geometry;
}

}  // namespace ghreveal::pages
