// Draws what handouts consist of, sheet by sheet: slides with their captions and steps, notes,
// lines to write on.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "export/handout/handout.h"
#include "export/handout/sheet_frame.h"
#include "export/notes/note_columns.h"
#include "export/sheets/placed_page.h"

namespace ghreveal::exporter {

// The face of captions, heads and feet: that of the notes.
text::FontSpec handout_font(Px size, int weight = 400);

inline constexpr Px kRuledDistance = 1.5 * kGridLine;  // of lines to write on

class SheetBuilder {
public:
    SheetBuilder(pages::Session&, const HandoutOptions&);

    void begin_sheet() { sheets_.emplace_back(); }
    Handout take(Size paper) { return {paper, std::move(sheets_), std::move(notes_)}; }

    // The slide with its top left at `at`, its caption and its steps below it.
    void add_slide(const HandoutSlide&, Point at, Size size);
    // How high the steps below a slide's caption are.
    Px steps_height(const HandoutSlide&, Px width) const;
    void add_notes(const std::vector<PlacedStrip>&, const LaidOutNotes&, Px width);
    // What links to the slide lead to, the first time.
    void add_place_once(const HandoutPlace&);
    void add_heading(const Rect& room, const std::string& text);
    void add_ruled_lines(const Rect& room);
    // That a note goes on on the next sheet, in the last line of this column.
    void add_turn_mark(const Rect& column);

    // "3.1  Title": what the slide says of itself.
    std::string caption_of(std::size_t slide) const;
    std::string continued(std::size_t slide) const { return caption_of(slide) + " (continued)"; }

private:
    paint::DisplayList& out() { return sheets_.back().content; }
    void place(const paint::DisplayList& page, const Rect& target, PlacedLinks);
    void add_steps(const HandoutSlide&, Point at, Px width);

    const deck::Deck& deck_;
    text::Shaper& shaper_;
    const HandoutOptions& options_;
    Size slide_size_;
    std::vector<HandoutPage> sheets_;
    std::map<std::size_t, NoteSource> notes_;
    std::set<std::size_t> placed_;  // slides that links lead to
};

}  // namespace ghreveal::exporter
