// Speaker notes laid out for paper, by the same engine as slides.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <vector>

#include "export/notes/note_breaks.h"
#include "pages/session.h"

namespace ghreveal::exporter {

// The leading of the text: what is set from here is on a grid of such lines, all columns alike.
inline constexpr Px kGridLine = 18;

constexpr Px whole_lines(Px height) {
    const auto lines = static_cast<long>(height / kGridLine - 0.001);
    return static_cast<Px>(lines + (height > 0.001 ? 1 : 0)) * kGridLine;
}

// Where what is laid out comes from; what is drawn of it refers to it.
struct NoteSource {
    std::shared_ptr<const deck::Deck> deck;
    const dom::Node* section = nullptr;
};

struct LaidOutNote {
    NoteSource source;
    paint::DisplayList page;  // from its top left, px
    Px height = 0;            // to its last line's end
    NoteBreaks breaks;
};
// By index into the deck's slides; those without notes are missing.
using LaidOutNotes = std::map<std::size_t, LaidOutNote>;

enum class NotesContent : std::uint8_t {
    kNotes,
    kArticle,  // what the slides say, with their notes
};

struct NotesLayoutOptions {
    NotesContent content = NotesContent::kNotes;
    Px width = 0;
    Px picture_height = 0;                      // the most that a picture may take
    std::vector<std::filesystem::path> sheets;  // after themes/base/notes.css
};

// Throws Error for a sheet that cannot be read.
LaidOutNotes lay_out_notes(pages::Session&, const NotesLayoutOptions&);

}  // namespace ghreveal::exporter
