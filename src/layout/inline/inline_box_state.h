// The inline boxes of a line, from the root inline box to the innermost open one: their fragments
// and what they claim of the line above and below its baseline (CSS 2.1 §10.8.1).
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "layout/inline/font_extent.h"
#include "layout/inline/line_breaking.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

class InlineBoxStack {
public:
    InlineBoxStack(const boxes::Box& container, const ContainingBlock&, LayoutContext&);

    // A part of an inline box begins at `x`: its left margin edge, when it has its left edge.
    void open(const boxes::Box&, Px x, bool has_left_edge);
    // The innermost box ends at `right`, its border edge.
    void close(Px right, bool has_right_edge);

    // Another font than the primary one has letters in the text that is added next.
    void include_font(const text::Font&);
    void add_text(Fragment&&, const style::TextStyle&);
    void add_atomic(const boxes::Box&, AtomicBox&&, Px x);
    // A box out of flow whose static position is at x on the line, at its top or below it.
    void add_positioned(Fragment&&, bool below_line);

    // The line box with everything in it; of no height when the line has nothing to show.
    Fragment finish_line(bool has_content);

private:
    // A child aligned to the line box's top or bottom, whose place is known when the line's height
    // is (CSS 2.1 §10.8.1 "aligned subtree").
    struct LineAligned {
        std::vector<std::size_t> path;  // indices of children, innermost first
        Extent extent;
        Px top_offset = 0;  // from the child's own baseline to its border box's top
        bool to_top = true;
    };
    struct Positioned {
        Px x = 0;  // static position, from the line's left edge
        bool below_line = false;
    };
    struct OpenBox {
        const boxes::Box* box = nullptr;  // null for the root inline box
        const style::TextStyle* style = nullptr;
        Fragment fragment;  // children: x from the line's left edge, y from the box's baseline
        const text::FontMetrics* metrics = nullptr;
        Extent claim;  // about the box's baseline, aligned children included
        std::vector<LineAligned> line_aligned;
    };
    struct Alignment {
        Px shift = 0;  // downwards from the parent's baseline
        bool to_line = false;
        bool to_top = false;
    };

    OpenBox open_box(const style::TextStyle&);
    Alignment alignment(const boxes::Box&, const Extent& claim, const OpenBox& parent) const;
    void align(const boxes::Box&, Fragment&& child, Px top_offset, const Extent& claim,
               std::vector<LineAligned>&& inner);
    Extent line_extent() const;
    void place_line_aligned(Fragment& line, const Extent& extent) const;
    void place_positioned(Fragment& parent, Point origin, Px line_height) const;

    LayoutContext& context_;
    ContainingBlock containing_block_;
    std::vector<OpenBox> stack_;
    std::vector<const text::FontMetrics*> further_fonts_;
    std::unordered_map<const boxes::Box*, Positioned> positioned_;
};

}  // namespace ghreveal::layout
