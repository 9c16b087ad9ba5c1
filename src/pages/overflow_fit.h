// `--overflow`: what a browser would cut off or hide in a scroll box, found and made to fit.
#pragma once

#include <optional>
#include <vector>

#include "deck/deck.h"
#include "layout/fragment.h"
#include "pages/slide_states.h"

namespace ghreveal::pages {

// A scroll box whose text does not fit. Sizes of what is there and of the room for it, px.
struct ScrollOverflow {
    const dom::Node* element = nullptr;
    Size content;
    Size room;
    bool is_too_wide = false;
    bool is_too_high = false;
};

// How the text of a box is made to fit: smaller, and when that is not enough wrapped.
struct TextFit {
    double font_scale = 1;
    bool wraps = false;
};

// One slide's way to a layout that fits: asked after each layout whether another try would do
// better, and with which overrides. Reports what was done, or what is cut.
class OverflowFit {
public:
    OverflowFit(const deck::Slide&, const deck::Deck&, OverflowMode, Diagnostics&);

    // `section`, in absolute coordinates, was laid out with `styles`, of the sheets alone at the
    // first call and with `overrides()` later.
    bool wants_another_try(const layout::Fragment& section, const style::SlideStyles& styles);
    std::vector<style::StyleOverride> overrides() const;
    // < 1 when the slide has to be shrunk, about its top centre, to fit the page.
    double page_scale(const layout::Fragment& section) const;

private:
    // What has been done so far to one scroll box.
    struct FittedBox {
        ScrollOverflow overflow;
        TextFit fit;
    };

    FittedBox& fitted_box(const ScrollOverflow&);
    void tighten(const std::vector<ScrollOverflow>&);
    SourcePosition position(const dom::Node&) const;
    void warn_of_fit() const;
    void warn_of_cut(const ScrollOverflow&) const;

    const deck::Slide& slide_;
    const deck::Deck& deck_;
    OverflowMode mode_;
    Diagnostics& diagnostics_;
    int attempts_ = 0;
    std::vector<FittedBox> fitted_;
    // The slide's own, which the overrides are relative to; kept once something overflows.
    std::optional<style::SlideStyles> own_styles_;
};

}  // namespace ghreveal::pages
