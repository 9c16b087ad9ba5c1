// Where a laid out note may be taken apart, for columns and sheets that it flows over (CSS
// Fragmentation 3 §4.3: break opportunities, `orphans` and `widows` of two lines).
#pragma once

#include <optional>
#include <vector>

#include "layout/fragment.h"
#include "support/geometry.h"

namespace ghreveal::exporter {

// From `top` to `bottom` nothing should be cut. px from the note's top.
struct Extent {
    Px top = 0;
    Px bottom = 0;
};

// Extents in the order of their tops, that can be asked for those around a place.
class Extents {
public:
    void add(const Extent&);
    // After the last of them.
    void sort();
    // The lowest place at or above `y` that is inside none of them.
    Px lowest_free(Px y) const;
    // The first that ends below `y`.
    std::optional<Extent> first_below(Px y) const;
    // Where the lowest of those above `y` ends; `otherwise` when there is none.
    Px end_above(Px y, Px otherwise) const;

private:
    std::vector<Extent> by_top_;
    std::vector<Px> lowest_bottom_;  // of those up to here
};

struct NoteBreaks {
    Extents whole;  // lines of text, pictures: never cut
    Extents
        kept;  // what should stay together besides: two lines, headings and what they head, rows
};

NoteBreaks note_breaks(const layout::Fragment& section);

// What of a note goes into one column.
struct NoteStrip {
    Px top = 0;
    Px bottom = 0;
    double scale = 1;  // less for what is higher than any column
    Px height() const { return (bottom - top) * scale; }
};

enum class ColumnKind : std::uint8_t {
    kPart,   // there is a higher one to come
    kWhole,  // none is higher: what does not fit here fits nowhere
};

// The strip that begins at `from` or at what follows it, and is no higher than `room`; nothing when
// none fits.
std::optional<NoteStrip> note_strip(const NoteBreaks&, Px from, Px room, ColumnKind);

}  // namespace ghreveal::exporter
