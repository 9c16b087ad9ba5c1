#include "export/handout/sheet_plan.h"

#include <algorithm>
#include <cmath>

#include "export/notes/notes_layout.h"

namespace ghreveal::exporter {

namespace {

constexpr Px kMostExtra = 3 * kGridLine;

}  // namespace

Px SheetPlan::height_of(const std::vector<SheetPiece>& pieces) const {
    Px height = pieces.empty() ? 0 : -gap_;
    for (const SheetPiece& piece : pieces) {
        height += piece.height + gap_;
    }
    return height;
}

Px SheetPlan::room() const {
    return is_fresh() ? body_.height : body_.height - height_of(sheets_.back()) - gap_;
}

void SheetPlan::add(SheetPiece piece) {
    if (sheets_.empty()) {
        begin_sheet();
    }
    sheets_.back().push_back(std::move(piece));
}

void SheetPlan::balance() {
    if (sheets_.size() < 2) {
        return;
    }
    std::vector<SheetPiece>& last = sheets_.back();
    std::vector<SheetPiece>& before = sheets_[sheets_.size() - 2];
    while (before.size() > 1 && before.back().may_move) {
        const Px moved = before.back().height + gap_;
        if (height_of(before) - moved < height_of(last) + moved) {
            return;
        }
        last.insert(last.begin(), std::move(before.back()));
        before.pop_back();
    }
}

// In whole lines, so that sheets have one grid.
Px SheetPlan::extra_gap(const std::vector<SheetPiece>& pieces) const {
    if (pieces.size() < 2) {
        return 0;
    }
    const Px each = (body_.height - height_of(pieces)) / static_cast<double>(pieces.size() - 1);
    return std::clamp(std::floor(each / kGridLine) * kGridLine, 0.0, kMostExtra);
}

void SheetPlan::draw(const std::function<void()>& begin) const {
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
        begin();
        // The last sheets are as close as the first ones, not wider.
        const bool is_end = i > 0 && i + 2 >= sheets_.size();
        const Px extra = is_end ? std::min(extra_gap(sheets_.front()), extra_gap(sheets_[i]))
                                : extra_gap(sheets_[i]);
        Px y = body_.y;
        for (const SheetPiece& piece : sheets_[i]) {
            piece.draw(y);
            y += piece.height + gap_ + extra;
        }
    }
}

}  // namespace ghreveal::exporter
