#include "draw/cairo_path.h"

#include <cmath>
#include <string>
#include <tuple>

#include "support/error.h"

namespace ghreveal::draw {

namespace {

// A quarter of an ellipse as a Bézier curve: control points at this share of the radius.
constexpr double kQuarter = 0.5522847498307936;

}  // namespace

void check(cairo_surface_t* surface) {
    if (const cairo_status_t status = cairo_surface_status(surface);
        status != CAIRO_STATUS_SUCCESS) {
        throw Error({}, std::string("cannot draw the page: ") + cairo_status_to_string(status));
    }
}

void add_path(cairo_t* context, const paint::RoundedRect& shape) {
    const Rect& r = shape.rect;
    if (shape.is_rectangle()) {
        cairo_rectangle(context, r.x, r.y, r.width, r.height);
        return;
    }
    const double k = 1 - kQuarter;
    const auto& [tl, tr, br, bl] =
        std::tie(shape.top_left, shape.top_right, shape.bottom_right, shape.bottom_left);
    cairo_move_to(context, r.x + tl.width, r.y);
    cairo_line_to(context, r.right() - tr.width, r.y);
    cairo_curve_to(context, r.right() - tr.width * k, r.y, r.right(), r.y + tr.height * k,
                   r.right(), r.y + tr.height);
    cairo_line_to(context, r.right(), r.bottom() - br.height);
    cairo_curve_to(context, r.right(), r.bottom() - br.height * k, r.right() - br.width * k,
                   r.bottom(), r.right() - br.width, r.bottom());
    cairo_line_to(context, r.x + bl.width, r.bottom());
    cairo_curve_to(context, r.x + bl.width * k, r.bottom(), r.x, r.bottom() - bl.height * k, r.x,
                   r.bottom() - bl.height);
    cairo_line_to(context, r.x, r.y + tl.height);
    cairo_curve_to(context, r.x, r.y + tl.height * k, r.x + tl.width * k, r.y, r.x + tl.width, r.y);
    cairo_close_path(context);
}

void add_path(cairo_t* context, const std::vector<Point>& polygon) {
    for (const Point& point : polygon) {
        cairo_line_to(context, point.x, point.y);
    }
    cairo_close_path(context);
}

void add_ellipse(cairo_t* context, const Rect& bounds) {
    const Size radius{bounds.width / 2, bounds.height / 2};
    add_path(context, paint::RoundedRect{bounds, radius, radius, radius, radius});
}

double scale_of(cairo_t* context) {
    cairo_matrix_t matrix;
    cairo_get_matrix(context, &matrix);
    return std::sqrt(std::abs(matrix.xx * matrix.yy - matrix.xy * matrix.yx));
}

void set_color(cairo_t* context, const Color& color, double alpha) {
    cairo_set_source_rgba(context, color.red / 255.0, color.green / 255.0, color.blue / 255.0,
                          static_cast<double>(color.alpha) * alpha);
}

void apply(cairo_t* context, const Transform& transform) {
    const cairo_matrix_t matrix{transform.a, transform.b, transform.c,
                                transform.d, transform.e, transform.f};
    cairo_transform(context, &matrix);
}

void clip_to(cairo_t* context, const paint::RoundedRect& shape) {
    cairo_new_path(context);
    add_path(context, shape);
    cairo_clip(context);
}

void clip_to(cairo_t* context, const std::vector<Point>& polygon, cairo_fill_rule_t rule) {
    cairo_new_path(context);
    add_path(context, polygon);
    cairo_set_fill_rule(context, rule);
    cairo_clip(context);
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING);
}

}  // namespace ghreveal::draw
