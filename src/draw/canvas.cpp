#include "draw/canvas.h"

#include <fmt/format.h>

#include <limits>

#include "css/values.h"
#include "draw/gradient_pattern.h"
#include "draw/image_painter.h"
#include "draw/link_areas.h"
#include "draw/opacity.h"
#include "draw/shadow_painter.h"
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

// Half a wave's length and the height of its Bézier handles, as browsers have them for a line of
// this width.
struct WaveShape {
    Px step;
    Px handle;
};

WaveShape wave_shape(Px width) {
    return {0.5 + std::round(2 * width + 0.5), 0.5 + std::round(3 * width + 0.5)};
}

// CSS Transforms 1 §3.1: what a matrix leaves no area of is not drawn. Cairo draws nothing more at
// all after such a one.
bool is_drawable(cairo_t* context, const Transform& transform) {
    cairo_matrix_t matrix;
    cairo_get_matrix(context, &matrix);
    const double page_scale = std::abs(matrix.xx * matrix.yy - matrix.xy * matrix.yx);
    const double own = std::abs(transform.a * transform.d - transform.b * transform.c);
    const double area = own * page_scale;
    constexpr double kLargest = 1e15;
    return area > FixedLimits::drawn_area_scale && area < kLargest &&
           std::abs(transform.e) < css::kLargestLength * 4 &&
           std::abs(transform.f) < css::kLargestLength * 4;
}

bool is_push(const paint::DisplayItem& item) {
    return std::holds_alternative<paint::PushClip>(item) ||
           std::holds_alternative<paint::PushTransform>(item) ||
           std::holds_alternative<paint::PushOpacity>(item);
}

// Items that have to be seen to even where nothing is drawn, because others end them.
bool opens_or_closes(const paint::DisplayItem& item) {
    return is_push(item) || std::holds_alternative<paint::Pop>(item);
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

// The contents in the group that item `at` of the list begins, each once.
std::vector<GroupedContent> grouped_content(const paint::DisplayList& list, std::size_t at) {
    std::vector<GroupedContent> result;
    int depth = 0;
    for (std::size_t i = at; i < list.size(); ++i) {
        const paint::DisplayItem& item = list[i];
        if (is_push(item)) {
            ++depth;
        } else if (std::holds_alternative<paint::Pop>(item) && --depth == 0) {
            break;
        }
        const auto* glyphs = std::get_if<paint::DrawGlyphs>(&item);
        const auto* image = std::get_if<paint::DrawImage>(&item);
        if (glyphs == nullptr && image == nullptr) {
            continue;
        }
        const paint::Content& content = glyphs != nullptr ? glyphs->content : image->content;
        if (result.empty() || result.back().content != content) {
            result.push_back({content, ""});
        }
        result.back().text += glyphs != nullptr ? glyphs->run->text : "";
    }
    return result;
}

}  // namespace

struct Canvas::Impl {
    explicit Impl(Output out) : output(out), glyphs(out), images(out), shadows(glyphs) {}

    Output output;
    DrawnPage drawn;
    GlyphPainter glyphs;
    ImagePainter images;
    ShadowPainter shadows;

    // State of the list that is being drawn.
    cairo_t* context = nullptr;
    double alpha = 1;
    enum class Group : std::uint8_t { kState, kOpacity, kFaded };
    struct OpenGroup {
        Group kind;
        double alpha_before;
        double opacity = 1;
        BlendMode blend_mode = BlendMode::kNormal;
    };
    std::vector<OpenGroup> groups;
    // What is in the group of this number, and in those in it, has no area and is not drawn.
    static constexpr std::size_t kNothingHidden = std::numeric_limits<std::size_t>::max();
    std::size_t hidden_from = kNothingHidden;
    int open_opacity_groups = 0;

    void draw_items(const paint::DisplayList&);
    void begin_opacity(const paint::DisplayList&, std::size_t at);
    void end_group();
    // Whether what is drawn is seen on the page as it is, and not only as a part of a group.
    bool is_noted() const { return output == Output::kPdf && open_opacity_groups == 0; }

    void draw(const paint::FillRect&);
    void draw(const paint::FillRing&);
    void draw(const paint::FillPolygon&);
    void draw(const paint::FillEllipse&);
    void draw(const paint::StrokeEllipse&);
    void draw(const paint::StrokeLine&);
    void draw(const paint::StrokeRing&);
    void draw(const paint::StrokeWave&);
    void draw(const paint::FillGradient&);
    void draw(const paint::DrawImage&);
    void draw(const paint::TileImage& item) { images.draw(context, item, alpha); }
    void draw(const paint::DrawGlyphs&);
    void draw(const paint::BoxShadow& item) { shadows.draw(context, item, alpha); }
    void draw(const paint::InsetShadow& item) { shadows.draw(context, item, alpha); }
    void draw(const paint::GlyphShadow& item) { shadows.draw(context, item, alpha); }
    void draw(const paint::PushClip&);
    void draw(const paint::PushTransform&);
    void draw(const paint::PushOpacity&) {}  // draw_items sees to it
    void draw(const paint::Pop&) { end_group(); }
    void draw(const paint::BeginLink&);
    void draw(const paint::EndLink&) {}
};

void Canvas::Impl::draw(const paint::FillRect& item) {
    cairo_new_path(context);
    add_path(context, item.shape);
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
    if (item.polygon.empty()) {
        clip_to(context, item.shape);
    } else {
        clip_to(context, item.polygon,
                item.is_even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
    }
    groups.push_back({Group::kState, alpha});
}

void Canvas::Impl::draw(const paint::PushTransform& item) {
    cairo_save(context);
    if (is_drawable(context, item.transform)) {
        apply(context, item.transform);
    } else {
        hidden_from = std::min(hidden_from, groups.size());
    }
    groups.push_back({Group::kState, alpha});
}

void Canvas::Impl::begin_opacity(const paint::DisplayList& list, std::size_t at) {
    const auto& group = std::get<paint::PushOpacity>(list[at]);
    const double opacity = static_cast<double>(group.opacity);
    if (fades_item_by_item(list, at)) {
        groups.push_back({Group::kFaded, alpha});
        alpha *= opacity;
        return;
    }
    if (is_noted()) {
        drawn.content.push_back({.kind = DrawnKind::kGroup, .grouped = grouped_content(list, at)});
    }
    groups.push_back({Group::kOpacity, alpha, opacity * alpha, group.blend_mode});
    ++open_opacity_groups;
    cairo_push_group(context);
    alpha = 1;
}

void Canvas::Impl::end_group() {
    if (groups.empty()) {
        return;
    }
    const OpenGroup group = groups.back();
    groups.pop_back();
    if (groups.size() == hidden_from) {
        hidden_from = kNothingHidden;
    }
    alpha = group.alpha_before;
    switch (group.kind) {
        case Group::kState:
            cairo_restore(context);
            break;
        case Group::kFaded:
            break;
        case Group::kOpacity:
            --open_opacity_groups;
            cairo_pop_group_to_source(context);
            cairo_set_operator(context, cairo_operator(group.blend_mode));
            cairo_paint_with_alpha(context, group.opacity);
            cairo_set_operator(context, CAIRO_OPERATOR_OVER);
            break;
    }
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
        } else if (hidden_from == kNothingHidden || opens_or_closes(item)) {
            std::visit([this](const auto& any) { draw(any); }, item);
        }
    }
    glyphs.flush(context);
}

Canvas::Canvas(Output output) : impl_(std::make_unique<Impl>(output)) {}

Canvas::~Canvas() = default;

void Canvas::draw(const paint::DisplayList& list, cairo_t* context) {
    impl_->context = context;
    impl_->drawn = {};
    impl_->hidden_from = Impl::kNothingHidden;
    impl_->images.begin_page();
    impl_->shadows.begin_page();
    impl_->draw_items(list);
    while (!impl_->groups.empty()) {
        impl_->end_group();
    }
    impl_->context = nullptr;
}

DrawnPage Canvas::take_drawn() {
    return std::move(impl_->drawn);
}

}  // namespace ghreveal::draw
