// Adjoining vertical margins and what they collapse into (CSS 2.1 §8.3.1).
#pragma once

#include "layout/block/floats.h"
#include "layout/layout.h"
#include "style/properties/box_style.h"

namespace ghreveal::layout {

// A set of adjoining margins. px.
class CollapsingMargin {
public:
    void add(Px margin) {
        largest_ = std::max(largest_, margin);
        smallest_ = std::min(smallest_, margin);
    }
    void add(const CollapsingMargin& other) {
        add(other.largest_);
        add(other.smallest_);
    }
    // The largest positive one and the most negative one, added.
    Px value() const { return largest_ + smallest_; }

private:
    Px largest_ = 0;
    Px smallest_ = 0;
};

// Whether the box's margins do not collapse with those of its children: it establishes a
// formatting context of its own, or has no children in a flow.
bool is_independent(const boxes::Box&);

// Whether inline-level children make a line box (CSS 2.1 §9.4.2: lines without text, preserved
// space, inline boxes with edges or atomic boxes do not exist).
bool makes_lines(const boxes::Box& block_container);

struct TopMargins {
    // The box's own and those of its first children.
    CollapsingMargin adjoining;
    // All margins in the box adjoin and are in the set; its bottom margin adjoins them too.
    bool collapse_through = false;
};

// The margins that adjoin the box's top. They say where the box stands, so they are wanted before
// it is laid out: its floats need the place. Kept for the children, whose turn comes next, so that
// nested boxes are walked through once.
TopMargins top_margins(const boxes::Box&, const ContainingBlock&, LayoutContext&);

// The same where some of the children, or of theirs, have clearance or are moved by floats: their
// margins and those after them are not in the set (CSS 2.1 §8.3.1).
struct MarginEnds {
    const boxes::Box* cleared;  // null: none
    const MovedBoxes& moved;
};
TopMargins top_margins_above(const MarginEnds&, const boxes::Box&, const ContainingBlock&,
                             LayoutContext&);

// `margin-trim`, of a block container.
bool trims_margins(const boxes::Box&, style::MarginTrim edge);

// Whether nothing stands between the box's top or bottom edge and its children's margins.
bool top_adjoins_children(const boxes::Box&, Px containing_width);
bool bottom_adjoins_children(const boxes::Box&, Px containing_width);

}  // namespace ghreveal::layout
