// All slides of a deck small on a few large pages, each with its number and title; slides of a
// stack stand together.
#pragma once

#include <memory>
#include <vector>

#include "deck/deck.h"
#include "paint/display_list.h"
#include "support/geometry.h"
#include "text/shape.h"

namespace ghreveal::exporter {

struct ContactSheetOptions {
    int columns = 0;            // 0: what suits the number of slides
    std::optional<Size> paper;  // px; nothing: one page, as large as its slides ask for
    Px slide_width = 320;       // px, without paper
};

struct SheetSlide {
    std::size_t slide = 0;  // index into Deck::slides
    std::shared_ptr<const paint::DisplayList> page;
};

struct ContactSheet {
    Size page_size;  // px
    std::vector<paint::DisplayList> pages;
};

ContactSheet contact_sheet(const deck::Deck&, const std::vector<SheetSlide>&, Size slide_page_size,
                           const ContactSheetOptions&, text::Shaper&);

}  // namespace ghreveal::exporter
