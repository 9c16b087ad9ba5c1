#include "export/notes/notes_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "deck/notes_deck.h"
#include "pages/picture_references.h"
#include "pages/slide_view.h"
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

const layout::Fragment* first_line(const layout::Fragment& fragment) {
    if (fragment.kind == layout::FragmentKind::kLine) {
        return &fragment;
    }
    for (const layout::Fragment& child : fragment.children) {
        if (const layout::Fragment* line = first_line(child)) {
            return line;
        }
    }
    return nullptr;
}

void move_down(layout::Fragment& fragment, Px by) {
    fragment.border_box.y += by;
    fragment.image_rect.y += by;
    for (layout::Fragment::CollapsedBorder& border : fragment.collapsed_borders) {
        border.from.y += by;
        border.to.y += by;
    }
    for (layout::Fragment& child : fragment.children) {
        move_down(child, by);
    }
}

// After a picture, a table or a rule the lines are back on the grid, so that those of columns side
// by side are level.
void set_on_grid(layout::Fragment& section) {
    Px moved = 0;
    for (layout::Fragment& child : section.children) {
        if (const layout::Fragment* line = first_line(child)) {
            const Px top = line->border_box.y + moved;
            constexpr Px kOff = 0.01;
            moved += std::ceil(top / kGridLine - kOff) * kGridLine - top;
        }
        move_down(child, moved);
    }
    section.border_box.height += moved;
}

std::function<deck::SlideView(std::size_t)> view_of_slides(pages::Session& session,
                                                           NotesContent content) {
    if (content == NotesContent::kNotes) {
        return {};
    }
    return [&session](std::size_t slide) { return pages::slide_view(session, slide); };
}

}  // namespace

LaidOutNotes lay_out_notes(pages::Session& session, const NotesLayoutOptions& options) {
    LaidOutNotes laid_out;
    pages::RenderingParts parts = session.parts();
    const auto source = std::make_shared<const deck::Deck>(
        deck::notes_deck(session.deck(), session.selected_slides(),
                         {.width = options.width,
                          .picture_height = options.picture_height,
                          .slide_view = view_of_slides(session, options.content),
                          .limits = parts.limits}));
    const deck::Deck& notes = *source;
    if (notes.slides.empty()) {
        return laid_out;
    }
    style::StyleEngine styles(
        notes, data_directory() / "themes" / "base" / "notes.css", options.sheets,
        {.page = {options.width, notes.configuration.height}, .limits = parts.limits},
        parts.shaper.fonts(), parts.diagnostics);
    layout::LayoutContext layout_context{parts.shaper, parts.images, parts.diagnostics, notes.file,
                                         parts.limits};
    paint::PaintContext paint_context{session.deck(), parts.images, parts.shaper};
    std::vector<std::size_t> every_slide(notes.slides.size());
    std::iota(every_slide.begin(), every_slide.end(), 0);
    parts.images.fetch_ahead(pages::picture_references(notes, every_slide, styles));
    Timings timings;
    pages::SlideContext context{
        notes, styles, layout_context, paint_context, pages::OverflowMode::kFit, timings};
    for (const deck::Slide& note : notes.slides) {
        pages::LaidOutState state = pages::lay_out_state(note, 0, context);
        layout::Fragment& section = state.section.fragment;
        set_on_grid(section);
        LaidOutNote result;
        result.source = {source, note.section};
        result.breaks = note_breaks(section);
        result.height = result.breaks.whole.end_above(bottom_of(section) + 1, 0);
        if (result.height > 0) {
            result.page = paint::paint_content(section, state.styles, paint_context);
            laid_out[static_cast<std::size_t>(note.number) - 1] = std::move(result);
        }
    }
    return laid_out;
}

}  // namespace ghreveal::exporter
