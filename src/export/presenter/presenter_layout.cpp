#include "export/presenter/presenter_layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "export/pdf/document/document_facts.h"
#include "export/sheets/placed_page.h"
#include "export/sheets/sheet_text.h"

namespace ghreveal::exporter {

namespace {

constexpr Px kMargin = 28;
constexpr Px kGap = 20;
constexpr Px kCaptionSize = 20;
constexpr Px kCaptionHeight = 32;
constexpr double kPreviewPart = 0.36;  // of the slide's width

// Of paper's text: what is read from a screen an arm away is larger. The largest in which a note
// fits is taken; longer ones are made smaller still.
constexpr std::array<double, 4> kNoteScales{2.2, 1.7, 1.3, 1};

// The right half of a page.
struct NotesScreen {
    Rect preview;
    Rect caption;
    Rect notes;
};

NotesScreen notes_screen(Size slide) {
    const Rect room =
        Rect{slide.width, 0, slide.width, slide.height}.inset({kMargin, kMargin, kMargin, kMargin});
    const Px width = slide.width * kPreviewPart;
    const Rect preview{room.right() - width, room.y, width, width * slide.height / slide.width};
    return {preview,
            {room.x, room.y, room.width - width - kGap, kCaptionHeight},
            {room.x, preview.bottom() + kGap, room.width,
             std::max(1.0, room.bottom() - preview.bottom() - kGap)}};
}

struct ScaledNote {
    const LaidOutNote* note = nullptr;
    double scale = 1;
};

// Notes in each size, laid out when the first of them needs it.
class SizedNotes {
public:
    SizedNotes(pages::Session& session, const Rect& room) : session_(session), room_(room) {}

    ScaledNote note_of(std::size_t slide) {
        ScaledNote result;
        for (std::size_t i = 0; i < kNoteScales.size(); ++i) {
            const LaidOutNotes& notes = in_size(i);
            const auto found = notes.find(slide);
            if (found == notes.end()) {
                return {};
            }
            const Px height = std::max(found->second.height, 1.0);
            result = {&found->second, std::min(kNoteScales.at(i), room_.height / height)};
            if (height * kNoteScales.at(i) <= room_.height) {
                break;
            }
        }
        return result;
    }

private:
    const LaidOutNotes& in_size(std::size_t index) {
        const auto [place, is_new] = sizes_.try_emplace(index);
        if (is_new) {
            NotesLayoutOptions options;
            options.width = room_.width / kNoteScales.at(index);
            options.picture_height = room_.height / kNoteScales.at(index);
            place->second = lay_out_notes(session_, options);
        }
        return place->second;
    }

    pages::Session& session_;
    Rect room_;
    std::map<std::size_t, LaidOutNotes> sizes_;
};

class PresenterPages {
public:
    explicit PresenterPages(pages::Session& session)
        : session_(session),
          slide_size_(session.page_geometry().page),
          screen_(notes_screen(slide_size_)),
          notes_(session, screen_.notes) {
        handout_.paper = {2 * slide_size_.width, slide_size_.height};
    }

    // `next`: null after the last.
    void add(const pages::Page& page, const pages::Page* next);
    Handout take() { return std::move(handout_); }

private:
    void draw_caption(const deck::Slide&, paint::DisplayList& out);
    void draw_preview(const pages::Page& next, paint::DisplayList& out) const;
    void draw_notes(std::size_t slide, paint::DisplayList& out);

    pages::Session& session_;
    Size slide_size_;
    NotesScreen screen_;
    SizedNotes notes_;
    Handout handout_;
    std::set<std::size_t> placed_;  // slides that have a page
};

void PresenterPages::draw_caption(const deck::Slide& slide, paint::DisplayList& out) {
    const std::string text = fmt::format("{}  {}", page_label(session_.deck(), slide),
                                         outline_title(session_.deck(), slide));
    draw_text_in(screen_.caption,
                 {.text = text,
                  .font = sheet_font(kCaptionSize, 600),
                  .content = {slide.section, paint::ContentPart::kCaption}},
                 session_.parts().shaper, out);
}

// It is read on its own page.
void PresenterPages::draw_preview(const pages::Page& next, paint::DisplayList& out) const {
    const std::size_t first = out.size();
    place_page(*next.content, slide_size_, screen_.preview, PlacedLinks::kLeaveOut, out);
    make_part_of({}, first, out);
    draw_frame(screen_.preview, 1, kSheetFrame, out);
}

void PresenterPages::draw_notes(std::size_t slide, paint::DisplayList& out) {
    const ScaledNote scaled = notes_.note_of(slide);
    if (scaled.note == nullptr) {
        return;
    }
    handout_.notes.try_emplace(slide, scaled.note->source);
    out.push_back(paint::PushTransform{Transform::translation(screen_.notes.origin()) *
                                       Transform::scaling(scaled.scale, scaled.scale)});
    out.insert(out.end(), scaled.note->page.begin(), scaled.note->page.end());
    out.push_back(paint::Pop{});
}

void PresenterPages::add(const pages::Page& page, const pages::Page* next) {
    HandoutPage sheet;
    place_page(*page.content, slide_size_, {0, 0, slide_size_.width, slide_size_.height},
               PlacedLinks::kKeep, sheet.content);
    const deck::Slide& slide = session_.deck().slides[page.slide];
    sheet.label = page_label(session_.deck(), slide);
    draw_caption(slide, sheet.content);
    if (next != nullptr) {
        draw_preview(*next, sheet.content);
    }
    draw_notes(page.slide, sheet.content);
    if (placed_.insert(page.slide).second) {
        sheet.places.push_back({page.slide, {0, 0}});
    }
    handout_.pages.push_back(std::move(sheet));
}

}  // namespace

Handout presenter_layout(pages::Session& session, const std::vector<pages::Page>& pages) {
    PresenterPages presenter(session);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        presenter.add(pages[i], i + 1 < pages.size() ? &pages[i + 1] : nullptr);
    }
    return presenter.take();
}

}  // namespace ghreveal::exporter
