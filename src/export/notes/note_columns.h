// Notes poured into columns, one after the other. px of the paper.
#pragma once

#include <string>
#include <vector>

#include "export/notes/notes_layout.h"

namespace ghreveal::exporter {

// A note, or what is left of one, that waits for a place.
struct WaitingNote {
    std::size_t slide = 0;
    Px from = 0;
    std::string heading;  // above it; empty: none
};

struct PlacedStrip {
    std::size_t slide = 0;
    NoteStrip strip;
    Point at;
    std::string heading;  // in the line above it
};

struct PouredNotes {
    std::vector<PlacedStrip> strips;
    std::vector<WaitingNote> rest;
    Px bottom = 0;  // of what lies lowest
};

// `full_height`: of a column that none is higher than.
PouredNotes pour(std::vector<WaitingNote>, const std::vector<Rect>& columns, Px full_height,
                 const LaidOutNotes&);

// In columns as low as they can be side by side: `columns` are the highest they may get, and a
// line is the least they grow by.
PouredNotes pour_balanced(const std::vector<WaitingNote>&, const std::vector<Rect>& columns,
                          Px full_height, const LaidOutNotes&);

}  // namespace ghreveal::exporter
