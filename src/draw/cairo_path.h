// Paths and states of a cairo_t, for the canvas's parts.
#pragma once

#include <cairo.h>

#include <vector>

#include "paint/display_list.h"
#include "support/handle.h"

namespace ghreveal::draw {

using SurfaceHandle = Handle<cairo_surface_t, cairo_surface_destroy>;
using PatternHandle = Handle<cairo_pattern_t, cairo_pattern_destroy>;
using ContextHandle = Handle<cairo_t, cairo_destroy>;

// Throws Error when the surface could not be made or drawn on: there is too little memory, or it
// would be larger than Cairo can count.
void check(cairo_surface_t*);

// cairo_save … cairo_restore.
class SavedState {
public:
    explicit SavedState(cairo_t* context) : context_(context) { cairo_save(context); }
    ~SavedState() { cairo_restore(context_); }
    SavedState(const SavedState&) = delete;
    SavedState& operator=(const SavedState&) = delete;

private:
    cairo_t* context_;
};

void add_path(cairo_t*, const paint::RoundedRect&);
void add_path(cairo_t*, const std::vector<Point>& polygon);
// The ellipse that touches all four sides.
void add_ellipse(cairo_t*, const Rect& bounds);

// How much larger what is drawn gets in the units of the surface.
double scale_of(cairo_t*);

void set_color(cairo_t*, const Color&, double alpha);
void apply(cairo_t*, const Transform&);
void clip_to(cairo_t*, const paint::RoundedRect&);
void clip_to(cairo_t*, const std::vector<Point>& polygon, cairo_fill_rule_t);

}  // namespace ghreveal::draw
