// Parts that several pages show: recorded once, and played back on each. Into a PDF such a part
// goes once, as a form.
#include <algorithm>
#include <utility>

#include "draw/canvas/canvas_impl.h"
#include "draw/canvas/recording.h"

namespace ghreveal::draw {

namespace {

Rect clip_of(cairo_t* context) {
    Point begin;
    Point end;
    cairo_clip_extents(context, &begin.x, &begin.y, &end.x, &end.y);
    return {begin.x, begin.y, end.x - begin.x, end.y - begin.y};
}

bool has_links(const paint::DisplayList& list) {
    return std::any_of(list.begin(), list.end(), [](const paint::DisplayItem& item) {
        return std::holds_alternative<paint::BeginLink>(item);
    });
}

}  // namespace

// A recording is for as long as a page that is still to come has the part.
void Canvas::Impl::drop_unused_recordings() {
    std::erase_if(recordings, [](const auto& entry) { return entry.first.use_count() == 1; });
}

SurfaceHandle Canvas::Impl::recorded(const paint::DisplayList& list) {
    const Rect extents = clip_of(context);
    SurfaceHandle surface = recording_surface(extents);
    const ContextHandle recorder{cairo_create(surface.get())};
    cover(recorder.get(), extents);
    cairo_t* page = std::exchange(context, recorder.get());
    const std::size_t links = drawn.links.size();
    const double unit = images.set_unit(images.unit() * scale_of(page));
    ++open_opacity_groups;
    draw_items(list);
    --open_opacity_groups;
    images.set_unit(unit);
    drawn.links.resize(links);
    context = page;
    return surface;
}

// Their areas are of each page.
void Canvas::Impl::note_links(const paint::DisplayList& list) {
    for (const paint::DisplayItem& item : list) {
        if (opens_or_closes(item) || std::holds_alternative<paint::BeginLink>(item)) {
            std::visit([this](const auto& any) { draw(any); }, item);
        }
    }
}

void Canvas::Impl::show_repeated(const PagePart& part) {
    SurfaceHandle& recording = recordings[part.items];
    if (!recording) {
        recording = recorded(*part.items);
    }
    if (is_noted()) {
        drawn.content.push_back({.kind = DrawnKind::kGroup});
    }
    cairo_set_source_surface(context, recording.get(), 0, 0);
    cairo_paint(context);
    if (has_links(*part.items)) {
        note_links(*part.items);
    }
}

}  // namespace ghreveal::draw
