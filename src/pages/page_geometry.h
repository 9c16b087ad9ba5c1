// The page that reveal.js makes of a deck's configuration.
#pragma once

#include <optional>

#include "deck/deck.h"
#include "paint/paint.h"

namespace ghreveal::pages {

// The page of a deck's configuration, or the one that `page_size` (px) asks for, and where the
// slide lies on it (layout-facts "The page").
paint::PageGeometry page_geometry(const deck::Configuration&, std::optional<Size> page_size);

}  // namespace ghreveal::pages
