#include "layout/inline/line_order.h"

#include <algorithm>

#include "layout/inline/bidi.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

namespace {

// In logical order.
class Reader {
public:
    Reader(const Line& line, const InlineContent& content)
        : line_(line),
          content_(content),
          paragraph_level_(content.paragraph_level(content.pieces[line.first].begin)) {}

    void open(const InlineItem& item, bool begins_here) {
        order_.boxes.push_back({&item, current_, begins_here, false, 0, 0});
        is_empty_.push_back(1);
        current_ = static_cast<int>(order_.boxes.size()) - 1;
    }
    void read(std::size_t index);
    LineOrder in_visual_order() &&;

private:
    void close(std::size_t index);
    void append(std::size_t index, text::BidiLevel level);
    void put_positioned_in_tree_order();
    text::BidiLevel level_of(std::size_t index) const;

    const Line& line_;
    const InlineContent& content_;
    LineOrder order_;
    std::vector<text::BidiLevel> levels_;
    std::vector<char> is_empty_;  // by box
    text::BidiLevel paragraph_level_ = 0;
    int current_ = -1;
    bool has_content_ = false;
};

// Rule L1: white space at the end, and tabs, go with the paragraph. What has no text is where the
// text before it is.
text::BidiLevel Reader::level_of(std::size_t index) const {
    const Piece& piece = content_.pieces[index];
    if (index >= line_.hanging_from || piece.kind == PieceKind::kTab) {
        return paragraph_level_;
    }
    if (piece.begin == piece.end) {
        return levels_.empty() ? paragraph_level_ : levels_.back();
    }
    return content_.levels[piece.begin];
}

void Reader::append(std::size_t index, text::BidiLevel level) {
    order_.pieces.push_back({index, current_, has_content_});
    levels_.push_back(level);
    for (int box = current_; box >= 0; box = order_.boxes[static_cast<std::size_t>(box)].parent) {
        is_empty_[static_cast<std::size_t>(box)] = 0;
    }
}

// A box without anything in it still has edges and a place: its end stands for it.
void Reader::close(std::size_t index) {
    const auto box = static_cast<std::size_t>(current_);
    if (is_empty_[box] != 0) {
        append(index, levels_.empty() ? paragraph_level_ : levels_.back());
    }
    order_.boxes[box].ends_here = true;
    current_ = order_.boxes[box].parent;
}

void Reader::read(std::size_t index) {
    const Piece& piece = content_.pieces[index];
    switch (piece.kind) {
        case PieceKind::kOpen:
            open(content_.item_of(piece), true);
            break;
        case PieceKind::kClose:
            close(index);
            break;
        case PieceKind::kForcedBreak:
        case PieceKind::kFloat:
            break;
        case PieceKind::kWord:
        case PieceKind::kSpace:
        case PieceKind::kTab:
        case PieceKind::kAtomic:
            append(index, level_of(index));
            has_content_ = has_content_ || !piece.is_collapsible;
            break;
        case PieceKind::kSoftHyphen:
        case PieceKind::kPositioned:
            append(index, level_of(index));
            break;
    }
}

// Positioned boxes that follow each other are at one place, and lie on each other in the order of
// the tree (CSS 2.1 appendix E).
void Reader::put_positioned_in_tree_order() {
    const auto is_positioned = [this](const OrderedPiece& piece) {
        return content_.pieces[piece.piece].kind == PieceKind::kPositioned;
    };
    for (auto at = order_.pieces.begin(); at != order_.pieces.end();) {
        const auto end = std::find_if_not(at, order_.pieces.end(), is_positioned);
        std::sort(at, end, [](const OrderedPiece& one, const OrderedPiece& other) {
            return one.piece < other.piece;
        });
        at = end == order_.pieces.end() ? end : std::next(end);
    }
}

LineOrder Reader::in_visual_order() && {
    // Boxes that go on to the next line and are empty on this one show nothing here.
    std::vector<OrderedPiece> pieces;
    for (const std::size_t index : text::visual_order(levels_)) {
        pieces.push_back(order_.pieces[index]);
    }
    order_.pieces = std::move(pieces);
    put_positioned_in_tree_order();
    for (std::size_t at = order_.pieces.size(); at-- > 0;) {
        for (int box = order_.pieces[at].box; box >= 0;) {
            LineInlineBox& around = order_.boxes[static_cast<std::size_t>(box)];
            around.leftmost = at;
            around.rightmost = std::max(around.rightmost, at);
            box = around.parent;
        }
    }
    return std::move(order_);
}

}  // namespace

bool LineOrder::is_inside(int box, int around) const {
    while (box >= 0 && box != around) {
        box = boxes[static_cast<std::size_t>(box)].parent;
    }
    return box == around;
}

bool LineOrder::has_left_edge(std::size_t box, std::size_t at) const {
    const LineInlineBox& part = boxes[box];
    const boxes::Box& source = *part.item->box;
    const bool here = is_right_to_left(source.style->text())
                          ? part.ends_here && source.has_last_edge
                          : part.begins_here && source.has_first_edge;
    return here && at == part.leftmost;
}

bool LineOrder::has_right_edge(std::size_t box, std::size_t at) const {
    const LineInlineBox& part = boxes[box];
    const boxes::Box& source = *part.item->box;
    const bool here = is_right_to_left(source.style->text())
                          ? part.begins_here && source.has_first_edge
                          : part.ends_here && source.has_last_edge;
    return here && at == part.rightmost;
}

LineOrder order_of_line(const Line& line, const InlineContent& content,
                        std::vector<const InlineItem*>& open_boxes) {
    Reader reader(line, content);
    for (const InlineItem* item : open_boxes) {
        reader.open(*item, false);
    }
    for (std::size_t i = line.first; i < line.end; ++i) {
        reader.read(i);
        const Piece& piece = content.pieces[i];
        if (piece.kind == PieceKind::kOpen) {
            open_boxes.push_back(&content.item_of(piece));
        } else if (piece.kind == PieceKind::kClose) {
            open_boxes.pop_back();
        }
    }
    return std::move(reader).in_visual_order();
}

}  // namespace ghreveal::layout
