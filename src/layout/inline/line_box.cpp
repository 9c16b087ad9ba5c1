#include "layout/inline/line_box.h"

#include <algorithm>

#include "layout/inline/bidi.h"
#include "layout/inline/inline_box_state.h"
#include "layout/inline/inline_shaping.h"
#include "layout/inline/line_order.h"
#include "layout/positioned.h"
#include "layout/sizing/layout_unit.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

using style::TextAlign;

namespace {

// CSS Text 3 §7.3: the last line, and what is before a forced break, may be aligned otherwise.
TextAlign alignment_of_line(const style::TextStyle& style, const LinePlace& place) {
    return place.is_last ? style.text_align_last.value_or(style.text_align) : style.text_align;
}

// What an expandable space gets more on a justified line; 0 where nothing is to be done.
Px justification(const Line& line, const LinePlace& place, const LineBoxContext& box) {
    const style::TextStyle& style = box.container.style->text();
    const bool justifies = alignment_of_line(style, place) == TextAlign::kJustify &&
                           (!place.is_last || style.text_align_last);
    const Px free = place.width - place.indent - line.width;
    if (!justifies || free <= 0) {
        return 0;
    }
    std::size_t spaces = 0;
    bool has_content = false;
    for (std::size_t i = line.first; i < line.hanging_from; ++i) {
        const Piece& piece = box.content.pieces[i];
        has_content |= piece.kind == PieceKind::kWord || piece.kind == PieceKind::kAtomic;
        spaces += piece.kind == PieceKind::kSpace && has_content ? piece.end - piece.begin : 0;
    }
    return spaces == 0 ? 0 : free / static_cast<Px>(spaces);
}

class LinePlacer {
public:
    LinePlacer(const Line& line, const LinePlace& place, LineBoxContext& box)
        : line_(line),
          place_(place),
          box_(box),
          boxes_(box.container, box.containing_block, box.context) {}

    Fragment place(std::vector<const InlineItem*>& open_boxes);

private:
    void place_piece(std::size_t index);
    void place_left_to_right(std::vector<const InlineItem*>& open_boxes);
    void place_reordered(std::vector<const InlineItem*>& open_boxes);
    int close_boxes_around(int box, const OrderedPiece& next, const LineOrder&, std::size_t at);
    void open_boxes_around(int box, int outer, const LineOrder&, std::size_t at);
    void open(const boxes::Box&, bool has_left_edge);
    void close(const boxes::Box&, bool has_right_edge);
    Edges edges_of(const boxes::Box& box) const {
        const Px width = box_.containing_block.width;
        return used_margins(box, width) + used_padding(box, width) + used_border(box);
    }
    void place_text(const Piece&, bool hangs);
    void place_collapsed_space(const Piece&);
    void place_tab(const Piece&);
    void place_atomic(const Piece&);
    void place_hyphen(const Piece&);
    void place_positioned(const boxes::Box&);
    bool is_right_to_left(const Piece& piece) const {
        return box_.content.direction_at(piece.begin) == text::Direction::kRightToLeft;
    }
    void begin_text(const Piece&);
    void flush_run();
    void end_text();

    const Line& line_;
    const LinePlace& place_;
    LineBoxContext& box_;
    InlineBoxStack boxes_;
    Px x_ = 0;  // from the line's left edge
    Px tab_origin_ = 0;
    Px space_extra_ = 0;
    bool has_content_ = false;
    bool ends_in_space_ = false;  // one that has vanished
    // The text fragment being filled, and the stretch of one shaped word not yet put into it.
    std::optional<Fragment> text_;
    const InlineItem* text_item_ = nullptr;
    std::optional<Piece> word_;
    Px word_x_ = 0;
    Px text_width_ = 0;
};

void LinePlacer::open(const boxes::Box& box, bool has_left_edge) {
    end_text();
    boxes_.open(box, x_, has_left_edge);
    if (has_left_edge) {
        x_ += edges_of(box).left;
    }
}

void LinePlacer::close(const boxes::Box& box, bool has_right_edge) {
    end_text();
    Px margin = 0;
    if (has_right_edge) {
        margin = used_margins(box, box_.containing_block.width).right;
        x_ += edges_of(box).right;
    }
    boxes_.close(x_ - margin, has_right_edge);
}

void LinePlacer::begin_text(const Piece& piece) {
    const InlineItem& item = box_.content.item_of(piece);
    if (text_ && text_item_ == &item) {
        return;
    }
    end_text();
    text_item_ = &item;
    text_width_ = 0;
    text_.emplace();
    text_->kind = FragmentKind::kText;
    text_->source = item.box->source;
    text_->border_box.x = x_;
}

// A word that lies on the line in one piece keeps its shared runs; else the part on it is cut out.
void LinePlacer::flush_run() {
    if (!word_) {
        return;
    }
    if (word_->shaped().whole_run() != nullptr) {
        boxes_.include_font(word_->runs->front()->font);
        text_->runs.push_back({word_->runs->front(), word_x_});
        word_.reset();
        return;
    }
    ShapedRuns parts = runs_of(word_->shaped());
    if (is_right_to_left(*word_)) {
        std::reverse(parts.begin(), parts.end());
    }
    Px x = word_x_;
    for (text::GlyphRunPtr& part : parts) {
        const Px width = part->width;
        boxes_.include_font(part->font);
        text_->runs.push_back({std::move(part), x});
        x += width;
    }
    word_.reset();
}

void LinePlacer::end_text() {
    if (!text_) {
        return;
    }
    flush_run();
    text_->border_box.width = ceiled_to_unit(text_width_);
    x_ += text_->border_box.width;
    boxes_.add_text(std::move(*text_), text_item_->box->style->text());
    text_.reset();
    text_item_ = nullptr;
}

void LinePlacer::place_text(const Piece& piece, bool hangs) {
    const bool is_space = piece.kind == PieceKind::kSpace;
    if (is_space && piece.is_collapsible && !has_content_) {
        return;
    }
    if (is_space && piece.is_collapsible && hangs) {
        place_collapsed_space(piece);
        return;
    }
    begin_text(piece);
    const bool same_word =
        word_ && word_->runs == piece.runs && word_->runs_begin == piece.runs_begin;
    if (same_word && word_->end == piece.begin) {
        word_->end = piece.end;
    } else if (same_word && word_->begin == piece.end) {
        word_->place = piece.place;
        word_->begin = piece.begin;  // from right to left, what comes first in the text is last
    } else {
        flush_run();
        word_ = piece;
        word_x_ = text_width_;
    }
    if (!(is_space && hangs)) {
        text_width_ += piece.width;
    }
    if (is_space && has_content_ && !hangs) {
        text_width_ += space_extra_ * (piece.end - piece.begin);
    }
    has_content_ = true;
}

// It vanishes (CSS Text 3 §4.1.2), but for those who read the text: without it the last word of a
// line and the first of the next one would be a single word.
void LinePlacer::place_collapsed_space(const Piece& piece) {
    const bool is_last_line = line_.end == box_.content.pieces.size();
    if (is_last_line || std::exchange(ends_in_space_, true)) {
        return;
    }
    begin_text(piece);
    flush_run();
    word_ = piece;
    word_x_ = text_width_;
    flush_run();
}

void LinePlacer::place_tab(const Piece& piece) {
    begin_text(piece);
    flush_run();
    text_width_ += tab_width(text_item_->box->style->text(),
                             x_ + ceiled_to_unit(text_width_) - tab_origin_, box_.context);
    has_content_ = true;
}

void LinePlacer::place_hyphen(const Piece& piece) {
    begin_text(piece);
    const style::TextStyle& style = text_item_->box->style->text();
    flush_run();
    for (const text::GlyphRunPtr& run :
         box_.context.shaper.shape(hyphen_of(style), style.font, shape_options(style))) {
        text_->runs.push_back({run, text_width_});
        text_width_ += run->width;
    }
}

void LinePlacer::place_atomic(const Piece& piece) {
    end_text();
    AtomicBox atomic = box_.breaker.take_atomic(piece.item);
    const Px width = atomic.layout.fragment.border_box.width + atomic.margins.horizontal();
    boxes_.add_atomic(*box_.content.item_of(piece).box, std::move(atomic), x_);
    x_ += width;
    has_content_ = true;
}

// CSS 2.1 §10.3.7, §10.6.4: a block-level box would begin at the container's edge, below what is
// before it on the line.
void LinePlacer::place_positioned(const boxes::Box& box) {
    const bool on_line = box.style->box().is_inline_level_by_itself;
    const bool rtl = layout::is_right_to_left(box_.container.style->text());
    const Px edge = (rtl ? box_.containing_block.width : 0) - place_.left;
    const Point place{on_line ? x_ : edge, 0};
    boxes_.add_positioned(positioned_fragment(box, {place, rtl}, box_.context),
                          !on_line && has_content_);
}

void LinePlacer::place_piece(std::size_t index) {
    const Piece& piece = box_.breaker.piece(line_, index);
    const InlineItem& item = box_.content.item_of(piece);
    switch (piece.kind) {
        case PieceKind::kWord:
        case PieceKind::kSpace:
            place_text(piece, index >= line_.hanging_from);
            break;
        case PieceKind::kTab:
            place_tab(piece);
            break;
        case PieceKind::kOpen:
            open(*item.box, item.box->has_first_edge);
            break;
        case PieceKind::kClose:
            close(*item.box, item.box->has_last_edge);
            break;
        case PieceKind::kAtomic:
            place_atomic(piece);
            break;
        case PieceKind::kSoftHyphen:
            if (line_.needs_hyphen && index + 1 == line_.end) {
                place_hyphen(piece);
            }
            break;
        case PieceKind::kPositioned:
            end_text();
            place_positioned(*item.box);
            break;
        case PieceKind::kForcedBreak:
        case PieceKind::kFloat:
            break;
    }
}

void LinePlacer::place_left_to_right(std::vector<const InlineItem*>& open_boxes) {
    for (const InlineItem* item : open_boxes) {
        open(*item->box, false);
    }
    for (std::size_t i = line_.first; i < line_.end; ++i) {
        place_piece(i);
        const Piece& piece = box_.content.pieces[i];
        if (piece.kind == PieceKind::kOpen) {
            open_boxes.push_back(&box_.content.item_of(piece));
        } else if (piece.kind == PieceKind::kClose) {
            open_boxes.pop_back();
        }
    }
    end_text();
    for (auto item = open_boxes.rbegin(); item != open_boxes.rend(); ++item) {
        close(*(*item)->box, false);
    }
}

// Closes boxes from `box` outwards that do not hold the piece `next`, which stands at `at`; gives
// the innermost one that does.
int LinePlacer::close_boxes_around(int box, const OrderedPiece& next, const LineOrder& order,
                                   std::size_t at) {
    while (box >= 0 && !order.is_inside(next.box, box)) {
        const auto index = static_cast<std::size_t>(box);
        close(*order.boxes[index].item->box, order.has_right_edge(index, at - 1));
        box = order.boxes[index].parent;
    }
    return box;
}

void LinePlacer::open_boxes_around(int box, int outer, const LineOrder& order, std::size_t at) {
    if (box == outer) {
        return;
    }
    const auto index = static_cast<std::size_t>(box);
    open_boxes_around(order.boxes[index].parent, outer, order, at);
    open(*order.boxes[index].item->box, order.has_left_edge(index, at));
}

void LinePlacer::place_reordered(std::vector<const InlineItem*>& open_boxes) {
    const LineOrder order = order_of_line(line_, box_.content, open_boxes);
    int box = -1;
    for (std::size_t at = 0; at < order.pieces.size(); ++at) {
        const OrderedPiece& piece = order.pieces[at];
        const int common = close_boxes_around(box, piece, order, at);
        open_boxes_around(piece.box, common, order, at);
        box = piece.box;
        has_content_ = piece.follows_content;
        if (box_.content.pieces[piece.piece].kind != PieceKind::kClose) {
            place_piece(piece.piece);
        }
    }
    close_boxes_around(box, {}, order, order.pieces.size());
    end_text();
}

Fragment LinePlacer::place(std::vector<const InlineItem*>& open_boxes) {
    const Px free = place_.width - place_.indent - line_.width;
    const style::TextStyle& style = box_.container.style->text();
    const text::Direction direction =
        text::direction_of(box_.content.paragraph_level(box_.content.pieces[line_.first].begin));
    space_extra_ = justification(line_, place_, box_);
    x_ = direction == text::Direction::kRightToLeft ? 0 : place_.indent;
    if (space_extra_ == 0) {
        x_ += alignment_offset(alignment_of_line(style, place_), direction, free);
    }
    tab_origin_ = x_ - place_.indent;
    if (box_.content.has_levels()) {
        place_reordered(open_boxes);
    } else {
        place_left_to_right(open_boxes);
    }
    Fragment fragment = boxes_.finish_line(line_.has_content);
    fragment.border_box.width = place_.width;
    return fragment;
}

}  // namespace

Px alignment_offset(TextAlign align, text::Direction direction, Px free) {
    const bool rtl = direction == text::Direction::kRightToLeft;
    // What is too wide begins where lines begin, whatever the alignment.
    if (free <= 0) {
        return rtl ? free : 0;
    }
    switch (align) {
        case TextAlign::kCenter:
        case TextAlign::kInternalCenter:
            return truncated_to_unit(free / 2);
        case TextAlign::kRight:
        case TextAlign::kInternalRight:
            return free;
        case TextAlign::kEnd:
            return rtl ? 0 : free;
        case TextAlign::kLeft:
        case TextAlign::kInternalLeft:
            return 0;
        case TextAlign::kStart:
        case TextAlign::kJustify:
            return rtl ? free : 0;
    }
    return 0;
}

Fragment place_line(const Line& line, const LinePlace& place,
                    std::vector<const InlineItem*>& open_boxes, LineBoxContext& box) {
    return LinePlacer(line, place, box).place(open_boxes);
}

}  // namespace ghreveal::layout
