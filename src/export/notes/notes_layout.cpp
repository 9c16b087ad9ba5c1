#include "export/notes/notes_layout.h"

#include <algorithm>
#include <numeric>

#include "deck/notes_deck.h"
#include "pages/picture_references.h"
#include "paint/paint.h"
#include "support/file.h"

namespace ghreveal::exporter {

namespace {

Px bottom_of(const layout::Fragment& fragment) {
    Px bottom = fragment.border_box.bottom();
    for (const layout::Fragment& child : fragment.children) {
        bottom = std::max(bottom, bottom_of(child));
    }
    return bottom;
}

}  // namespace

std::map<std::size_t, LaidOutNote> lay_out_notes(pages::Session& session, Px width,
                                                 const std::vector<std::filesystem::path>& sheets) {
    std::map<std::size_t, LaidOutNote> laid_out;
    pages::RenderingParts parts = session.parts();
    const deck::Deck notes =
        deck::notes_deck(session.deck(), session.selected_slides(), {width, parts.limits});
    if (notes.slides.empty()) {
        return laid_out;
    }
    style::StyleEngine styles(notes, data_directory() / "themes" / "base" / "notes.css", sheets,
                              {.page = {width, notes.configuration.height}, .limits = parts.limits},
                              parts.shaper.fonts(), parts.diagnostics);
    layout::LayoutContext layout_context{parts.shaper, parts.images, parts.diagnostics, notes.file,
                                         parts.limits};
    paint::PaintContext paint_context{session.deck(), parts.images, parts.shaper};
    std::vector<std::size_t> every_slide(notes.slides.size());
    std::iota(every_slide.begin(), every_slide.end(), 0);
    parts.images.fetch_ahead(pages::picture_references(notes, every_slide, styles));
    Timings timings;
    pages::SlideContext context{
        notes, styles, layout_context, paint_context, pages::OverflowMode::kClip, timings};
    for (const deck::Slide& note : notes.slides) {
        const pages::LaidOutState state = pages::lay_out_state(note, 0, context);
        const layout::Fragment& section = state.section.fragment;
        laid_out[static_cast<std::size_t>(note.number) - 1] = {
            paint::paint_content(section, state.styles, paint_context), bottom_of(section),
            unbreakable_parts(section)};
    }
    return laid_out;
}

}  // namespace ghreveal::exporter
