#include "export/notes_layout.h"

#include <algorithm>
#include <numeric>

#include "deck/notes_deck.h"
#include "export/picture_references.h"
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

std::map<std::size_t, LaidOutNote> lay_out_notes(Session& session, Px width,
                                                 const std::vector<std::filesystem::path>& sheets) {
    std::map<std::size_t, LaidOutNote> laid_out;
    const deck::Deck notes = deck::notes_deck(session.deck(), session.selected_slides(), width);
    if (notes.slides.empty()) {
        return laid_out;
    }
    RenderingParts parts = session.parts();
    style::StyleEngine styles(notes, data_directory() / "themes" / "base" / "notes.css", sheets,
                              {.page = {width, notes.configuration.height}}, parts.shaper.fonts(),
                              parts.diagnostics);
    layout::LayoutContext layout_context{parts.shaper, parts.images, parts.diagnostics, notes.file};
    paint::PaintContext paint_context{session.deck(), parts.images, parts.shaper};
    std::vector<std::size_t> every_slide(notes.slides.size());
    std::iota(every_slide.begin(), every_slide.end(), 0);
    parts.images.fetch_ahead(picture_references(notes, every_slide, styles));
    for (const deck::Slide& note : notes.slides) {
        const style::SlideStyles slide_styles = styles.style_slide(note, 0);
        const layout::SlideLayout layout =
            layout::lay_out_slide(notes, note, 0, styles, slide_styles,
                                  {.overflow = layout::OverflowMode::kClip}, layout_context);
        laid_out[static_cast<std::size_t>(note.number) - 1] = {
            paint::paint_content(layout, slide_styles, paint_context), bottom_of(layout.section),
            unbreakable_parts(layout.section)};
    }
    return laid_out;
}

}  // namespace ghreveal::exporter
