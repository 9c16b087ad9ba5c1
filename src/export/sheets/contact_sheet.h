// Pages small on a few large ones, each with a caption: all slides of a deck with their numbers and
// titles, where slides of a stack stand together; or a sample slide in every theme.
#pragma once

#include <memory>
#include <string>
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

struct SheetCell {
    std::shared_ptr<const paint::DisplayList> page;
    Size page_size;  // px
    std::string caption;
    const dom::Node* section = nullptr;  // the slide's; only told from others
    bool joins_next = false;             // the next one belongs to it
};

struct SheetSlide {
    std::size_t slide = 0;  // index into Deck::slides
    std::shared_ptr<const paint::DisplayList> page;
};

struct ContactSheet {
    Size page_size;  // px
    std::vector<paint::DisplayList> pages;
    struct Slide {
        const dom::Node* section;
        std::string caption;
    };
    std::vector<Slide> slides;  // in the order they are shown in
};

// A deck's slides with their numbers and titles. Those of a stack are joined.
std::vector<SheetCell> sheet_cells(const deck::Deck&, const std::vector<SheetSlide>&,
                                   Size slide_page_size);

// The first cell's page decides the cells' shape. There must be one.
ContactSheet contact_sheet(const std::vector<SheetCell>&, const ContactSheetOptions&,
                           text::Shaper&);

}  // namespace ghreveal::exporter
