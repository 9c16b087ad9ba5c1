// `--overflow`: what would be cut off at the page's edges or in a scroll box is made to fit.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "deck/deck.h"
#include "pages/overflow/page_overflow.h"
#include "pages/overflow/scroll_overflow.h"
#include "pages/slide_states.h"
#include "style/style_engine.h"

namespace ghreveal::pages {

// One slide's way to a layout that fits: asked after each layout whether another try would do
// better, and with which overrides. Text in scroll boxes shrinks, then wraps; words that run off
// the page's sides are broken, then tables and code shrink; what is left makes the whole slide
// smaller. Reports what was done, or what is cut.
class OverflowFit {
public:
    OverflowFit(const deck::Slide&, const deck::Deck&, OverflowMode, Diagnostics&);

    // `section`, in absolute coordinates, was laid out with `styles`, of the sheets alone at the
    // first call and with `overrides()` later.
    bool wants_another_try(const layout::Fragment& section, const style::SlideStyles& styles);
    std::vector<style::StyleOverride> overrides() const;
    // What makes all of the slide fit the page. Says so, or what is cut.
    paint::SlideFit page_fit(const layout::Fragment& section, const style::SlideStyles&) const;

private:
    // What has been done so far to one element.
    struct FittedBox {
        const dom::Node* element = nullptr;
        enum class Kind { kScrollBox, kTable, kBrokenTable, kWords } kind = Kind::kScrollBox;
        ScrollOverflow first;  // of a scroll box, as it was without overrides
        // A scroll box first tries to be as wide as its text, if what is around it gives way: the
        // element that is widened (its <pre>, or itself), and what its parent's width was, px.
        bool is_growing = false;
        const dom::Node* widened = nullptr;
        Px parent_width = 0;
        std::optional<Px> width;  // of the widened element's content box
        double font_scale = 1;
        bool helps = true;  // else it is left out again
        bool wraps = false;
    };

    bool fit_scroll_boxes(const layout::Fragment& section, const style::SlideStyles&);
    void begin_growth(FittedBox&, FragmentFinder&) const;
    bool judge_growth(FittedBox&, FragmentFinder&) const;
    bool fit_sides(const layout::Fragment& section, const style::SlideStyles& styles);
    FittedBox* find(const dom::Node&, FittedBox::Kind);
    FittedBox& add(const dom::Node&, FittedBox::Kind);
    void shrink(FittedBox&, double by) const;
    std::string text_declarations(const FittedBox&) const;
    PageSides page_sides() const;
    SourcePosition position(const dom::Node*) const;
    void report() const;
    void report(const FittedBox&) const;
    void warn_of_cut(const ScrollOverflow&) const;

    const deck::Slide& slide_;
    const deck::Deck& deck_;
    OverflowMode mode_;
    Diagnostics& diagnostics_;
    int attempts_ = 0;
    std::vector<FittedBox> fitted_;
    std::map<std::pair<const dom::Node*, FittedBox::Kind>, std::size_t> place_in_fitted_;
    // The slide's own, which the overrides are relative to; kept once something overflows.
    std::optional<style::SlideStyles> own_styles_;
};

}  // namespace ghreveal::pages
