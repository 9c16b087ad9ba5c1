// How well the text of a page can be read: its contrast against what lies behind it (WCAG 2.2
// §1.4.3), its size and its order, all as it is drawn.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "check/rules/reading_order.h"
#include "deck/deck.h"
#include "paint/display_list.h"
#include "paint/page_pixels.h"
#include "paint/paint.h"
#include "support/color.h"
#include "support/error.h"

namespace ghreveal::check {

class SourceTexts;

// Paints a page; asked only for those with text on pictures, gradients or shadows. Without one such
// text is for people to see.
using PagePainter = std::function<paint::PagePixels(const paint::DisplayList&)>;

class PageTextCheck {
public:
    PageTextCheck(const deck::Deck& deck, const paint::PageGeometry& page, SourceTexts& sources,
                  Diagnostics& diagnostics)
        : deck_(deck), page_(page), sources_(sources), diagnostics_(diagnostics) {}

    void paint_with(PagePainter painter) { painter_ = std::move(painter); }

    // Each slide is told once of each of the rules, at its first text that can hardly be read.
    void check(std::size_t slide, const paint::DisplayList&);

private:
    void check_order(std::size_t slide, const std::vector<PlacedText>&);
    struct Finding {
        Rule rule;
        const std::string& text;  // of the slide, that is found in its lines
        std::string message;
        std::string hint;
    };
    void report(std::size_t slide, Finding);

    const deck::Deck& deck_;
    const paint::PageGeometry& page_;
    SourceTexts& sources_;
    Diagnostics& diagnostics_;
    PagePainter painter_;
    std::set<std::string> reported_;
};

}  // namespace ghreveal::check
