// What stands around the slides on every page: elements beside `.slides` (headers, footers, logos),
// generated content of <body> and `.reveal`, slide numbers that are elements.
#pragma once

#include <optional>

#include "pages/slide_states.h"

namespace ghreveal::pages {

// `styles` are the slide's. Nothing when only backgrounds are to be seen there, as in most decks.
std::optional<paint::LaidOutSurroundings> lay_out_surroundings(const deck::Slide&,
                                                               const style::SlideStyles& styles,
                                                               const paint::PageGeometry&,
                                                               SlideContext&);

}  // namespace ghreveal::pages
