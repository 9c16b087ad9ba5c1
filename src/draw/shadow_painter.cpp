#include "draw/shadow_painter.h"

#include "draw/shadow_contours.h"
#include "paint/rounded_rect.h"
#include "support/limits.h"

namespace ghreveal::draw {

namespace {

// A Gaussian is as good as zero three deviations from its centre.
Px reach_of(Px deviation) {
    return std::ceil(3 * deviation);
}

// Samples a px: one a deviation is all that a blurred picture has in it; and a large one has few
// enough for memory.
double sampling(Px deviation, const Rect& area) {
    const double wanted = deviation < 1 ? 2 : (deviation < 3 ? 1 : (deviation < 8 ? 0.5 : 0.25));
    const double by_area =
        std::sqrt(FixedLimits::shadow_samples / std::max(area.width * area.height, 1.0));
    // Rounding may add a sample.
    const double by_side =
        (FixedLimits::picture_side - 2) / std::max({area.width, area.height, 1.0});
    return std::min({wanted, by_area, by_side});
}

void add_outside(cairo_t* context, const Rect& around, const paint::RoundedRect& hole) {
    cairo_rectangle(context, around.x, around.y, around.width, around.height);
    add_path(context, hole);
}

// Only outside the hole from now on.
void clip_outside(cairo_t* context, const Rect& around, const paint::RoundedRect& hole) {
    if (hole.rect.empty()) {
        return;
    }
    cairo_new_path(context);
    add_outside(context, around, hole);
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_clip(context);
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING);
}

// The picture stretched over `target`.
void place(cairo_t* context, cairo_surface_t* picture, const Rect& target, double alpha) {
    const SavedState saved(context);
    cairo_translate(context, target.x, target.y);
    cairo_scale(context, target.width / cairo_image_surface_get_width(picture),
                target.height / cairo_image_surface_get_height(picture));
    cairo_set_source_surface(context, picture, 0, 0);
    cairo_paint_with_alpha(context, alpha);
}

void fill_contour(cairo_t* context, Color color, double strength, double alpha) {
    color.alpha = static_cast<float>(strength);
    set_color(context, color, alpha);
    cairo_fill(context);
}

// Bands side by side, so that each pixel is painted once: viewers round every layer to whole
// levels, and on a dark slide a dozen faint layers add up to a shadow twice as dark.
void draw_bands(cairo_t* context, const paint::BoxShadow& shadow, double alpha) {
    const std::vector<ShadowContour> contours = shadow_contours(shadow);
    const SavedState saved(context);
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD);
    for (std::size_t i = 0; i < contours.size(); ++i) {
        cairo_new_path(context);
        add_path(context, contours[i].shape);
        if (i + 1 < contours.size()) {
            add_path(context, contours[i + 1].shape);
        }
        fill_contour(context, shadow.color, contours[i].strength, alpha);
    }
}

// One over the other: no seams, where those of bands would be seen.
void draw_layers(cairo_t* context, const paint::BoxShadow& shadow, double alpha) {
    for (const ShadowContour& contour : shadow_contours(shadow)) {
        cairo_new_path(context);
        add_path(context, contour.shape);
        fill_contour(context, shadow.color, contour.alpha, alpha);
    }
}

void draw_contours(cairo_t* context, const paint::BoxShadow& shadow, double alpha) {
    constexpr float kFaint = 0.5F;
    if (shadow.color.alpha <= kFaint) {
        draw_bands(context, shadow, alpha);
    } else {
        draw_layers(context, shadow, alpha);
    }
}

}  // namespace

cairo_surface_t* ShadowPainter::picture(const Key& key, const Color& color,
                                        const std::function<Mask()>& make) {
    Key full = key;
    full.numbers.insert(full.numbers.end(),
                        {static_cast<double>(color.red), static_cast<double>(color.green),
                         static_cast<double>(color.blue)});
    const int use = uses_[full]++;
    full.numbers.push_back(use);
    SurfaceHandle& surface = pictures_[full];
    if (!surface) {
        surface = tinted(make(), color, "ghreveal-shadow-" + std::to_string(pictures_.size()));
    }
    return surface.get();
}

void ShadowPainter::draw_whole(cairo_t* context, const paint::RoundedRect& shape, Px deviation,
                               const Color& color, double alpha) {
    const Px reach = reach_of(deviation);
    const Rect& rect = shape.rect;
    const paint::RoundedRect at_origin = paint::translated(shape, {-rect.x, -rect.y});
    const Rect area = at_origin.rect.outset({reach, reach, reach, reach});
    const double scale = sampling(deviation, area);
    const Key key{
        {0, deviation, rect.width, rect.height, shape.top_left.width, shape.top_left.height,
         shape.top_right.width, shape.top_right.height, shape.bottom_right.width,
         shape.bottom_right.height, shape.bottom_left.width, shape.bottom_left.height},
        nullptr};
    cairo_surface_t* blurred = picture(key, color, [&] {
        return blurred_mask(area, scale, deviation,
                            [&](cairo_t* mask) { add_path(mask, at_origin); });
    });
    const Rect target{area.x + rect.x, area.y + rect.y,
                      cairo_image_surface_get_width(blurred) / scale,
                      cairo_image_surface_get_height(blurred) / scale};
    place(context, blurred, target, alpha * static_cast<double>(color.alpha));
}

void ShadowPainter::draw(cairo_t* context, const paint::BoxShadow& shadow, double alpha) {
    const Px deviation = shadow.blur / 2;
    const Px reach = reach_of(deviation);
    const Rect around =
        shadow.shape.rect.united(shadow.hole.rect).outset({reach, reach, reach, reach});
    const SavedState saved(context);
    clip_outside(context, around, shadow.hole);
    if (deviation <= 0) {
        set_color(context, shadow.color, alpha);
        cairo_new_path(context);
        add_path(context, shadow.shape);
        cairo_fill(context);
        return;
    }
    if (has_contours(shadow)) {
        draw_contours(context, shadow, alpha);
    } else {
        draw_whole(context, shadow.shape, deviation, shadow.color, alpha);
    }
}

void ShadowPainter::draw(cairo_t* context, const paint::InsetShadow& shadow, double alpha) {
    const Px deviation = shadow.blur / 2;
    const Px reach = reach_of(deviation);
    const SavedState saved(context);
    clip_to(context, shadow.shape);
    const Rect around = shadow.shape.rect.united(shadow.hole.rect).outset({1, 1, 1, 1});
    if (deviation <= 0) {
        set_color(context, shadow.color, alpha);
        cairo_new_path(context);
        add_outside(context, around, shadow.hole);
        cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD);
        cairo_fill(context);
        return;
    }
    const Rect area = shadow.shape.rect.outset({reach, reach, reach, reach});
    const double scale = sampling(deviation, area);
    const Rect far = around.outset({4 * reach, 4 * reach, 4 * reach, 4 * reach});
    const paint::RoundedRect& hole = shadow.hole;
    const Key key{{3, deviation, area.width, area.height, hole.rect.x - area.x,
                   hole.rect.y - area.y, hole.rect.width, hole.rect.height, hole.top_left.width,
                   hole.top_right.width, hole.bottom_right.width, hole.bottom_left.width},
                  nullptr};
    cairo_surface_t* blurred = picture(key, shadow.color, [&] {
        return blurred_mask(area, scale, deviation, [&](cairo_t* mask) {
            add_outside(mask, far, hole);
            cairo_set_fill_rule(mask, CAIRO_FILL_RULE_EVEN_ODD);
        });
    });
    place(context, blurred,
          Rect{area.x, area.y, cairo_image_surface_get_width(blurred) / scale,
               cairo_image_surface_get_height(blurred) / scale},
          alpha * static_cast<double>(shadow.color.alpha));
}

// Never as text: a reader of the PDF would find each word twice.
void ShadowPainter::draw(cairo_t* context, const paint::GlyphShadow& shadow, double alpha) {
    const Px deviation = shadow.blur / 2;
    if (deviation <= 0) {
        set_color(context, shadow.color, alpha);
        cairo_new_path(context);
        glyphs_.add_outlines(context, *shadow.run, shadow.origin);
        cairo_fill(context);
        return;
    }
    const Px size = shadow.run->font.size;
    const Px reach = reach_of(deviation) + std::ceil(size / 2);
    const Rect area =
        Rect{0, -std::ceil(size), std::ceil(shadow.run->width), std::ceil(1.4 * size)}.outset(
            {reach, reach, reach, reach});
    const double scale = sampling(deviation, area);
    cairo_surface_t* blurred = picture({{4, deviation}, shadow.run}, shadow.color, [&] {
        return blurred_mask(area, scale, deviation, [&](cairo_t* mask) {
            glyphs_.add_outlines(mask, *shadow.run, {0, 0});
        });
    });
    place(context, blurred,
          Rect{area.x + shadow.origin.x, area.y + shadow.origin.y,
               cairo_image_surface_get_width(blurred) / scale,
               cairo_image_surface_get_height(blurred) / scale},
          alpha * static_cast<double>(shadow.color.alpha));
}

}  // namespace ghreveal::draw
