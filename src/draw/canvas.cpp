#include "draw/canvas.h"

#include <fmt/format.h>

#include "draw/gradient_pattern.h"
#include "draw/image_painter.h"
#include "draw/opacity.h"
#include "draw/shadow_painter.h"
#include "paint/rounded_rect.h"

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

// A rectangle that Cairo does not see as one when it covers the page: Cairo 1.16 drops all that was
// drawn before an opaque rectangle of that size, and the beginnings of tags with it.
void add_odd_rectangle(cairo_t* context, const Rect& rect) {
    Rect page;
    cairo_clip_extents(context, &page.x, &page.y, &page.width, &page.height);
    page.width -= page.x;
    page.height -= page.y;
    if (paint::contains(rect, page)) {
        cairo_move_to(context, rect.x + rect.width / 2, rect.y);
        cairo_line_to(context, rect.right(), rect.y);
        cairo_line_to(context, rect.right(), rect.bottom());
        cairo_line_to(context, rect.x, rect.bottom());
        cairo_line_to(context, rect.x, rect.y);
        cairo_close_path(context);
    } else {
        cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height);
    }
}

// An address inside the quotes of a Cairo tag's attribute.
std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') {
            result += '\\';
        }
        result += c;
    }
    return result + "'";
}

// RFC 3986: what may not stand in an address is written as its UTF-8 bytes in hexadecimal.
std::string escaped_address(const std::string& address) {
    static constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string result;
    for (const char c : address) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7F && c != '"' && c != '<' && c != '>') {
            result += c;
        } else {
            result += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
        }
    }
    return result;
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

// What has no area draws nothing (CSS Transforms 1 §11); Cairo would draw nothing from then on.
bool is_invertible(const Transform& transform) {
    const double determinant = transform.a * transform.d - transform.b * transform.c;
    return std::isfinite(determinant) && std::abs(determinant) > 1e-12;
}

// The bounding box of the rectangle on the surface: Cairo's tags know nothing of user space.
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

}  // namespace

struct Canvas::Impl {
    explicit Impl(Output out) : output(out), glyphs(out), images(out), shadows(glyphs) {}

    Output output;
    GlyphPainter glyphs;
    ImagePainter images;
    ShadowPainter shadows;
    std::function<std::string(int)> page_destination;

    // State of the list that is being drawn.
    cairo_t* context = nullptr;
    double alpha = 1;
    enum class Group : std::uint8_t { kState, kOpacity, kFaded };
    struct OpenGroup {
        Group kind;
        double alpha_before;
        double opacity = 1;
    };
    std::vector<OpenGroup> groups;
    struct PageLink {
        std::string target;
        std::vector<Rect> areas;
    };
    std::vector<PageLink> links;

    void draw_items(const paint::DisplayList&);
    void begin_opacity(const paint::DisplayList&, std::size_t at);
    void end_group();
    void write_links(cairo_t* page);

    void draw(const paint::FillRect&);
    void draw(const paint::FillRing&);
    void draw(const paint::FillPolygon&);
    void draw(const paint::FillEllipse&);
    void draw(const paint::StrokeEllipse&);
    void draw(const paint::StrokeLine&);
    void draw(const paint::StrokeRing&);
    void draw(const paint::StrokeWave&);
    void draw(const paint::FillGradient&);
    void draw(const paint::DrawImage& item) { images.draw(context, item, alpha); }
    void draw(const paint::TileImage& item) { images.draw(context, item, alpha); }
    void draw(const paint::DrawGlyphs& item) { glyphs.add(context, item, alpha); }
    void draw(const paint::BoxShadow& item) { shadows.draw(context, item, alpha); }
    void draw(const paint::InsetShadow& item) { shadows.draw(context, item, alpha); }
    void draw(const paint::GlyphShadow& item) { shadows.draw(context, item, alpha); }
    void draw(const paint::PushClip&);
    void draw(const paint::PushTransform&);
    void draw(const paint::PushOpacity&) {}  // draw_items sees to it
    void draw(const paint::Pop&) { end_group(); }
    void draw(const paint::BeginLink&);
    void draw(const paint::EndLink&) {}
    void draw(const paint::BeginTag&);
    void draw(const paint::EndTag&);
    std::vector<std::string> tags;
};

void Canvas::Impl::draw(const paint::FillRect& item) {
    cairo_new_path(context);
    if (output == Output::kPdf && item.shape.is_rectangle()) {
        add_odd_rectangle(context, item.shape.rect);
    } else {
        add_path(context, item.shape);
    }
    fill(context, item.color, alpha);
}

void Canvas::Impl::draw(const paint::FillRing& item) {
    const SavedState saved(context);
    clip_to_wedge(context, item.wedge);
    cairo_new_path(context);
    add_path(context, item.outer);
    if (!item.inner.rect.empty()) {
        add_path(context, item.inner);
    }
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

void Canvas::Impl::draw(const paint::PushClip& item) {
    cairo_save(context);
    clip_to(context, item.shape);
    groups.push_back({Group::kState, alpha});
}

void Canvas::Impl::draw(const paint::PushTransform& item) {
    cairo_save(context);
    if (is_invertible(item.transform)) {
        apply(context, item.transform);
    } else {
        clip_to(context, {});
    }
    groups.push_back({Group::kState, alpha});
}

void Canvas::Impl::begin_opacity(const paint::DisplayList& list, std::size_t at) {
    const double opacity = static_cast<double>(std::get<paint::PushOpacity>(list[at]).opacity);
    if (fades_item_by_item(list, at)) {
        groups.push_back({Group::kFaded, alpha});
        alpha *= opacity;
        return;
    }
    groups.push_back({Group::kOpacity, alpha, opacity * alpha});
    cairo_push_group(context);
    alpha = 1;
}

void Canvas::Impl::end_group() {
    if (groups.empty()) {
        return;
    }
    const OpenGroup group = groups.back();
    groups.pop_back();
    alpha = group.alpha_before;
    switch (group.kind) {
        case Group::kState:
            cairo_restore(context);
            break;
        case Group::kFaded:
            break;
        case Group::kOpacity:
            cairo_pop_group_to_source(context);
            cairo_paint_with_alpha(context, group.opacity);
            break;
    }
}

void Canvas::Impl::draw(const paint::BeginLink& item) {
    if (output != Output::kPdf) {
        return;
    }
    PageLink link;
    if (item.slide >= 0) {
        const std::string name = page_destination ? page_destination(item.slide) : "";
        if (name.empty()) {
            return;
        }
        link.target = "dest=" + quoted(name);
    } else {
        link.target = "uri=" + quoted(escaped_address(item.address));
    }
    for (const Rect& area : item.areas) {
        link.areas.push_back(on_surface(context, area));
    }
    links.push_back(std::move(link));
}

void Canvas::Impl::draw(const paint::BeginTag& item) {
    if (output == Output::kPdf) {
        tags.push_back(item.tag);
        cairo_tag_begin(context, item.tag.c_str(), "");
    }
}

void Canvas::Impl::draw(const paint::EndTag&) {
    if (output == Output::kPdf && !tags.empty()) {
        cairo_tag_end(context, tags.back().c_str());
        tags.pop_back();
    }
}

void Canvas::Impl::write_links(cairo_t* page) {
    for (const PageLink& link : links) {
        std::string areas;
        for (const Rect& area : link.areas) {
            areas += fmt::format("{}{:.2f} {:.2f} {:.2f} {:.2f}", areas.empty() ? "" : " ", area.x,
                                 area.y, area.width, area.height);
        }
        cairo_tag_begin(page, CAIRO_TAG_LINK,
                        fmt::format("{} rect=[{}]", link.target, areas).c_str());
        cairo_tag_end(page, CAIRO_TAG_LINK);
    }
    links.clear();
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
        } else {
            std::visit([this](const auto& any) { draw(any); }, item);
        }
    }
    glyphs.flush(context);
}

Canvas::Canvas(Output output) : impl_(std::make_unique<Impl>(output)) {}

Canvas::~Canvas() = default;

void Canvas::set_destination_names(std::function<std::string(int slide)> page_destination) {
    impl_->page_destination = std::move(page_destination);
}

void Canvas::draw(const paint::DisplayList& list, cairo_t* context) {
    impl_->context = context;
    impl_->links.clear();
    impl_->images.begin_page();
    impl_->shadows.begin_page();
    impl_->draw_items(list);
    while (!impl_->groups.empty()) {
        impl_->end_group();
    }
    impl_->context = nullptr;
}

void Canvas::write_links(cairo_t* context) {
    impl_->write_links(context);
}

}  // namespace ghreveal::draw
