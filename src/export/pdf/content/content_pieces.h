// The parts of a page's content that belong to something, and which of them comes next.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "draw/drawn_page.h"
#include "export/pdf/file/pt_geometry.h"

namespace ghreveal::exporter {

// A part of the content, in the order of drawing.
struct ContentPiece {
    draw::DrawnKind kind = draw::DrawnKind::kText;
    PtPoint origin;          // kText: of the first glyph
    std::size_t glyphs = 0;  // kText
    PtRect area;             // kPicture
    int slot = -1;           // what it belongs to; negative: decoration
    std::string_view type;   // of the structure element that the slot is in
};

// Pieces are found by where they begin; Cairo leaves out what shows nowhere, so some never come.
class ComingPieces {
public:
    explicit ComingPieces(const std::vector<ContentPiece>& pieces) : pieces_(pieces) {}

    // Whether the next text begins here.
    bool is_next_text_at(PtPoint) const;
    // The next text that begins here, or of those anywhere the next one; none: null.
    const ContentPiece* take_text(std::optional<PtPoint> at);
    // The next picture with a corner here, or for a form its box in its area.
    const ContentPiece* take_picture(PtPoint corner, const std::optional<PtRect>& form_box);

private:
    std::size_t text_from(std::size_t index) const;
    const ContentPiece* take(std::size_t index);

    const std::vector<ContentPiece>& pieces_;
    std::size_t next_ = 0;
};

}  // namespace ghreveal::exporter
