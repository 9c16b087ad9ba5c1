#include "export/handout/flowing_notes.h"

#include <algorithm>

namespace ghreveal::exporter {

namespace {

constexpr Px kLeastRoom = 5 * kGridLine;

// Strips of a slide follow one another.
void add_places(const std::vector<PlacedStrip>& strips, SheetBuilder& builder) {
    for (const PlacedStrip& placed : strips) {
        builder.add_place_once({placed.slide, placed.at});
    }
}

int columns_in(const Rect& body, Px width) {
    constexpr Px kHair = 0.5;
    return std::max(1, static_cast<int>((body.width + kColumnGap + kHair) / (width + kColumnGap)));
}

// The distance of columns that fill the body.
Px pitch_of(const Rect& body, int count) {
    return (body.width + kColumnGap) / count;
}

}  // namespace

Px text_width(const Rect& body) {
    return std::min(pitch_of(body, columns_of_text(body.width)) - kColumnGap, kLongestLine);
}

std::vector<Rect> text_columns(const Rect& body, Px width) {
    const int count = columns_in(body, width);
    std::vector<Rect> columns;
    for (int i = 0; i < count; ++i) {
        columns.push_back({body.x + i * pitch_of(body, count), body.y, width, body.height});
    }
    return columns;
}

void flow_notes(std::vector<WaitingNote> waiting, const FlowRoom& room, SheetBuilder& builder) {
    Rect body = room.body;
    if (room.body.bottom() - room.top >= kLeastRoom) {
        body = {body.x, room.top, body.width, body.bottom() - room.top};
    } else if (!waiting.empty()) {
        builder.begin_sheet();
    }
    while (!waiting.empty()) {
        PouredNotes poured =
            pour_balanced(waiting, text_columns(body, room.width), room.body.height, room.notes);
        builder.add_notes(poured.strips, room.notes, room.width);
        if (room.content == FlowContent::kSlides) {
            add_places(poured.strips, builder);
        }
        waiting = std::move(poured.rest);
        if (!waiting.empty()) {
            if (waiting.front().from > 0 && room.content == FlowContent::kNotes) {
                waiting.front().heading = builder.continued(waiting.front().slide);
            }
            builder.begin_sheet();
            body = room.body;
        }
    }
}

}  // namespace ghreveal::exporter
