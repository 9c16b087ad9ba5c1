// Step 3 of inline layout: pieces -> lines, as many pieces on each as fit (CSS Text 3 §5).
#pragma once

#include <functional>
#include <optional>

#include "layout/inline/inline_items.h"
#include "layout/layout.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

// Pieces [first, end) of one line; LineBreaker::piece gives them.
struct Line {
    std::size_t first = 0;
    std::size_t end = 0;
    bool ends_inside = false;  // of a word that is too long for it, which goes on on the next line
    Px width = 0;              // without white space that hangs at the end
    // Pieces from here to `end` are white space that hangs, and edges of inline boxes.
    std::size_t hanging_from = 0;
    bool has_content = false;  // else it is no line box at all (CSS 2.1 §9.4.2)
    bool ends_in_forced_break = false;
    bool overflows = false;
    bool needs_hyphen = false;  // broken at a soft hyphen
};

// Laid out atomic inline boxes by item; positions in lines are still to come.
struct AtomicBox {
    BoxLayout layout;
    Edges margins;
};

// Room on the line that is being filled.
struct LineRoom {
    Px width = 0;   // px for content, text-indent taken off
    Px indent = 0;  // px from the line's edge to the first content
};

class LineBreaker {
public:
    // Takes a float that comes up in the line; `used` is the width of what is on the line so far.
    // Gives the room that is left when the float found place beside the line.
    using FloatHandler = std::function<std::optional<Px>(std::size_t item, Px used)>;

    LineBreaker(const InlineContent&, const ContainingBlock&, LayoutContext&);

    // Where a line begins: a byte of an item.
    struct Place {
        std::uint32_t item = 0;
        std::uint32_t byte = 0;
    };
    // Where the next line begins; nothing at the end.
    std::optional<Place> place() const;
    // Goes on from there, in content that has the same items and text.
    void start_at(const std::optional<Place>&);

    bool is_done() const { return next_ >= content_.pieces.size(); }
    // The line that begins at the next piece; goes on with `accept`.
    Line fill_line(const LineRoom&, const FloatHandler&);
    void accept(const Line&);

    // A piece of the line that was filled last: what of it is on that line.
    const Piece& piece(const Line& line, std::size_t index) const {
        if (line.ends_inside && index + 1 == line.end) {
            return cut_;
        }
        return index == line.first && begun_ ? *begun_ : content_.pieces[index];
    }

    const AtomicBox& atomic(std::size_t item);
    // To be moved from when the line is placed.
    AtomicBox take_atomic(std::size_t item);

private:
    struct State;
    bool take(State&, std::size_t index);
    bool take_text(State&, std::size_t index);
    void take_edge(State&, const Piece&);
    void note_opportunity(State&, std::size_t index);
    Px hyphen_width(const Piece&) const;
    bool overflow(State&, std::size_t index);
    bool break_word(State&, std::size_t index);
    bool breaks_overflowing_word(State&, std::size_t index);
    void begin_line(const LineRoom&);

    const InlineContent& content_;
    ContainingBlock containing_block_;
    LayoutContext& context_;
    std::vector<std::optional<AtomicBox>> atomics_;  // by item
    std::size_t next_ = 0;
    // Of the word that the line before was too short for: what is left of it.
    std::optional<Piece> rest_;
    // The first piece of the line being filled, when it is such a rest; and what of its last piece
    // is on it, when that goes on.
    std::optional<Piece> begun_;
    Piece cut_;
};

// Margin, border and padding where an inline box begins or ends, by its own direction on the left
// or the right; 0 where it is sliced.
Px edge_width(const InlineItem&, Px containing_width);

// How far a tab reaches from `position` on the line (CSS Text 3 §4.2: to the next multiple of
// tab-size, but at least half a character).
Px tab_width(const style::TextStyle&, Px position, LayoutContext&);

}  // namespace ghreveal::layout
