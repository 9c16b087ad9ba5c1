// A slide's section -> its Fragment tree, placed on the page as reveal.js places it.
#pragma once

#include <vector>

#include "deck/deck.h"
#include "layout/fragment.h"
#include "media/loader.h"
#include "style/style_engine.h"
#include "text/shape.h"

namespace ghreveal::layout {

enum class OverflowMode : std::uint8_t { kFit, kClip };

struct LayoutOptions {
    OverflowMode overflow = OverflowMode::kFit;
    Size page{998, 728};  // px: for `fit` of what is too tall, and viewport units
};

struct LayoutCache;

// What layout needs besides the slide; lives as long as the export of a deck.
struct LayoutContext {
    text::Shaper& shaper;
    media::ImageLoader& images;
    Diagnostics& diagnostics;
    std::string file;  // of the deck, for messages
    // How many second layouts (layout/second_layout.h) the box being laid out is inside of.
    int second_layouts = 0;
    // Those of the slide being laid out. Set by lay_out_slide, as the cache is.
    const style::SlideStyles* styles = nullptr;
    // Set by lay_out_slide for the time it works (layout/layout_cache.h); may be null.
    LayoutCache* cache = nullptr;
};

struct SlideLayout {
    Fragment section;  // absolute coordinates in the slide area
    double scale =
        1;  // < 1 when `fit` had to shrink a slide that is too tall, about its top centre
    // The element styles this layout was made with, overrides of `fit` included.
    std::vector<style::StyleOverride> overrides;
};

// Lays the slide out with the given styles, which are those of `step`. Reports what does not fit.
SlideLayout lay_out_slide(const deck::Deck&, const deck::Slide&, int step, style::StyleEngine&,
                          const style::SlideStyles&, const LayoutOptions&, LayoutContext&);

}  // namespace ghreveal::layout
