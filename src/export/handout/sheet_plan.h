// Pieces shared out over sheets, then drawn from the top of each.
#pragma once

#include <functional>
#include <vector>

#include "support/geometry.h"

namespace ghreveal::exporter {

// What stays together on a sheet.
struct SheetPiece {
    Px height = 0;
    bool may_move = true;  // to the next sheet, whole
    std::function<void(Px top)> draw;
};

class SheetPlan {
public:
    SheetPlan(const Rect& body, Px gap) : body_(body), gap_(gap) {}

    // What is left of the last sheet, below a gap.
    Px room() const;
    bool is_fresh() const { return sheets_.empty() || sheets_.back().empty(); }
    std::size_t sheet_count() const { return sheets_.size(); }
    void begin_sheet() { sheets_.emplace_back(); }
    void add(SheetPiece);

    // The last two sheets share what the last one has too little of.
    void balance();
    // Calls `begin` for each sheet, then draws its pieces, a little apart where there is room.
    void draw(const std::function<void()>& begin) const;

private:
    Px height_of(const std::vector<SheetPiece>&) const;
    Px extra_gap(const std::vector<SheetPiece>&) const;

    Rect body_;
    Px gap_;
    std::vector<std::vector<SheetPiece>> sheets_;
};

}  // namespace ghreveal::exporter
