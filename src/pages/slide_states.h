// The story of a slide: each of its states styled, its boxes built, laid out, fitted if it
// overflows, painted.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "deck/deck.h"
#include "layout/layout_context.h"
#include "paint/paint.h"
#include "style/style_engine.h"
#include "support/timings.h"

namespace ghreveal::pages {

// What becomes of text that does not fit its box, and of slides that do not fit the page.
enum class OverflowMode : std::uint8_t {
    kFit,   // shrunk until they do
    kClip,  // cut as a browser does
};

// What the slides of a deck are made with; lives as long as the export of the deck.
struct SlideContext {
    const deck::Deck& deck;
    style::StyleEngine& styles;
    layout::LayoutContext& layout;
    paint::PaintContext& paint;
    OverflowMode overflow = OverflowMode::kFit;
    Timings& timings;
};

// A slide as it is at one step: laid out, with the styles it was laid out by.
struct LaidOutState {
    style::SlideStyles styles;
    paint::LaidOutSection section;
    // What fitting laid over the sheets: for the slide's other steps as well.
    std::vector<style::StyleOverride> overrides;
    style::ContainerSizes containers{};
};

// Reports what does not fit.
LaidOutState lay_out_state(const deck::Slide&, int step, SlideContext&);

// A page as it is drawn.
using VisitState = std::function<void(int step, std::shared_ptr<const paint::DisplayList>)>;

// The slide's states from `first_step` on, in order. One layout serves those whose styles differ
// only in what moves no boxes.
void paint_states(const deck::Slide&, int first_step, const paint::PageGeometry&, SlideContext&,
                  const VisitState&);

}  // namespace ghreveal::pages
