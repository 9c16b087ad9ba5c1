#include "draw/canvas.h"

#include "draw/canvas/canvas_impl.h"
#include "draw/filters/filtered_items.h"
#include "draw/gradient_pattern.h"
#include "draw/link_areas.h"
#include "paint/rounded_rect.h"
#include "support/limits.h"

namespace ghreveal::draw {

namespace {

void fill(cairo_t* context, const Color& color, double alpha) {
    set_color(context, color, alpha);
    cairo_fill(context);
}

void set_dashes(cairo_t* context, const std::vector<Px>& dashes, bool round_caps) {
    cairo_set_dash(context, dashes.data(), static_cast<int>(dashes.size()), 0);
    cairo_set_line_cap(context, round_caps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
}

// To one side's part of a ring.
void clip_to_wedge(cairo_t* context, const std::vector<Point>& wedge) {
    if (!wedge.empty()) {
        cairo_new_path(context);
        add_path(context, wedge);
        cairo_clip(context);
    }
}

// The parts of the ring at its four sides, which meet at no more than an edge; those of no width
// have none.
std::vector<Rect> parts_of_ring(const Rect& outer, const Rect& inner) {
    std::vector<Rect> parts;
    for (const Rect& part :
         {Rect{outer.x, outer.y, outer.width, inner.y - outer.y},
          Rect{outer.x, inner.bottom(), outer.width, outer.bottom() - inner.bottom()},
          Rect{outer.x, inner.y, inner.x - outer.x, inner.height},
          Rect{inner.right(), inner.y, outer.right() - inner.right(), inner.height}}) {
        if (part.width > 0 && part.height > 0) {
            parts.push_back(part);
        }
    }
    return parts;
}

// Where a side has no width, the outer and the inner edge are one: between them many renderers show
// a hair of the colour.
void add_ring(cairo_t* context, const paint::RoundedRect& outer, const paint::RoundedRect& inner) {
    constexpr std::size_t kSides = 4;
    if (outer.is_rectangle() && inner.is_rectangle() && !inner.rect.empty()) {
        const std::vector<Rect> parts = parts_of_ring(outer.rect, inner.rect);
        if (parts.size() < kSides) {
            for (const Rect& part : parts) {
                cairo_rectangle(context, part.x, part.y, part.width, part.height);
            }
            return;
        }
    }
    add_path(context, outer);
    if (!inner.rect.empty()) {
        add_path(context, inner);
    }
}

// Half a wave's length and the height of its Bézier handles, as browsers have them for a line of
// this width.
struct WaveShape {
    Px step;
    Px handle;
};

WaveShape wave_shape(Px width) {
    return {0.5 + std::round(2 * width + 0.5), 0.5 + std::round(3 * width + 0.5)};
}

// The bounding box of the rectangle on the surface.
Rect on_surface(cairo_t* context, const Rect& rect) {
    Rect bounds{0, 0, -1, -1};
    for (const Point corner : {rect.origin(), Point{rect.right(), rect.y},
                               Point{rect.x, rect.bottom()}, Point{rect.right(), rect.bottom()}}) {
        Point at = corner;
        cairo_user_to_device(context, &at.x, &at.y);
        const Rect point{at.x, at.y, 0, 0};
        bounds = bounds.width < 0 ? point : bounds.united(point);
    }
    return bounds;
}

// What is in the group that begins at `at` and ends before `end`.
paint::DisplayList inside_of(const paint::DisplayList& list, std::size_t at, std::size_t end) {
    const bool is_closed = std::holds_alternative<paint::Pop>(list[end - 1]);
    return {list.begin() + static_cast<std::ptrdiff_t>(at) + 1,
            list.begin() + static_cast<std::ptrdiff_t>(end) - (is_closed ? 1 : 0)};
}

}  // namespace

void Canvas::Impl::draw(const paint::FillRect& item) {
    cairo_new_path(context);
    add_path(context, item.shape);
    fill(context, item.color, alpha);
}

void Canvas::Impl::draw(const paint::FillRing& item) {
    const SavedState saved(context);
    clip_to_wedge(context, item.wedge);
    cairo_new_path(context);
    add_ring(context, item.outer, item.inner);
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD);
    fill(context, item.color, alpha);
}

void Canvas::Impl::draw(const paint::FillPolygon& item) {
    cairo_new_path(context);
    add_path(context, item.points);
    fill(context, item.color, alpha);
}

void Canvas::Impl::draw(const paint::FillEllipse& item) {
    cairo_new_path(context);
    add_ellipse(context, item.bounds);
    fill(context, item.color, alpha);
}

void Canvas::Impl::draw(const paint::StrokeEllipse& item) {
    const SavedState saved(context);
    cairo_new_path(context);
    add_ellipse(context, item.bounds);
    cairo_set_line_width(context, item.width);
    set_color(context, item.color, alpha);
    cairo_stroke(context);
}

void Canvas::Impl::draw(const paint::StrokeLine& item) {
    const SavedState saved(context);
    cairo_new_path(context);
    cairo_move_to(context, item.from.x, item.from.y);
    cairo_line_to(context, item.to.x, item.to.y);
    cairo_set_line_width(context, item.width);
    set_dashes(context, item.dashes, item.round_caps);
    set_color(context, item.color, alpha);
    cairo_stroke(context);
}

void Canvas::Impl::draw(const paint::StrokeRing& item) {
    const SavedState saved(context);
    clip_to_wedge(context, item.wedge);
    cairo_new_path(context);
    add_path(context, item.path);
    cairo_set_line_width(context, item.width);
    set_dashes(context, item.dashes, item.round_caps);
    set_color(context, item.color, alpha);
    cairo_stroke(context);
}

void Canvas::Impl::draw(const paint::StrokeWave& item) {
    const SavedState saved(context);
    const auto [step, handle] = wave_shape(item.width);
    const Px height = handle + item.width;
    cairo_rectangle(context, item.from.x, item.from.y - height, item.length, 2 * height);
    cairo_clip(context);
    cairo_move_to(context, item.from.x, item.from.y);
    for (Px x = item.from.x; x < item.from.x + item.length; x += 2 * step) {
        cairo_curve_to(context, x + step, item.from.y + handle, x + step, item.from.y - handle,
                       x + 2 * step, item.from.y);
    }
    cairo_set_line_width(context, item.width);
    set_color(context, item.color, alpha);
    cairo_stroke(context);
}

void Canvas::Impl::draw(const paint::FillGradient& item) {
    const PatternHandle pattern = gradient_pattern(*item.gradient, item.box, alpha);
    cairo_set_source(context, pattern.get());
    cairo_new_path(context);
    add_path(context, item.clip);
    cairo_fill(context);
}

void Canvas::Impl::draw(const paint::DrawImage& item) {
    if (is_noted()) {
        drawn.content.push_back({.kind = DrawnKind::kPicture,
                                 .content = item.content,
                                 .area = on_surface(context, item.target)});
    }
    images.draw(context, item, alpha);
}

void Canvas::Impl::draw(const paint::DrawGlyphs& item) {
    const std::size_t glyph_count = glyphs.add(context, item, alpha);
    if (is_noted() && glyph_count > 0) {
        const text::Glyph& first = item.run->glyphs.front();
        Point origin{item.origin.x + first.x_offset, item.origin.y - first.y_offset};
        cairo_user_to_device(context, &origin.x, &origin.y);
        drawn.content.push_back({.kind = DrawnKind::kText,
                                 .content = item.content,
                                 .origin = origin,
                                 .glyphs = glyph_count});
    }
    if (item.stroke_width > 0) {
        glyphs.add_stroke(context, item, alpha);
    }
}

void Canvas::Impl::draw(const paint::BeginLink& item) {
    if (output != Output::kPdf) {
        return;
    }
    DrawnLink link{item.address, item.slide, {}, item.node};
    for (const Rect& area : item.areas) {
        const Rect shown = reachable(on_surface(context, area));
        if (!shown.empty()) {
            link.areas.push_back(shown);
        }
    }
    if (!link.areas.empty()) {
        drawn.links.push_back(std::move(link));
    }
}

void Canvas::Impl::draw_items(const paint::DisplayList& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        const paint::DisplayItem& item = list[i];
        const bool keeps_text_going = std::holds_alternative<paint::DrawGlyphs>(item) ||
                                      std::holds_alternative<paint::BeginLink>(item) ||
                                      std::holds_alternative<paint::EndLink>(item);
        if (!keeps_text_going) {
            glyphs.flush(context);
        }
        if (std::holds_alternative<paint::PushOpacity>(item)) {
            begin_opacity(list, i);
        } else if (std::holds_alternative<paint::PushMask>(item)) {
            begin_mask(list, i);
        } else if (const auto* filter = std::get_if<paint::PushFilter>(&item)) {
            const std::size_t end = group_end(list, i);
            if (hidden_from == kNothingHidden) {
                draw_filtered(*filter, inside_of(list, i, end));
            }
            i = end - 1;
        } else if (hidden_from == kNothingHidden || opens_or_closes(item)) {
            std::visit([this](const auto& any) { draw(any); }, item);
        }
    }
    glyphs.flush(context);
}

Canvas::Canvas(Output output, double image_dpi)
    : impl_(std::make_unique<Impl>(output, image_dpi)) {}

Canvas::~Canvas() = default;

void Canvas::Impl::begin_page(cairo_t* page) {
    context = page;
    drawn = {};
    images.begin_page();
    shadows.begin_page();
}

void Canvas::Impl::draw_list(const paint::DisplayList& list) {
    hidden_from = kNothingHidden;
    draw_items(list);
    while (!groups.empty()) {
        end_group();
    }
}

void Canvas::draw(const paint::DisplayList& list, cairo_t* context) {
    impl_->begin_page(context);
    impl_->collect_backdrops(list);
    impl_->draw_list(list);
    impl_->context = nullptr;
}

DrawnPage Canvas::take_drawn() {
    return std::move(impl_->drawn);
}

}  // namespace ghreveal::draw
