// Handouts: slides on paper, with their notes beside or below them.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pages/session.h"

namespace ghreveal::exporter {

struct HandoutOptions {
    Size paper{793.7, 1122.52};  // px, as it is printed on
    int per_page = 0;            // 1, 2, 3, 4, 6, 8 or 9; 0: 1 when there are notes, else 4
    Px margin = 45;              // px on all sides
    bool lines = false;          // ruled lines for slides without a note, 1 to 3 on a page
    bool notes_pages = false;    // 4 and more on a page: the notes after the slides
    bool all_steps = false;      // each step small under its slide
    bool ink_saver = false;
    bool cover = false;
    // Parts left|middle|right with {title}, {subtitle}, {author}, {date}, {page}, {pages}.
    std::string header = "{title}||{date}";
    std::string footer = "||{page} / {pages}";
    std::vector<std::filesystem::path> notes_sheets;
};

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
    paint::DisplayList content;
    std::vector<HandoutPlace> places;
};

// The pages, in order. Throws Error for a notes sheet that cannot be read.
std::vector<HandoutPage> handout_pages(pages::Session&, const std::vector<HandoutSlide>&,
                                       const HandoutOptions&);

// The pages as a PDF with outline, links, labels and metadata.
void write_handout(const pages::Session&, const std::vector<HandoutPage>&, Size paper,
                   const std::function<void(std::string_view)>& sink);

}  // namespace ghreveal::exporter
