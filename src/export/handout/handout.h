// Handouts: slides on paper, with their notes beside or below them.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include "export/handout/handout_options.h"
#include "export/notes/notes_layout.h"
#include "export/pdf/pdf_options.h"
#include "pages/session.h"

namespace ghreveal::exporter {

// A slide's pages: its last state, and those before it when steps are shown.
struct HandoutSlide {
    std::size_t slide = 0;  // index into Deck::slides
    std::shared_ptr<const paint::DisplayList> page;
    std::vector<std::shared_ptr<const paint::DisplayList>> steps;
};

// A place of the handout that links and the outline lead to.
struct HandoutPlace {
    std::size_t slide = 0;
    Point at;
};

struct HandoutPage {
    std::string label;  // empty: its number
    paint::DisplayList content;
    std::vector<HandoutPlace> places;
};

struct Handout {
    Size paper;  // as it is turned, px
    std::vector<HandoutPage> pages;
    std::map<std::size_t, NoteSource> notes;  // that are shown, by their slides
};

// Throws Error for a notes sheet that cannot be read.
Handout make_handout(pages::Session&, const std::vector<HandoutSlide>&, const HandoutOptions&);

// As a PDF with outline, links, labels and metadata.
void write_handout(pages::Session&, const Handout&, const PdfFormat&,
                   const std::function<void(std::string_view)>& sink);

}  // namespace ghreveal::exporter
