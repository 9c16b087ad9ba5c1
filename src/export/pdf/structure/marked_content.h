// A page's content as Cairo writes it -> the same with what is content marked as such, and all else
// as decoration (PDF 32000-1 §14.6, §14.8.2.2).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "draw/drawn_page.h"
#include "export/pdf/file/cairo_document.h"
#include "support/geometry.h"

namespace ghreveal::exporter {

// A part of the content, in the order of drawing.
struct ContentPiece {
    draw::DrawnKind kind = draw::DrawnKind::kText;
    Point origin;            // kText: of the first glyph, in pt from the page's upper left corner
    std::size_t glyphs = 0;  // kText
    Rect area;               // kPicture, in pt
    int slot = -1;           // what it belongs to; negative: decoration
    std::string_view type;   // of the structure element that the slot is in
};

struct MarkedContent {
    std::string bytes;
    std::vector<int> slots;  // by their marked-content identifiers
};

// The pieces are found by where they begin, and followed by the number of their glyphs; what Cairo
// left out, because it shows nowhere, has no mark.
MarkedContent mark_content(std::string_view content, const std::vector<ContentPiece>&,
                           const FormBox& form_box);

}  // namespace ghreveal::exporter
