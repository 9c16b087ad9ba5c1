#include "export/sheets/placed_page.h"

#include <algorithm>

namespace ghreveal::exporter {

Rect fitted(Size page_size, const Rect& room) {
    const double scale = std::min(room.width / page_size.width, room.height / page_size.height);
    const Size size{page_size.width * scale, page_size.height * scale};
    return {room.x + (room.width - size.width) / 2, room.y + (room.height - size.height) / 2,
            size.width, size.height};
}

void place_page(const paint::DisplayList& page, Size page_size, const Rect& target,
                PlacedLinks links, paint::DisplayList& out) {
    out.push_back(paint::PushTransform{
        Transform::translation(target.origin()) *
        Transform::scaling(target.width / page_size.width, target.height / page_size.height)});
    out.push_back(paint::PushClip{{{0, 0, page_size.width, page_size.height}, {}, {}, {}, {}}});
    for (const paint::DisplayItem& item : page) {
        const bool is_link = std::holds_alternative<paint::BeginLink>(item) ||
                             std::holds_alternative<paint::EndLink>(item);
        if (!is_link || links == PlacedLinks::kKeep) {
            out.push_back(item);
        }
    }
    out.push_back(paint::Pop{});
    out.push_back(paint::Pop{});
}

void make_part_of(const paint::Content& content, std::size_t first, paint::DisplayList& list) {
    for (std::size_t i = first; i < list.size(); ++i) {
        if (auto* glyphs = std::get_if<paint::DrawGlyphs>(&list[i])) {
            glyphs->content = content;
        } else if (auto* image = std::get_if<paint::DrawImage>(&list[i])) {
            image->content = content;
        }
    }
}

void draw_frame(const Rect& around, Px width, const Color& color, paint::DisplayList& out) {
    out.push_back(paint::FillRing{{around.outset({width, width, width, width}), {}, {}, {}, {}},
                                  {around, {}, {}, {}, {}},
                                  color,
                                  {}});
}

}  // namespace ghreveal::exporter
