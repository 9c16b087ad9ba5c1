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

}  // namespace

std::vector<Rect> text_columns(const Rect& body) {
    const int count = std::max(
        1, static_cast<int>(body.width / kLongestLine) + (body.width > kLongestLine ? 1 : 0));
    const Px width = (body.width - (count - 1) * kColumnGap) / count;
    std::vector<Rect> columns;
    for (int i = 0; i < count; ++i) {
        columns.push_back({body.x + i * (width + kColumnGap), body.y, width, body.height});
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
            pour_balanced(waiting, text_columns(body), room.body.height, room.notes);
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
