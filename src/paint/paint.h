// Fragment tree + styles of a step -> DisplayList, in the painting order of CSS 2.1 Appendix E.
#pragma once

#include "deck/deck.h"
#include "layout/fragment.h"
#include "media/loader.h"
#include "paint/display_list.h"
#include "style/style_engine.h"
#include "style/svg/svg_parts.h"

namespace ghreveal::paint {

class PaintedStates;

// Where the slide's area lies on the page: page = scale * slide + offset (layout-facts "The page").
struct PageGeometry {
    Size page{998, 728};
    double scale = 1;
    Point offset{19, 14};
};

struct PaintContext {
    const deck::Deck& deck;
    media::ImageLoader& images;
    text::Shaper& shaper;  // for slide numbers and placeholders' labels
    style::SvgParts svg_parts{deck.html, images.limits()};
};

// How a slide that is too large for the page is shown: x' = scale x + shift, y' = scale y.
struct SlideFit {
    double scale = 1;
    Px shift = 0;
};

// A slide's section laid out, in coordinates of the slide's area.
struct LaidOutSection {
    layout::Fragment fragment;
    SlideFit fit;
};

// What stands around the slides on every page (headers, logos, generated content), <body> laid out
// in px of the page. The slides' own elements in it are empty boxes.
struct LaidOutSurroundings {
    style::SlideStyles styles;
    layout::Fragment fragment;
};

// A slide in one of its states, laid out.
struct SlideContent {
    const deck::Slide& slide;
    const LaidOutSection& section;
    const style::SlideStyles& styles;
    const LaidOutSurroundings* around = nullptr;  // null: there is nothing
    // What its stack has beside the slides, in coordinates of their area.
    const LaidOutSurroundings* stack = nullptr;
    // What other states of the section painted, in the same layout; null: nothing is known of them.
    PaintedStates* states = nullptr;
};

// Everything on one page: the body's background, what is around the slides, the slide's background,
// its content, its number.
DisplayList paint_slide(const SlideContent&, const PageGeometry&, PaintContext&);

// The slide's content alone, without backgrounds and number, from the top left of its area.
DisplayList paint_content(const layout::Fragment& section, const style::SlideStyles&,
                          PaintContext&);

}  // namespace ghreveal::paint
