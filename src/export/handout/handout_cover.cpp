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

// The cover's own lines, by the elements around all slides.
paint::Content cover_title(const deck::Deck& deck) {
    return {deck.slides_element, paint::ContentPart::kCaption};
}
paint::Content cover_text(const deck::Deck& deck) {
    return {deck.reveal, paint::ContentPart::kCaption};
}

// Gives where the contents may begin.
Px draw_title(const deck::Deck& deck, const Rect& body, text::Shaper& shaper,
              paint::DisplayList& out) {
    const deck::Metadata& metadata = deck.metadata;
    struct Line {
        std::string text;
        Px size;
        int weight;
        paint::Content content;
    };
    Px y = body.y + body.height / 8;
    for (const Line& line : {Line{plain_text(metadata.title), 34, 700, cover_title(deck)},
                             Line{plain_text(metadata.subtitle), 18, 400, cover_text(deck)},
                             Line{plain_text(metadata.author), 14, 400, cover_text(deck)},
                             Line{metadata.date, 14, 400, cover_text(deck)}}) {
        if (!line.text.empty()) {
            const Px height = line.size * 1.7;
            draw_text_in({body.x, y, body.width, height},
                         {.text = line.text,
                          .font = handout_font(line.size, line.weight),
                          .align = Align::kCentre,
                          .content = line.content},
                         shaper, out);
            y += height;
        }
    }
    return y + body.height / 16;
}

struct EntryText {
    std::string title;
    std::string page;
    std::size_t slide = 0;
};

void draw_entry(const Rect& room, const EntryText& entry, const deck::Deck& deck,
                text::Shaper& shaper, paint::DisplayList& out) {
    const dom::Node* section = deck.slides[entry.slide].section;
    const paint::Content content{section, paint::ContentPart::kEntry};
    constexpr Px kSize = 13;
    constexpr Px kNumberWidth = 40;
    out.push_back(paint::BeginLink{"", static_cast<int>(entry.slide), {room}, section});
    draw_text_in({room.x, room.y, room.width - kNumberWidth, room.height},
                 {.text = entry.title, .font = handout_font(kSize), .content = content}, shaper,
                 out);
    draw_text_in({room.right() - kNumberWidth, room.y, kNumberWidth, room.height},
                 {.text = entry.page,
                  .font = handout_font(kSize),
                  .align = Align::kRight,
                  .content = content},
                 shaper, out);
    out.push_back(paint::EndLink{});
}

}  // namespace

void add_cover(pages::Session& session, const SheetFrame& frame, std::vector<HandoutPage>& pages) {
    const deck::Deck& deck = session.deck();
    text::Shaper& shaper = session.parts().shaper;
    const Rect& body = frame.body;
    const std::vector<Entry> entries = entries_of(deck, pages);
    std::vector<HandoutPage> cover(1);
    const Px first_top = draw_title(deck, body, shaper, cover.front().content);
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
                   {outline_title(deck, deck.slides[entry.slide]),
                    std::to_string(entry.page + cover_pages + 1), entry.slide},
                   deck, shaper, cover.back().content);
        y += kEntryHeight;
        --left;
    }
    pages.insert(pages.begin(), std::make_move_iterator(cover.begin()),
                 std::make_move_iterator(cover.end()));
}

void add_cover_reading(const deck::Deck& deck, const Handout& handout, const ContentUses& uses,
                       Reading& reading) {
    StructureTree& tree = reading.tree();
    reading.add_line(cover_title(deck), tree.add(StructureTree::kDocument, "H1"), uses);
    reading.add_line(cover_text(deck), tree.add(StructureTree::kDocument, "P"), uses);
    if (uses.of.contains(cover_title(deck))) {
        reading.levels().next(1);
    }
    const StructureTree::Element contents = tree.add(StructureTree::kDocument, "TOC");
    for (const Entry& entry : entries_of(deck, handout.pages)) {
        const dom::Node* section = deck.slides[entry.slide].section;
        const paint::Content line{section, paint::ContentPart::kEntry};
        if (uses.of.contains(line)) {
            const StructureTree::Element link =
                tree.add(tree.add(tree.add(contents, "TOCI"), "Reference"), "Link");
            reading.add_line(line, link, uses);
            reading.add_link(section, link);
        }
    }
}

}  // namespace ghreveal::exporter
