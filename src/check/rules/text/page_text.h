// How well the text of a page can be read: its contrast against what lies behind it (WCAG 2.2
// §1.4.3), its size and its order, all as it is drawn.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "check/rules/text/reading_order.h"
#include "check/rules/text/shown_text.h"
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

    // Each slide is told once of each of the rules, at its first text that can hardly be read; of
    // contrast once for each pair of colours. What is small because it was made to fit, as the
    // diagnostics say by then, is not told of again.
    void check(std::size_t slide, const paint::DisplayList&);

private:
    class Behind;
    struct Fault {
        Rule rule;
        std::string colours;  // that it is about
        std::string what;
        std::string hint;
    };
    void check_size(std::size_t slide, const ShownText&, Px size);
    void check_contrast(std::size_t slide, const ShownText&, Px size, Behind&);
    void check_order(std::size_t slide, const std::vector<PlacedText>&);
    bool was_made_to_fit(const deck::Slide&, const ShownText&) const;
    void report(std::size_t slide, const std::string& text, Fault);

    const deck::Deck& deck_;
    const paint::PageGeometry& page_;
    SourceTexts& sources_;
    Diagnostics& diagnostics_;
    PagePainter painter_;
    std::set<std::string> reported_;
};

}  // namespace ghreveal::check
