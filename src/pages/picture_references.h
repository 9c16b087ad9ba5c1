// What a deck shows from elsewhere, collected before anything is laid out, so that what is on the
// web is fetched together.
#pragma once

#include <vector>

#include "deck/deck.h"
#include "media/loader.h"
#include "style/style_engine.h"

namespace ghreveal::pages {

// The pictures that the slides (indices into Deck::slides) and the sheets name: elements' and
// backgrounds' ones, those in `style` attributes, and the stills of videos. An address may come
// more than once; a sheet's may not be shown at all.
std::vector<media::PictureReference> picture_references(const deck::Deck&,
                                                        const std::vector<std::size_t>& slides,
                                                        const style::StyleEngine&);

}  // namespace ghreveal::pages
