// A handout's first pages: what it is, and what is where in it.
#pragma once

#include "export/handout/handout.h"
#include "export/handout/sheet_frame.h"
#include "export/pdf/structure/reading.h"

namespace ghreveal::exporter {

// Puts the cover before the pages: title, subtitle, author, date, contents with page numbers that
// link. Contents that are too long go on on further pages.
void add_cover(pages::Session&, const SheetFrame&, std::vector<HandoutPage>& pages);

// The cover is read before the slides.
void add_cover_reading(const deck::Deck&, const Handout&, const ContentUses&, Reading&);

}  // namespace ghreveal::exporter
