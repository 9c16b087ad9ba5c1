#include "export/handout/handout_cover.h"

#include "export/handout/sheet_builder.h"
#include "export/pdf/document/document_facts.h"
#include "export/sheets/sheet_text.h"

namespace ghreveal::exporter {

namespace {

constexpr Px kEntryHeight = 22;

// One entry: the first slide of a stack, or a slide that stands alone.
struct Entry {
    std::size_t slide = 0;
    std::size_t page = 0;  // index among the pages after the cover
};

std::vector<Entry> entries_of(const deck::Deck& deck, const std::vector<HandoutPage>& pages) {
    std::vector<Entry> entries;
    int last_stack = -1;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        for (const HandoutPlace& place : pages[i].places) {
            const int stack = deck.slides[place.slide].index.h;
            if (stack != last_stack) {
                entries.push_back({place.slide, i});
                last_stack = stack;
            }
        }
    }
    return entries;
}

// Gives where the contents may begin.
Px draw_title(const deck::Metadata& metadata, const Rect& body, text::Shaper& shaper,
              paint::DisplayList& out) {
    struct Line {
        std::string text;
        Px size;
        int weight;
    };
    Px y = body.y + body.height / 8;
    for (const Line& line :
         {Line{plain_text(metadata.title), 34, 700}, Line{plain_text(metadata.subtitle), 18, 400},
          Line{plain_text(metadata.author), 14, 400}, Line{metadata.date, 14, 400}}) {
        if (!line.text.empty()) {
            const Px height = line.size * 1.7;
            draw_text_in({body.x, y, body.width, height}, line.text,
                         handout_font(line.size, line.weight), Align::kCentre, shaper, out);
            y += height;
        }
    }
    return y + body.height / 16;
}

void draw_entry(const Rect& room, const std::string& title, const std::string& page, int slide,
                text::Shaper& shaper, paint::DisplayList& out) {
    constexpr Px kSize = 13;
    constexpr Px kNumberWidth = 40;
    out.push_back(paint::BeginLink{"", slide, {room}});
    draw_text_in({room.x, room.y, room.width - kNumberWidth, room.height}, title,
                 handout_font(kSize), Align::kLeft, shaper, out);
    draw_text_in({room.right() - kNumberWidth, room.y, kNumberWidth, room.height}, page,
                 handout_font(kSize), Align::kRight, shaper, out);
    out.push_back(paint::EndLink{});
}

}  // namespace

void add_cover(pages::Session& session, const SheetFrame& frame, std::vector<HandoutPage>& pages) {
    const deck::Deck& deck = session.deck();
    text::Shaper& shaper = session.parts().shaper;
    const Rect& body = frame.body;
    const std::vector<Entry> entries = entries_of(deck, pages);
    std::vector<HandoutPage> cover(1);
    const Px first_top = draw_title(deck.metadata, body, shaper, cover.front().content);
    const auto room_for = [&](Px top) {
        return std::max(1, static_cast<int>((body.bottom() - top) / kEntryHeight));
    };
    // How many pages the contents take decides the numbers in them.
    const int on_first = room_for(first_top);
    const int on_others = room_for(body.y);
    const int rest = std::max(0, static_cast<int>(entries.size()) - on_first);
    const std::size_t cover_pages =
        1 + static_cast<std::size_t>((rest + on_others - 1) / on_others);
    Px y = first_top;
    int left = on_first;
    for (const Entry& entry : entries) {
        if (left == 0) {
            cover.emplace_back();
            y = body.y;
            left = on_others;
        }
        draw_entry({body.x, y, body.width, kEntryHeight},
                   outline_title(deck, deck.slides[entry.slide]),
                   std::to_string(entry.page + cover_pages + 1), static_cast<int>(entry.slide),
                   shaper, cover.back().content);
        y += kEntryHeight;
        --left;
    }
    pages.insert(pages.begin(), std::make_move_iterator(cover.begin()),
                 std::make_move_iterator(cover.end()));
}

}  // namespace ghreveal::exporter
