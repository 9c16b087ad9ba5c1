// Background colours and layers (CSS Backgrounds 3 §3).
#include <algorithm>
#include <limits>
#include <utility>

#include "paint/boxes/box_decorations.h"
#include "paint/rounded_rect.h"
#include "style/properties/paint_style.h"
#include "support/limits.h"

namespace ghreveal::paint {

namespace {

using css::BackgroundLayer;
using css::BackgroundSize;

RoundedRect area_of(css::BoxArea area, const DecoratedBox& box) {
    switch (area) {
        case css::BoxArea::kPaddingBox:
            return box.padding_box();
        case css::BoxArea::kContentBox:
            return box.content_box();
        case css::BoxArea::kBorderBox:
        case css::BoxArea::kText:
            break;
    }
    return box.border_box;
}

// What a layer's picture says of its own size; a gradient says nothing.
struct NaturalSize {
    Size size;
    double ratio = 0;
};

// CSS Images 3 §4.3.1: the largest size inside (contain), or the smallest around (cover).
Size fitted(double ratio, Size area, bool cover) {
    if (ratio <= 0) {
        return area;
    }
    const bool wider = ratio * area.height >= area.width;
    return wider == cover ? Size{area.height * ratio, area.height}
                          : Size{area.width, area.width / ratio};
}

// §3.9: one `auto` follows the other by the ratio, both give the natural size.
Size tile_size(const BackgroundSize& wanted, const NaturalSize& natural, Size area) {
    if (wanted.keyword != BackgroundSize::Keyword::kLengths) {
        return fitted(natural.ratio, area, wanted.keyword == BackgroundSize::Keyword::kCover);
    }
    const auto given = [](const css::SizeValue& value, Px basis) {
        return value.length ? std::max(0.0, value.length->resolve(basis)) : -1.0;
    };
    Px width = given(wanted.width, area.width);
    Px height = given(wanted.height, area.height);
    if (width < 0 && height < 0) {
        if (natural.size.width > 0 && natural.size.height > 0) {
            return natural.size;
        }
        return fitted(natural.ratio, area, false);
    }
    if (width < 0) {
        width = natural.ratio > 0 ? height * natural.ratio
                                  : (natural.size.width > 0 ? natural.size.width : area.width);
    }
    if (height < 0) {
        height = natural.ratio > 0 ? width / natural.ratio
                                   : (natural.size.height > 0 ? natural.size.height : area.height);
    }
    return {width, height};
}

// How many copies of this length come nearest to filling the area.
double rounded_count(Px area_length, Px tile) {
    return std::max(1.0, std::round(area_length / tile));
}

// §3.9: where copies are made to fit one way, the other way follows by the ratio if it is `auto`.
Size with_ratio_kept(const BackgroundLayer& layer, Size size, Size area, double ratio) {
    const auto is_auto = [&](const css::SizeValue& value) {
        return layer.size.keyword == BackgroundSize::Keyword::kLengths && !value.length;
    };
    if (ratio <= 0) {
        return size;
    }
    if (layer.repeat_x == css::Repeat::kRound && is_auto(layer.size.height)) {
        size.height = area.width / rounded_count(area.width, size.width) / ratio;
    } else if (layer.repeat_y == css::Repeat::kRound && is_auto(layer.size.width)) {
        size.width = area.height / rounded_count(area.height, size.height) * ratio;
    }
    return size;
}

// Along one axis: where a copy begins, its length, the distance to the next (0: only one).
struct Tiling {
    Px start = 0;
    Px length = 0;
    Px step = 0;
};

// The positioning area along one axis.
struct PositioningArea {
    Px start = 0;
    Px length = 0;
};

// §3.4 `background-repeat`.
Tiling tiling(css::Repeat repeat, const PositioningArea& area, Px tile,
              const css::LengthPercentage& position) {
    const Px start = area.start + position.resolve(area.length - tile);
    switch (repeat) {
        case css::Repeat::kRepeat:
            return {start, tile, tile};
        case css::Repeat::kNoRepeat:
            return {start, tile, 0};
        case css::Repeat::kSpace: {
            const double count = std::floor(area.length / tile);
            if (count < 2) {
                return {start, tile, 0};
            }
            return {area.start, tile, tile + (area.length - count * tile) / (count - 1)};
        }
        case css::Repeat::kRound: {
            const double count = rounded_count(area.length, tile);
            const Px length = area.length / count;
            return {area.start + position.resolve(area.length - length), length, length};
        }
    }
    return {start, tile, 0};
}

// The stretch of the axis that copies cover, and the first copy at or before its start.
std::pair<Px, Px> covered(const Tiling& tiling, Px start, Px end) {
    return tiling.step > 0 ? std::pair{start, end}
                           : std::pair{std::max(start, tiling.start),
                                       std::min(end, tiling.start + tiling.length)};
}

Px first_copy(const Tiling& tiling, Px start) {
    return tiling.step > 0
               ? tiling.start + std::floor((start - tiling.start) / tiling.step) * tiling.step
               : tiling.start;
}

struct PlacedLayer {
    Tiling x, y;
    RoundedRect clip;  // the painting area
    Rect covered;      // of it, what copies reach
    bool shows_pixels = false;
};

void paint_gradient_tiles(const PlacedLayer& layer,
                          const std::shared_ptr<const css::Gradient>& gradient, DisplayList& out) {
    const auto count = [](const Tiling& axis, Px length) {
        return axis.step > 0 ? length / axis.step : 1;
    };
    if (count(layer.x, layer.covered.width) * count(layer.y, layer.covered.height) >
        FixedLimits::gradient_tiles) {
        return;
    }
    const bool clipped = !layer.clip.is_rectangle();
    if (clipped) {
        out.push_back(PushClip{layer.clip});
    }
    for (Px y = first_copy(layer.y, layer.covered.y); y < layer.covered.bottom();
         y += layer.y.step) {
        for (Px x = first_copy(layer.x, layer.covered.x); x < layer.covered.right();
             x += layer.x.step) {
            const Rect box{x, y, layer.x.length, layer.y.length};
            const Rect visible = intersection(box, layer.covered);
            if (!visible.empty()) {
                out.push_back(FillGradient{{visible, {}, {}, {}, {}}, box, gradient});
            }
            if (layer.x.step <= 0) {
                break;
            }
        }
        if (layer.y.step <= 0) {
            break;
        }
    }
    if (clipped) {
        out.push_back(Pop{});
    }
}

void paint_image_tiles(const PlacedLayer& layer, const media::ImagePtr& image, DisplayList& out) {
    const Rect tile{layer.x.start, layer.y.start, layer.x.length, layer.y.length};
    if (layer.x.step > 0 || layer.y.step > 0) {
        const bool clipped = !layer.clip.is_rectangle();
        if (clipped) {
            out.push_back(PushClip{layer.clip});
        }
        const auto step = [](const Tiling& axis) {
            return axis.step > 0 ? axis.step : std::max(axis.length, 1.0);
        };
        out.push_back(TileImage{image,
                                {layer.covered, {}, {}, {}, {}},
                                tile,
                                {step(layer.x), step(layer.y)},
                                {},
                                layer.shows_pixels});
        if (clipped) {
            out.push_back(Pop{});
        }
        return;
    }
    const bool clipped = !layer.clip.is_rectangle() || !contains(layer.clip.rect, tile);
    if (clipped) {
        out.push_back(PushClip{layer.clip});
    }
    DrawImage picture{image, tile};
    picture.shows_pixels = layer.shows_pixels;
    out.push_back(std::move(picture));
    if (clipped) {
        out.push_back(Pop{});
    }
}

}  // namespace

void paint_image_layer(const BackgroundLayer& layer, const DecoratedBox& box, PaintContext& context,
                       DisplayList& out) {
    media::ImagePtr image;
    NaturalSize natural;
    if (!layer.gradient) {
        image = layer.image_url.empty() ? nullptr : context.images.load(layer.image_url, {});
        if (!image) {
            return;
        }
        natural = {image->intrinsic_size(), image->intrinsic_ratio()};
    }
    const Rect area = area_of(layer.origin, box).rect;
    Size size = tile_size(layer.size, natural, area.size());
    if (size.width <= 0 || size.height <= 0) {
        return;
    }
    size = with_ratio_kept(layer, size, area.size(), natural.ratio);
    PlacedLayer placed;
    placed.shows_pixels = box.shows_pixels;
    placed.x = tiling(layer.repeat_x, {area.x, area.width}, size.width, layer.position_x);
    placed.y = tiling(layer.repeat_y, {area.y, area.height}, size.height, layer.position_y);
    placed.clip = area_of(layer.clip, box);
    const Rect& clip = placed.clip.rect;
    const auto [left, right] = covered(placed.x, clip.x, clip.right());
    const auto [top, bottom] = covered(placed.y, clip.y, clip.bottom());
    placed.covered = {left, top, right - left, bottom - top};
    if (placed.covered.empty()) {
        return;
    }
    if (layer.gradient) {
        paint_gradient_tiles(placed, layer.gradient, out);
    } else {
        paint_image_tiles(placed, image, out);
    }
}

bool clips_to_text(const style::PaintStyle& paint) {
    return paint.background_color_clip == css::BoxArea::kText ||
           std::any_of(
               paint.background_layers.begin(), paint.background_layers.end(),
               [](const BackgroundLayer& layer) { return layer.clip == css::BoxArea::kText; });
}

void paint_background(const DecoratedBox& box, const style::PaintStyle& paint,
                      PaintContext& context, DisplayList& out) {
    const auto paint_clipped = [&](css::BoxArea clip, auto&& paint_inside) {
        if (clip != css::BoxArea::kText) {
            paint_inside();
        } else if (!box.text.empty()) {
            out.push_back(PushGlyphClip{box.text});
            paint_inside();
            out.push_back(Pop{});
        }
    };
    if (paint.background_color.alpha > 0) {
        paint_clipped(paint.background_color_clip, [&] {
            const RoundedRect area = area_of(paint.background_color_clip, box);
            if (!area.rect.empty()) {
                out.push_back(FillRect{area, paint.background_color});
            }
        });
    }
    for (auto layer = paint.background_layers.rbegin(); layer != paint.background_layers.rend();
         ++layer) {
        if (layer->gradient || !layer->image_url.empty()) {
            paint_clipped(layer->clip, [&] { paint_image_layer(*layer, box, context, out); });
        }
    }
}

}  // namespace ghreveal::paint
