#include "export/pdf/content/content_pieces.h"

namespace ghreveal::exporter {

namespace {

constexpr Pt kTolerance{0.1};  // Cairo writes thousandths of text space and more

bool is_near(Pt a, Pt b) {
    return a - b < kTolerance && b - a < kTolerance;
}
bool is_near(PtPoint a, PtPoint b) {
    return is_near(a.x, b.x) && is_near(a.y, b.y);
}

// Of forms, whose boxes Cairo rounds to whole pt.
bool covers(const PtRect& area, const PtRect& box) {
    constexpr Pt kRounding{1.5};
    const PtRect around = area.outset(kRounding);
    return around.x <= box.x && around.y <= box.y && box.right() <= around.right() &&
           box.bottom() <= around.bottom();
}

bool is_corner(PtPoint point, const PtRect& area) {
    return is_near(point, area.origin()) || is_near(point, {area.right(), area.y}) ||
           is_near(point, {area.x, area.bottom()}) || is_near(point, {area.right(), area.bottom()});
}

// A picture is drawn from one of its corners; what is faded as a whole is a form without a place of
// its own.
bool is_drawn_here(const ContentPiece& piece, PtPoint corner,
                   const std::optional<PtRect>& form_box) {
    switch (piece.kind) {
        case draw::DrawnKind::kText:
            return false;
        case draw::DrawnKind::kPicture:
            return is_corner(corner, piece.area) || (form_box && covers(piece.area, *form_box));
        case draw::DrawnKind::kGroup:
            break;
    }
    return form_box.has_value();
}

}  // namespace

std::size_t ComingPieces::text_from(std::size_t index) const {
    while (index < pieces_.size() && pieces_[index].kind != draw::DrawnKind::kText) {
        ++index;
    }
    return index;
}

const ContentPiece* ComingPieces::take(std::size_t index) {
    if (index >= pieces_.size()) {
        return nullptr;
    }
    next_ = index + 1;
    return &pieces_[index];
}

bool ComingPieces::is_next_text_at(PtPoint at) const {
    const std::size_t next = text_from(next_);
    return next < pieces_.size() && is_near(at, pieces_[next].origin);
}

const ContentPiece* ComingPieces::take_text(std::optional<PtPoint> at) {
    std::size_t found = text_from(next_);
    while (at && found < pieces_.size() && !is_near(*at, pieces_[found].origin)) {
        found = text_from(found + 1);
    }
    return take(found);
}

const ContentPiece* ComingPieces::take_picture(PtPoint corner,
                                               const std::optional<PtRect>& form_box) {
    std::size_t found = next_;
    while (found < pieces_.size() && !is_drawn_here(pieces_[found], corner, form_box)) {
        ++found;
    }
    return take(found);
}

}  // namespace ghreveal::exporter
