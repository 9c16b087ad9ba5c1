#include "layout/inline/line_breaking.h"

#include <algorithm>

#include "layout/inline/bidi.h"
#include "layout/inline/inline_shaping.h"
#include "layout/sizing/layout_unit.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

namespace {

// A box that is split around a block has each of its edges on one of its parts only.
bool has_edge(const InlineItem& item, Px containing_width) {
    const boxes::Box& box = *item.box;
    const bool begins = item.kind == InlineItemKind::kOpen;
    if (!(begins ? box.has_first_edge : box.has_last_edge)) {
        return false;
    }
    const Edges inner = used_padding(box, containing_width) + used_border(box);
    const Edges margins = used_margins(box, containing_width);
    return begins != is_right_to_left(box.style->text()) ? inner.left != 0 || margins.left != 0
                                                         : inner.right != 0 || margins.right != 0;
}

bool breaks_words(const style::TextStyle& style) {
    return wraps_lines(style.white_space) && (style.overflow_wrap != style::OverflowWrap::kNormal ||
                                              style.word_break == style::WordBreak::kBreakWord);
}

}  // namespace

struct LineBreaker::State {
    LineRoom room;
    const FloatHandler& handle_float;
    Line line = {};  // as it is with all pieces taken so far
    // The width of whole items, and of the current item's text. Widths of text count in whole
    // units an item (see layout_unit.h).
    Px settled = 0;
    Px text = 0;
    Px text_before = 0;  // without the last piece
    std::uint32_t text_item = 0;
    // Without the white space that hangs at the end, which does not count in its item's rounding.
    Px visible_width = 0;
    std::optional<Line> last_opportunity = std::nullopt;
    bool opportunity_pending = false;  // waits for inline boxes that end here
    bool is_overflowing = false;       // goes on to the next opportunity

    Px width() const { return settled + ceiled_to_unit(text); }
    void settle() {
        settled = width();
        text = 0;
    }
    void add_text(std::uint32_t item, Px width) {
        if (item != text_item) {
            settle();
            text_item = item;
        }
        text_before = text;
        text += width;
    }
    void add_content(std::size_t index) {
        visible_width = width();
        line.has_content = true;
        line.hanging_from = index + 1;
    }
    bool fits() const { return width() <= room.width; }
};

Px edge_width(const InlineItem& item, Px containing_width) {
    const boxes::Box& box = *item.box;
    const Edges edges = used_margins(box, containing_width) + used_padding(box, containing_width) +
                        used_border(box);
    const bool begins = item.kind == InlineItemKind::kOpen;
    if (!(begins ? box.has_first_edge : box.has_last_edge)) {
        return 0;
    }
    return begins != is_right_to_left(box.style->text()) ? edges.left : edges.right;
}

Px tab_width(const style::TextStyle& style, Px position, LayoutContext& context) {
    const ShapedRuns& runs = context.shaper.shape(" ", style.font, shape_options(style));
    const Px space = width_of({runs, {}, 0, 1}, context.work) + style.word_spacing;
    const Px stop = style.tab_size.value * (style.tab_size.is_length ? 1 : space);
    if (stop <= 0) {
        return 0;
    }
    const Px rest = stop - std::fmod(position, stop);
    return rest < space / 2 ? rest + stop : rest;
}

LineBreaker::LineBreaker(const InlineContent& content, const ContainingBlock& containing_block,
                         LayoutContext& context)
    : content_(content), containing_block_(containing_block), context_(context) {
    atomics_.resize(content.items.size());
}

const AtomicBox& LineBreaker::atomic(std::size_t item) {
    std::optional<AtomicBox>& kept = atomics_[item];
    if (!kept) {
        const boxes::Box& box = *content_.items[item].box;
        kept = AtomicBox{lay_out_independent(box, containing_block_, {}, context_),
                         used_margins(box, containing_block_.width)};
    }
    return *kept;
}

AtomicBox LineBreaker::take_atomic(std::size_t item) {
    atomic(item);
    AtomicBox taken = std::move(*atomics_[item]);
    atomics_[item].reset();
    return taken;
}

void LineBreaker::take_edge(State& state, const Piece& piece) {
    const InlineItem& item = content_.item_of(piece);
    state.settle();
    const Px edge = edge_width(item, containing_block_.width);
    state.settled += edge;
    state.visible_width += edge;
    if (has_edge(item, containing_block_.width)) {
        state.line.has_content = true;
    }
}

Px LineBreaker::hyphen_width(const Piece& piece) const {
    const style::TextStyle& style = content_.item_of(piece).parent_style->text();
    Px width = 0;
    for (const text::GlyphRunPtr& run :
         context_.shaper.shape(hyphen_of(style), style.font, shape_options(style))) {
        width += run->width;
    }
    return width;
}

// The line may end after this piece; inline boxes that end here stay on it.
void LineBreaker::note_opportunity(State& state, std::size_t index) {
    const Piece& piece = content_.pieces[index];
    const bool open =
        piece.break_after || (piece.kind == PieceKind::kClose && state.opportunity_pending);
    if (piece.kind != PieceKind::kOpen && piece.kind != PieceKind::kFloat &&
        piece.kind != PieceKind::kPositioned) {
        state.opportunity_pending = open;
    }
    const bool box_ends_next =
        index + 1 < content_.pieces.size() && content_.pieces[index + 1].kind == PieceKind::kClose;
    const bool fits = piece.kind != PieceKind::kSoftHyphen || !state.last_opportunity ||
                      state.width() + hyphen_width(piece) <= state.room.width;
    if (open && fits && !box_ends_next) {
        state.line.end = index + 1;
        state.line.width = state.visible_width;
        state.line.needs_hyphen = piece.kind == PieceKind::kSoftHyphen;
        state.last_opportunity = state.line;
        state.line.needs_hyphen = false;
    }
}

// Cuts a word that is too long for a line, after as many letters as fit; at least one.
bool LineBreaker::break_word(State& state, std::size_t index) {
    const Piece& word = piece(state.line, index);
    const auto fits = [&state](Px width) {
        return state.settled + ceiled_to_unit(state.text_before + width) <= state.room.width;
    };
    std::size_t end = 0;
    ClusterReader reader(word.shaped(), context_.work);
    for (reader.read(); !reader.at_end(); reader.read()) {
        const bool must_take = end == 0 && (state.line.first == index || state.is_overflowing);
        if (!must_take && !fits(reader.width())) {
            break;
        }
        end = reader.byte();
    }
    if (end == 0) {
        return false;
    }
    Piece head = word;
    head.end = head.runs_begin + static_cast<std::uint32_t>(end);
    head.width = width_of(head.shaped(), context_.work);
    head.break_after = false;
    state.text = state.text_before + head.width;
    cut_ = head;
    state.line.end = index + 1;
    state.line.ends_inside = true;
    state.line.width = state.width();
    state.last_opportunity = state.line;
    return true;
}

// What does not fit: back to the last opportunity, or into the word, or on to the next one. Gives
// whether the line is full.
bool LineBreaker::overflow(State& state, std::size_t index) {
    if (state.last_opportunity) {
        return true;
    }
    const Piece& piece = this->piece(state.line, index);
    const style::ComputedStyle& style = *content_.item_of(piece).parent_style;
    if (piece.kind == PieceKind::kWord && breaks_words(style.text())) {
        // A word that follows others without an opportunity is cut in the whole line's favour.
        if (break_word(state, index)) {
            return true;
        }
        if (index > state.line.first && state.line.has_content) {
            state.line.end = index;
            state.line.width = state.width() - piece.width;
            state.last_opportunity = state.line;
            return true;
        }
    }
    state.is_overflowing = true;
    state.line.overflows = true;
    return false;
}

bool LineBreaker::take_text(State& state, std::size_t index) {
    const Piece& piece = this->piece(state.line, index);
    if (piece.kind == PieceKind::kSpace) {
        if (piece.is_collapsible && !state.line.has_content) {
            return false;
        }
        state.add_text(piece.item, piece.width);
        if (piece.hangs) {
            state.line.has_content |= !piece.is_collapsible;
        } else {
            state.add_content(index);
        }
        return false;
    }
    Px width = piece.width;
    if (piece.kind == PieceKind::kTab) {
        const style::TextStyle& style = content_.item_of(piece).parent_style->text();
        width = tab_width(style, state.room.indent + state.width(), context_);
    }
    state.add_text(piece.item, width);
    state.add_content(index);
    if (state.fits()) {
        return false;
    }
    return state.is_overflowing ? breaks_overflowing_word(state, index) : overflow(state, index);
}

// A line that is too long already ends in the first word that may be cut, after a letter of it.
bool LineBreaker::breaks_overflowing_word(State& state, std::size_t index) {
    const Piece& piece = this->piece(state.line, index);
    const style::ComputedStyle& style = *content_.item_of(piece).parent_style;
    return piece.kind == PieceKind::kWord && breaks_words(style.text()) && break_word(state, index);
}

// Puts a piece on the line; gives whether it is full without it, so that it ends at the last
// opportunity.
bool LineBreaker::take(State& state, std::size_t index) {
    ++context_.work;
    const Piece& piece = this->piece(state.line, index);
    switch (piece.kind) {
        case PieceKind::kWord:
        case PieceKind::kSpace:
        case PieceKind::kTab:
            return take_text(state, index);
        case PieceKind::kAtomic: {
            const AtomicBox& box = atomic(piece.item);
            state.settle();
            const Px width = box.layout.fragment.border_box.width + box.margins.horizontal();
            state.settled += width;
            state.add_content(index);
            return !state.fits() && !state.is_overflowing && overflow(state, index);
        }
        case PieceKind::kOpen:
            take_edge(state, piece);
            return false;
        case PieceKind::kClose: {
            take_edge(state, piece);
            const bool over = state.visible_width > state.room.width;
            return over && !state.is_overflowing && overflow(state, index);
        }
        case PieceKind::kFloat:
            if (const auto room = state.handle_float(piece.item, state.width())) {
                state.room.width = *room - state.room.indent;
            }
            return false;
        case PieceKind::kForcedBreak:
            state.line.has_content = true;
            state.line.ends_in_forced_break = true;
            return false;
        case PieceKind::kSoftHyphen:
        case PieceKind::kPositioned:
            return false;
    }
    return false;
}

void LineBreaker::accept(const Line& line) {
    rest_.reset();
    next_ = line.end;
    if (line.ends_inside) {
        next_ = line.end - 1;
        rest_ = begun_ && next_ == line.first ? *begun_ : content_.pieces[next_];
        rest_->begin = cut_.end;
        rest_->place = place_of(*rest_->runs, rest_->place, rest_->begin - rest_->runs_begin);
    }
}

std::optional<LineBreaker::Place> LineBreaker::place() const {
    if (is_done()) {
        return std::nullopt;
    }
    const Piece& next = rest_ ? *rest_ : content_.pieces[next_];
    return Place{next.item, next.begin};
}

void LineBreaker::start_at(const std::optional<Place>& place) {
    const std::vector<Piece>& pieces = content_.pieces;
    const auto found = std::find_if(pieces.begin(), pieces.end(), [&](const Piece& piece) {
        return place && (piece.item > place->item ||
                         (piece.item == place->item &&
                          (piece.end > place->byte || piece.end == piece.begin)));
    });
    next_ = static_cast<std::size_t>(found - pieces.begin());
    rest_.reset();
    if (found != pieces.end() && found->item == place->item && found->begin < place->byte &&
        found->runs != nullptr) {
        rest_ = *found;
        rest_->begin = place->byte;
        rest_->place = place_of(*rest_->runs, rest_->place, rest_->begin - rest_->runs_begin);
    }
}

// Of a rest that is longer than the line only so much is measured as shows that it is.
void LineBreaker::begin_line(const LineRoom& room) {
    begun_ = rest_;
    if (!begun_) {
        return;
    }
    ClusterReader reader(begun_->shaped(), context_.work);
    while (!reader.at_end() && reader.width() <= room.width + 1) {
        reader.read();
    }
    begun_->width = reader.at_end() ? width_of(begun_->shaped(), context_.work) : reader.width();
}

Line LineBreaker::fill_line(const LineRoom& room, const FloatHandler& handle_float) {
    begin_line(room);
    State state{room, handle_float};
    state.line.first = next_;
    state.line.hanging_from = next_;
    for (std::size_t i = next_; i < content_.pieces.size(); ++i) {
        if (take(state, i)) {
            return *state.last_opportunity;
        }
        if (state.line.ends_in_forced_break) {
            state.line.end = i + 1;
            state.line.width = state.visible_width;
            return state.line;
        }
        note_opportunity(state, i);
        if (state.is_overflowing && state.last_opportunity) {
            return *state.last_opportunity;
        }
    }
    state.line.end = content_.pieces.size();
    state.line.width = state.visible_width;
    return state.line;
}

}  // namespace ghreveal::layout
