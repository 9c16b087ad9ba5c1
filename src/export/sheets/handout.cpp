#include "export/sheets/handout.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "export/notes/notes_layout.h"
#include "export/pdf/document_facts.h"
#include "export/pdf/pdf_document.h"
#include "export/sheets/handout_cover.h"
#include "export/sheets/handout_layout.h"
#include "export/sheets/ink_saver.h"
#include "export/sheets/placed_page.h"
#include "export/sheets/sheet_text.h"

namespace ghreveal::exporter {

namespace {

constexpr Px kGap = 18;
constexpr Px kCaptionSize = 11;
constexpr Px kHeadingHeight = 24;
constexpr Px kLineDistance = 28;  // of lines to write on
constexpr Color kLineColor{190, 190, 190, 1};

// Composes the pages one after the other.
class Composer {
public:
    Composer(pages::Session& session, const std::vector<HandoutSlide>& slides,
             const HandoutOptions& options)
        : deck_(session.deck()),
          shaper_(session.parts().shaper),
          slides_(slides),
          options_(options),
          slide_size_(session.page_geometry().page),
          frame_(handout_frame(options.paper, options.margin)) {
        per_page_ = options.per_page > 0 ? options.per_page : (has_notes() ? 1 : 4);
        const bool beside = per_page_ <= 3 && (has_notes() || options.lines);
        slots_ = handout_slots(frame_.body, slide_size_, per_page_, beside);
        const Rect& room = slots_.front().notes;
        const Px width = room.empty() ? frame_.body.width : room.width;
        if (room.empty() && !options.notes_pages) {
            return;
        }
        notes_ = lay_out_notes(session, width, options.notes_sheets);
    }

    std::vector<HandoutPage> compose() {
        for (std::size_t first = 0; first < slides_.size(); first += slots_.size()) {
            begin_page();
            std::vector<Rest> rests;
            const std::size_t end = std::min(first + slots_.size(), slides_.size());
            for (std::size_t i = first; i < end; ++i) {
                add_slide(slides_[i], slots_[i - first], rests);
            }
            flow(rests, " (continued)");
        }
        if (slots_.front().notes.empty() && options_.notes_pages) {
            std::vector<Rest> all;
            for (const HandoutSlide& shown : slides_) {
                if (notes_.contains(shown.slide)) {
                    all.push_back({shown.slide, 0});
                }
            }
            flow(all, "");
        }
        return std::move(pages_);
    }

private:
    // What of a note has not found its place yet.
    struct Rest {
        std::size_t slide;
        Px from;  // in the note
    };

    bool has_notes() const {
        return std::any_of(slides_.begin(), slides_.end(), [&](const HandoutSlide& shown) {
            return !deck_.slides[shown.slide].notes_html.empty();
        });
    }

    void begin_page() {
        pages_.emplace_back();
        pages_.back().content.push_back(paint::FillRect{
            {{0, 0, options_.paper.width, options_.paper.height}, {}, {}, {}, {}}, kSheetPaper});
    }

    std::string caption_of(std::size_t slide) const {
        return fmt::format("{}  {}", deck::to_string(deck_.slides[slide].index),
                           outline_title(deck_, deck_.slides[slide]));
    }

    void place(const paint::DisplayList& page, const Rect& target, PlacedLinks links) {
        paint::DisplayList& out = pages_.back().content;
        if (options_.ink_saver) {
            place_page(with_less_ink(page, slide_size_), slide_size_, target, links, out);
        } else {
            place_page(page, slide_size_, target, links, out);
        }
        draw_frame(target, 0.75, kSheetFrame, out);
    }

    void add_slide(const HandoutSlide& shown, HandoutSlot slot, std::vector<Rest>& rests) {
        const bool has_note = notes_.contains(shown.slide);
        if (per_page_ == 1 && !has_note && !options_.lines) {
            slot = handout_slots(frame_.body, slide_size_, 1, false).front();
        }
        if (!shown.steps.empty()) {
            make_room_for_steps(slot);
        }
        place(*shown.page, slot.picture, PlacedLinks::kKeep);
        pages_.back().places.push_back({shown.slide, slot.picture.origin()});
        draw_text_in(slot.caption, caption_of(shown.slide), sheet_font(kCaptionSize), Align::kLeft,
                     shaper_, pages_.back().content);
        add_steps(shown, slot);
        if (slot.notes.empty()) {
            return;
        }
        if (!has_note) {
            draw_lines(slot.notes);
            return;
        }
        const Px end = add_note(shown.slide, 0, slot.notes);
        if (end < notes_.at(shown.slide).height) {
            rests.push_back({shown.slide, end});
        }
    }

    // The picture gets smaller by the strip below it.
    static Px strip_height(const HandoutSlot& slot) { return slot.picture.height / 6; }
    static void make_room_for_steps(HandoutSlot& slot) {
        const Px strip = strip_height(slot) + kGap / 3;
        const Rect smaller = fitted(
            slot.picture.size(),
            {slot.picture.x, slot.picture.y, slot.picture.width, slot.picture.height - strip});
        slot.picture = {slot.picture.x, slot.picture.y, smaller.width, smaller.height};
        slot.caption = {slot.picture.x, slot.picture.bottom(), slot.picture.width,
                        slot.caption.height};
    }

    void add_steps(const HandoutSlide& shown, const HandoutSlot& slot) {
        if (shown.steps.empty()) {
            return;
        }
        const auto count = static_cast<double>(shown.steps.size());
        const Px gap = 4;
        const Px height = slot.picture.height / 6;
        const Px width = std::min(height * slide_size_.width / slide_size_.height,
                                  (slot.picture.width + gap) / count - gap);
        for (std::size_t i = 0; i < shown.steps.size(); ++i) {
            const Rect room{slot.picture.x + static_cast<double>(i) * (width + gap),
                            slot.caption.bottom(), width, height};
            Rect target = fitted(slide_size_, room);
            target.y = room.y;
            place(*shown.steps[i], target, PlacedLinks::kLeaveOut);
        }
    }

    void draw_lines(const Rect& room) {
        // Beside slides there would be a hole otherwise.
        if (per_page_ == 1 && !options_.lines) {
            return;
        }
        for (Px y = room.y + kLineDistance; y <= room.bottom(); y += kLineDistance) {
            pages_.back().content.push_back(
                paint::FillRect{{{room.x, y, room.width, 0.75}, {}, {}, {}, {}}, kLineColor});
        }
    }

    // The note from here on, as much as fits; gives where it goes on.
    Px add_note(std::size_t slide, Px from, const Rect& room) {
        const LaidOutNote& note = notes_.at(slide);
        const Px end = note.height - from <= room.height ? note.height
                                                         : cut_below(from, room.height, note.parts);
        place_page(strip_of(note.page, room.width, from, end), {room.width, end - from},
                   {room.x, room.y, room.width, end - from}, PlacedLinks::kKeep,
                   pages_.back().content);
        return end;
    }

    // Notes one after the other, in columns as wide as they are laid out, on pages of their own.
    void flow(const std::vector<Rest>& rests, const std::string& after_heading) {
        const Px width =
            slots_.front().notes.empty() ? frame_.body.width : slots_.front().notes.width;
        const int columns =
            std::max(1, static_cast<int>((frame_.body.width + kGap) / (width + kGap)));
        int column = columns;  // none begun
        Px y = frame_.body.bottom();
        const auto next_column = [&] {
            if (++column >= columns) {
                begin_page();
                column = 0;
            }
            y = frame_.body.y;
        };
        for (const Rest& rest : rests) {
            Px from = rest.from;
            while (from < notes_.at(rest.slide).height) {
                constexpr Px kLeastRoom = 60;
                if (y + kHeadingHeight + kLeastRoom > frame_.body.bottom()) {
                    next_column();
                }
                const Px x = frame_.body.x + column * (width + kGap);
                draw_text_in({x, y, width, kHeadingHeight}, caption_of(rest.slide) + after_heading,
                             sheet_font(kCaptionSize, 700), Align::kLeft, shaper_,
                             pages_.back().content);
                y += kHeadingHeight;
                const Px end = add_note(rest.slide, from, {x, y, width, frame_.body.bottom() - y});
                y += end - from + kGap;
                from = end;
            }
        }
    }

    const deck::Deck& deck_;
    text::Shaper& shaper_;
    const std::vector<HandoutSlide>& slides_;
    const HandoutOptions& options_;
    Size slide_size_;
    HandoutFrame frame_;
    int per_page_ = 1;
    std::vector<HandoutSlot> slots_;
    std::map<std::size_t, LaidOutNote> notes_;
    std::vector<HandoutPage> pages_;
};

std::string filled_in(std::string text,
                      const std::vector<std::pair<std::string, std::string>>& values) {
    for (const auto& [name, value] : values) {
        const std::string placeholder = "{" + name + "}";
        for (std::size_t at = text.find(placeholder); at != std::string::npos;
             at = text.find(placeholder, at + value.size())) {
            text.replace(at, placeholder.size(), value);
        }
    }
    return text;
}

// Parts left|middle|right; a single part stands left.
void draw_head(const Rect& room, const std::string& text, text::Shaper& shaper,
               paint::DisplayList& out) {
    constexpr Px kHeadSize = 10;
    std::size_t begin = 0;
    for (const Align align : {Align::kLeft, Align::kCentre, Align::kRight}) {
        const std::size_t end = std::min(text.find('|', begin), text.size());
        if (const std::string part = text.substr(begin, end - begin); !part.empty()) {
            draw_text_in(room, part, sheet_font(kHeadSize), align, shaper, out);
        }
        if (end == text.size()) {
            return;
        }
        begin = end + 1;
    }
}

void add_heads(pages::Session& session, const HandoutOptions& options,
               std::vector<HandoutPage>& pages) {
    const deck::Metadata& metadata = session.deck().metadata;
    const HandoutFrame frame = handout_frame(options.paper, options.margin);
    for (std::size_t i = options.cover ? 1 : 0; i < pages.size(); ++i) {
        const std::vector<std::pair<std::string, std::string>> values{
            {"title", plain_text(metadata.title)},   {"subtitle", plain_text(metadata.subtitle)},
            {"author", plain_text(metadata.author)}, {"date", metadata.date},
            {"page", std::to_string(i + 1)},         {"pages", std::to_string(pages.size())}};
        text::Shaper& shaper = session.parts().shaper;
        draw_head(frame.head, filled_in(options.header, values), shaper, pages[i].content);
        draw_head(frame.foot, filled_in(options.footer, values), shaper, pages[i].content);
    }
}

}  // namespace

std::vector<HandoutPage> handout_pages(pages::Session& session,
                                       const std::vector<HandoutSlide>& slides,
                                       const HandoutOptions& options) {
    std::vector<HandoutPage> pages = Composer(session, slides, options).compose();
    if (options.cover) {
        add_cover(session, options, pages);
    }
    add_heads(session, options, pages);
    return pages;
}

void write_handout(const pages::Session& session, const std::vector<HandoutPage>& pages, Size paper,
                   const std::function<void(std::string_view)>& sink) {
    const deck::Deck& deck = session.deck();
    PdfDocument pdf(deck.file, deck.metadata, paper, sink);
    pdf.set_destination_names([&](int slide) {
        const auto index = static_cast<std::size_t>(slide);
        const std::vector<std::size_t>& shown = session.selected_slides();
        return std::find(shown.begin(), shown.end(), index) == shown.end()
                   ? std::string()
                   : destination_name(deck.slides[index]);
    });
    std::map<int, int> outline_of_stack;  // by h: the item of its first slide
    for (std::size_t i = 0; i < pages.size(); ++i) {
        pdf.begin_page(std::to_string(i + 1));
        for (const HandoutPlace& place : pages[i].places) {
            const deck::Slide& slide = deck.slides[place.slide];
            const auto stack = outline_of_stack.find(slide.index.h);
            pdf.add_destination(destination_name(slide), place.at);
            const int item = pdf.add_outline_item(
                stack != outline_of_stack.end() ? stack->second : PdfDocument::kOutlineRoot,
                outline_title(deck, slide), destination_name(slide));
            outline_of_stack.try_emplace(slide.index.h, item);
        }
        pdf.draw(pages[i].content);
        pdf.end_page();
    }
    pdf.finish();
}

}  // namespace ghreveal::exporter
