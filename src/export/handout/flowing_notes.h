// Notes one after the other, in columns, over as many sheets as they take.
#pragma once

#include <vector>

#include "export/handout/sheet_builder.h"
#include "export/notes/note_columns.h"

namespace ghreveal::exporter {

// How wide text is on a sheet that has nothing else.
Px text_width(const Rect& body);
// As many columns of text so wide as there is room for.
std::vector<Rect> text_columns(const Rect& body, Px width);

enum class FlowContent : std::uint8_t {
    kNotes,   // each below its slide's caption, which is said again where it goes on
    kSlides,  // without captions; they are what links lead to
};

struct FlowRoom {
    Rect body;
    const LaidOutNotes& notes;
    Px width = 0;  // of the notes
    Px top = 1e9;  // where the sheet that is begun has room; below its body: nowhere
    FlowContent content = FlowContent::kNotes;
};

void flow_notes(std::vector<WaitingNote>, const FlowRoom&, SheetBuilder&);

}  // namespace ghreveal::exporter
