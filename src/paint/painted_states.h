// What the painting of a slide's state can take over from that of the state before, in the same
// layout: a step changes few elements, and what is painted of a fragment follows from the styles of
// its element, of those in it and of those around it. Without it a slide of a thousand fragments
// is painted a thousand times.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "layout/fragment.h"
#include "paint/display_list.h"
#include "style/style_engine.h"

namespace ghreveal::paint {

// The walks that come to a fragment (CSS 2.1 Appendix E 4, 5, 7 and 8 or 9), and the one that looks
// for layers.
enum class Phase : std::uint8_t { kBlockBackgrounds, kFloats, kForeground, kLayer, kFindLayers };

// Whether it is worth it: not of the smallest fragments, nor of those that are of a larger element.
bool is_remembered(const layout::Fragment&);

class PaintedStates {
public:
    // To be called before a state is painted; `before`: the styles of the one before.
    void begin_state(const dom::Node& section, const style::SlideStyles& before,
                     const style::SlideStyles& now);
    void end_state(std::shared_ptr<const DisplayList> painted);
    // The slide was laid out anew: there is nothing to take over.
    void forget();

    struct Painted {
        std::size_t begin = 0, end = 0;  // in the state's list
        bool has_outline = false;
        std::size_t state = 0;
    };
    // What the phase painted of the fragment in the state before, if it would paint the same now.
    const Painted* find(const layout::Fragment&, Phase) const;
    // Adds that to the list of this state, too.
    void take_over(const layout::Fragment&, Phase, DisplayList& out);
    void remember(const layout::Fragment&, Phase, Painted);

private:
    bool mark_changed(const dom::Node&, const style::SlideStyles& before,
                      const style::SlideStyles& now, bool is_around_changed);

    static constexpr std::size_t kPhases = 5;
    std::unordered_map<const layout::Fragment*, std::array<Painted, kPhases>> painted_;
    std::shared_ptr<const DisplayList> list_;  // of the state before
    std::size_t state_ = 1;
    // By index from the section's on: whether the node, one in it or one around it has changed.
    std::vector<bool> is_affected_;
    std::uint32_t first_node_ = 0;
};

}  // namespace ghreveal::paint
