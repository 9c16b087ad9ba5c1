#include "export/notes/note_columns.h"

#include <algorithm>

namespace ghreveal::exporter {

namespace {

constexpr Px kLeastForHeading = 4 * kGridLine;

std::vector<Rect> with_height(std::vector<Rect> columns, Px bottom) {
    for (Rect& column : columns) {
        column.height = std::clamp(bottom - column.y, 0.0, column.height);
    }
    return columns;
}

}  // namespace

PouredNotes pour(std::vector<WaitingNote> waiting, const std::vector<Rect>& columns, Px full_height,
                 const LaidOutNotes& notes) {
    PouredNotes poured;
    std::size_t next = 0;
    for (const Rect& column : columns) {
        Px y = column.y;
        const ColumnKind kind =
            column.height >= full_height - 2 * kGridLine ? ColumnKind::kWhole : ColumnKind::kPart;
        while (next < waiting.size()) {
            WaitingNote& note = waiting[next];
            const LaidOutNote& laid_out = notes.at(note.slide);
            if (!laid_out.breaks.whole.first_below(note.from)) {
                ++next;
                continue;
            }
            if (column.height < kLeastForHeading) {
                note.heading.clear();
            }
            const bool is_first = y == column.y;
            const Px heading = note.heading.empty() ? 0 : kGridLine;
            const Px top = y + (is_first ? 0 : kGridLine) + heading;
            const auto strip = note_strip(laid_out.breaks, note.from, column.bottom() - top,
                                          is_first ? kind : ColumnKind::kPart);
            if (!strip || column.bottom() <= top) {
                break;
            }
            poured.strips.push_back({note.slide, *strip, {column.x, top}, note.heading});
            y = top + whole_lines(strip->height());
            poured.bottom = std::max(poured.bottom, y);
            note.from = strip->bottom;
            note.heading.clear();
            if (laid_out.breaks.whole.first_below(note.from)) {
                break;
            }
        }
    }
    poured.rest.assign(waiting.begin() + static_cast<std::ptrdiff_t>(next), waiting.end());
    return poured;
}

PouredNotes pour_balanced(const std::vector<WaitingNote>& waiting, const std::vector<Rect>& columns,
                          Px full_height, const LaidOutNotes& notes) {
    PouredNotes all = pour(waiting, columns, full_height, notes);
    if (!all.rest.empty() || columns.empty()) {
        return all;
    }
    Px low = columns.front().y;  // here not all of it has room; at all.bottom it has
    for (const Rect& column : columns) {
        low = std::min(low, column.y);
    }
    for (Px high = all.bottom; high - low > kGridLine;) {
        const Px middle = low + whole_lines((high - low) / 2);
        if (middle >= high) {
            break;
        }
        PouredNotes tried = pour(waiting, with_height(columns, middle), full_height, notes);
        if (tried.rest.empty()) {
            all = std::move(tried);
            high = middle;
        } else {
            low = middle;
        }
    }
    return all;
}

}  // namespace ghreveal::exporter
