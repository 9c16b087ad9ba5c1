#include "paint/shadow_painter.h"

#include <array>

#include "paint/rounded_rect.h"

namespace ghreveal::paint {

namespace {

// A Gaussian is as good as zero three deviations from its centre.
Px reach_of(Px deviation) {
    return std::ceil(3 * deviation);
}

// Samples a px: soft pictures need few, and a large one few enough for memory.
double sampling(Px deviation, const Rect& area) {
    constexpr double kMostSamples = 4e6;
    const double wanted = deviation < 2 ? 2 : (deviation < 8 ? 1 : 0.5);
    return std::min(wanted, std::sqrt(kMostSamples / std::max(area.width * area.height, 1.0)));
}

void add_outside(cairo_t* context, const Rect& around, const RoundedRect& hole) {
    cairo_rectangle(context, around.x, around.y, around.width, around.height);
    add_path(context, hole);
}

// Only outside the hole from now on.
void clip_outside(cairo_t* context, const Rect& around, const RoundedRect& hole) {
    if (hole.rect.empty()) {
        return;
    }
    cairo_new_path(context);
    add_outside(context, around, hole);
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_clip(context);
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING);
}

// The picture stretched over `target`; `flip` mirrors it.
struct Placement {
    Rect target;
    bool flip_x = false;
    bool flip_y = false;
};

void place(cairo_t* context, cairo_surface_t* picture, const Placement& placement, double alpha) {
    const Rect& target = placement.target;
    if (target.empty()) {
        return;
    }
    const SavedState saved(context);
    cairo_translate(context, placement.flip_x ? target.right() : target.x,
                    placement.flip_y ? target.bottom() : target.y);
    const double width = cairo_image_surface_get_width(picture);
    const double height = cairo_image_surface_get_height(picture);
    cairo_scale(context, (placement.flip_x ? -1 : 1) * target.width / width,
                (placement.flip_y ? -1 : 1) * target.height / height);
    cairo_set_source_surface(context, picture, 0, 0);
    cairo_rectangle(context, 0, 0, width, height);
    cairo_clip(context);
    cairo_paint_with_alpha(context, alpha);
}

// Side of the square pieces at a shadow's corners: half of it (`reach`) lies outside the shape.
struct Pieces {
    Px reach = 0;
    Px inner = 0;
    Px size() const { return reach + inner; }
};

Pieces pieces_of(const RoundedRect& shape, Px deviation) {
    Px radius = 0;
    for (const Size& corner :
         {shape.top_left, shape.top_right, shape.bottom_right, shape.bottom_left}) {
        radius = std::max({radius, corner.width, corner.height});
    }
    return {reach_of(deviation), std::ceil(radius) + reach_of(deviation)};
}

// The blurred top left corner of a large box, at (0, 0) of the shape.
Mask corner_mask(Size radius, const Pieces& pieces, Px deviation, double scale) {
    // As far beyond the piece as the blur looks.
    const Px far = pieces.inner + 2 * pieces.reach;
    const Rect area{-pieces.reach, -pieces.reach, far, far};
    const Mask mask = blurred_mask(area, scale, deviation, [&](cairo_t* context) {
        add_path(context, RoundedRect{{0, 0, far, far}, radius, {}, {}, {}});
    });
    const int side = static_cast<int>(std::lround(pieces.size() * scale));
    return cropped(mask, 0, 0, std::min(side, mask.width), std::min(side, mask.height));
}

// From outside to inside across a straight edge, one column.
Mask edge_mask(const Pieces& pieces, Px deviation, double scale) {
    const Px far = pieces.inner + 2 * pieces.reach;
    const Rect area{0, -pieces.reach, 1 / scale, far};
    const int side = static_cast<int>(std::lround(pieces.size() * scale));
    // A silhouette as wide as the blur looks, of which the middle column is kept.
    const Px half = pieces.reach;
    const Rect wide{area.x - half, area.y, area.width + 2 * half, area.height};
    const Mask mask = blurred_mask(wide, scale, deviation, [&](cairo_t* context) {
        cairo_rectangle(context, -2 * half, 0, 5 * half + 1, far);
    });
    return cropped(mask, mask.width / 2, 0, 1, std::min(side, mask.height));
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

void ShadowPainter::draw_whole(cairo_t* context, const RoundedRect& shape, Px deviation,
                               const Color& color, double alpha) {
    const Px reach = reach_of(deviation);
    const Rect& rect = shape.rect;
    const RoundedRect at_origin = translated(shape, {-rect.x, -rect.y});
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
    place(context, blurred, {target}, alpha * static_cast<double>(color.alpha));
}

void ShadowPainter::draw_nine_pieces(cairo_t* context, const BoxShadow& shadow, double alpha) {
    const Px deviation = shadow.blur / 2;
    const Pieces pieces = pieces_of(shadow.shape, deviation);
    const double scale = sampling(deviation, {0, 0, 1, 1});
    const Rect outer =
        shadow.shape.rect.outset({pieces.reach, pieces.reach, pieces.reach, pieces.reach});
    const Px side = pieces.size();
    const Px right = outer.right() - side;
    const Px bottom = outer.bottom() - side;
    const double strength = alpha * static_cast<double>(shadow.color.alpha);
    const auto corner = [&](Size radius, const Placement& placement) {
        const Key key{{1, deviation, radius.width, radius.height, pieces.inner}, nullptr};
        place(context,
              picture(key, shadow.color,
                      [&] { return corner_mask(radius, pieces, deviation, scale); }),
              placement, strength);
    };
    const RoundedRect& shape = shadow.shape;
    corner(shape.top_left, {{outer.x, outer.y, side, side}});
    corner(shape.top_right, {{right, outer.y, side, side}, true, false});
    corner(shape.bottom_right, {{right, bottom, side, side}, true, true});
    corner(shape.bottom_left, {{outer.x, bottom, side, side}, false, true});
    const Px width = outer.width - 2 * side;
    const Px height = outer.height - 2 * side;
    const auto edge = [&](const Placement& placement) {
        const Key key{{2, deviation, pieces.inner}, nullptr};
        place(context,
              picture(key, shadow.color, [&] { return edge_mask(pieces, deviation, scale); }),
              placement, strength);
    };
    edge({{outer.x + side, outer.y, width, side}});
    edge({{outer.x + side, bottom, width, side}, false, true});
    // The same column lying on its side, for left and right.
    for (const bool flip : {false, true}) {
        const SavedState saved(context);
        const cairo_matrix_t transposed{0, 1, 1, 0, 0, 0};
        cairo_transform(context, &transposed);
        edge({{outer.y + side, flip ? right : outer.x, height, side}, false, flip});
    }
    const Rect middle{outer.x + side, outer.y + side, width, height};
    if (!contains(shadow.hole.rect, middle) || !shadow.hole.is_rectangle()) {
        set_color(context, shadow.color, alpha);
        cairo_rectangle(context, middle.x, middle.y, middle.width, middle.height);
        cairo_fill(context);
    }
}

void ShadowPainter::draw(cairo_t* context, const BoxShadow& shadow, double alpha) {
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
    const Px inner = pieces_of(shadow.shape, deviation).inner;
    if (shadow.shape.rect.width < 2 * inner || shadow.shape.rect.height < 2 * inner) {
        draw_whole(context, shadow.shape, deviation, shadow.color, alpha);
    } else {
        draw_nine_pieces(context, shadow, alpha);
    }
}

void ShadowPainter::draw(cairo_t* context, const InsetShadow& shadow, double alpha) {
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
    const RoundedRect& hole = shadow.hole;
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
          {{area.x, area.y, cairo_image_surface_get_width(blurred) / scale,
            cairo_image_surface_get_height(blurred) / scale}},
          alpha * static_cast<double>(shadow.color.alpha));
}

// Never as text: a reader of the PDF would find each word twice.
void ShadowPainter::draw(cairo_t* context, const GlyphShadow& shadow, double alpha) {
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
          {{area.x + shadow.origin.x, area.y + shadow.origin.y,
            cairo_image_surface_get_width(blurred) / scale,
            cairo_image_surface_get_height(blurred) / scale}},
          alpha * static_cast<double>(shadow.color.alpha));
}

}  // namespace ghreveal::paint
