#include "export/sheets/handout_layout.h"

#include <algorithm>

#include "export/sheets/placed_page.h"

namespace ghreveal::exporter {

namespace {

constexpr Px kHeadHeight = 24;
constexpr Px kGap = 18;
constexpr Px kCaption = 20;

// The picture at the top of the room, as large as fits above its caption.
HandoutSlot picture_with_caption(const Rect& room, Size slide) {
    const Rect place =
        fitted(slide, {room.x, room.y, room.width, std::max(16.0, room.height - kCaption)});
    HandoutSlot slot;
    slot.picture = {place.x, room.y, place.width, place.height};
    slot.caption = {place.x, room.y + place.height, place.width, kCaption};
    return slot;
}

// Slide on top, notes below it.
std::vector<HandoutSlot> one_on_page(const Rect& body, Size slide, bool with_notes) {
    constexpr double kMostForSlide = 0.5;  // of the height
    const Px height = with_notes ? body.height * kMostForSlide : body.height;
    HandoutSlot slot = picture_with_caption({body.x, body.y, body.width, height}, slide);
    if (with_notes) {
        const Px top = slot.caption.bottom() + kGap / 2;
        slot.notes = {body.x, top, body.width, body.bottom() - top};
    }
    return {slot};
}

// Slides left, notes right.
std::vector<HandoutSlot> rows(const Rect& body, Size slide, int count) {
    std::vector<HandoutSlot> slots;
    const Px height = (body.height - (count - 1) * kGap) / count;
    const Px left = (body.width - kGap) / 2;  // two columns of what goes on fit beside one another
    for (int i = 0; i < count; ++i) {
        const Px top = body.y + i * (height + kGap);
        HandoutSlot slot = picture_with_caption({body.x, top, left, height}, slide);
        slot.notes = {body.x + left + kGap, top, body.width - left - kGap, height};
        slots.push_back(slot);
    }
    return slots;
}

std::vector<HandoutSlot> grid(const Rect& body, Size slide, int columns, int row_count) {
    std::vector<HandoutSlot> slots;
    const Size cell{(body.width - (columns - 1) * kGap) / columns,
                    (body.height - (row_count - 1) * kGap) / row_count};
    for (int row = 0; row < row_count; ++row) {
        for (int column = 0; column < columns; ++column) {
            slots.push_back(
                picture_with_caption({body.x + column * (cell.width + kGap),
                                      body.y + row * (cell.height + kGap), cell.width, cell.height},
                                     slide));
        }
    }
    return slots;
}

}  // namespace

HandoutFrame handout_frame(Size paper, Px margin) {
    const Px bound = std::min(paper.width, paper.height) / 4;
    const Px edge = std::min(margin, bound);
    const Px width = paper.width - 2 * edge;
    HandoutFrame frame;
    frame.head = {edge, edge, width, kHeadHeight};
    frame.foot = {edge, paper.height - edge - kHeadHeight, width, kHeadHeight};
    const Px top = frame.head.bottom() + kGap / 2;
    frame.body = {edge, top, width, frame.foot.y - kGap / 2 - top};
    return frame;
}

std::vector<HandoutSlot> handout_slots(const Rect& body, Size slide, int per_page,
                                       bool with_notes) {
    const bool is_upright = body.height >= body.width;
    switch (per_page) {
        case 1:
            return one_on_page(body, slide, with_notes);
        case 2:
        case 3:
            if (with_notes) {
                return rows(body, slide, per_page);
            }
            return is_upright ? grid(body, slide, 1, per_page) : grid(body, slide, per_page, 1);
        case 9:
            return grid(body, slide, 3, 3);
        default: {
            const int rows_upright = per_page / 2;
            return is_upright ? grid(body, slide, 2, rows_upright)
                              : grid(body, slide, rows_upright, 2);
        }
    }
}

}  // namespace ghreveal::exporter
