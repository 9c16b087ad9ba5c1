#include "layout/block/list.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "layout/inline/bidi.h"
#include "layout/inline/font_extent.h"
#include "layout/inline/inline_shaping.h"
#include "layout/sizing/layout_unit.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;

constexpr Px kBulletPadding = 7;  // between bullet and text; what browsers use

// Of the marker's own font, in whole px as browsers compute it.
struct BulletMetrics {
    Px offset = 0;  // two thirds of the ascent
    Px size = 0;    // width and height
    Px top = 0;     // below the top of the font's ascent
};

BulletMetrics bullet_metrics(const text::FontMetrics& font) {
    const Px offset = std::floor(font.ascent * 2 / 3);
    return {offset, std::floor((offset + 1) / 2), std::floor(3 * (font.ascent - offset) / 2)};
}

BulletShape shape_of(const style::TextStyle& style) {
    using Shape = std::pair<std::string_view, BulletShape>;
    static constexpr std::array<Shape, 4> kShapes{
        Shape{"circle", BulletShape::kCircle},
        {"square", BulletShape::kSquare},
        {"disclosure-open", BulletShape::kPointsDown},
        {"disclosure-closed", BulletShape::kPointsRight},
    };
    for (const auto& [name, shape] : kShapes) {
        if (style.list_style_type == name) {
            return shape;
        }
    }
    return BulletShape::kDisc;
}

bool is_triangle(const Box& marker) {
    return marker.is_bullet && marker.style->text().list_style_type.starts_with("disclosure-");
}

// In em, as browsers draw the triangles of <summary>: in a square that stands on the baseline.
constexpr double kTriangleSquare = 0.66;
constexpr double kTriangleGap = 0.4;

Rect triangle_square(const Box& marker, const text::FontMetrics& metrics) {
    const Px size = marker.style->text().font.size * kTriangleSquare;
    return {0, metrics.ascent - size, size, size};
}

const text::FontMetrics& metrics_of(const Box& marker, LayoutContext& context) {
    return context.shaper.fonts().metrics(marker.style->text().font);
}

// The bullet in a box that begins at (0, 0), its baseline at the font's ascent.
Fragment bullet_fragment(const Box& marker, LayoutContext& context) {
    const BulletMetrics bullet = bullet_metrics(metrics_of(marker, context));
    Fragment fragment;
    fragment.kind = FragmentKind::kBullet;
    fragment.source = marker.source;
    fragment.bullet = shape_of(marker.style->text());
    fragment.border_box = is_triangle(marker) ? triangle_square(marker, metrics_of(marker, context))
                                              : Rect{1, bullet.top, bullet.size, bullet.size};
    return fragment;
}

Fragment text_fragment(const Box& marker, LayoutContext& context) {
    const style::TextStyle& style = marker.style->text();
    const text::FontMetrics& metrics = metrics_of(marker, context);
    Fragment fragment;
    fragment.kind = FragmentKind::kText;
    fragment.source = marker.source;
    Px x = 0;
    for (const text::GlyphRunPtr& run : text::visual_runs(
             marker.text, style.font, shape_options(style), direction_of(style), context.shaper)) {
        fragment.runs.push_back({run, x});
        x += run->width;
    }
    fragment.border_box = {0, 0, ceiled_to_unit(x), metrics.ascent + metrics.descent};
    fragment.baseline = metrics.ascent;
    return fragment;
}

Size picture_size(const Box& marker, LayoutContext& context) {
    const Size natural = marker.replaced.natural;
    if (natural.width > 0 && natural.height > 0) {
        return natural;
    }
    const Px side = metrics_of(marker, context).ascent / 2;
    return {side, side};
}

Fragment picture_fragment(const Box& marker, LayoutContext& context) {
    const Size size = picture_size(marker, context);
    const text::FontMetrics& metrics = metrics_of(marker, context);
    Fragment fragment;
    fragment.kind = FragmentKind::kReplaced;
    fragment.source = marker.source;
    fragment.image = marker.replaced.image;
    fragment.border_box = {0, metrics.ascent - size.height, size.width, size.height};
    fragment.image_rect = fragment.border_box;
    return fragment;
}

Fragment content_fragment(const Box& marker, LayoutContext& context) {
    if (marker.replaced.image) {
        return picture_fragment(marker, context);
    }
    return marker.is_bullet ? bullet_fragment(marker, context) : text_fragment(marker, context);
}

// Between the marker's outer side and the first line.
Px outside_offset(const Box& marker, const Fragment& content, LayoutContext& context) {
    if (is_triangle(marker)) {
        return marker.style->text().font.size * (kTriangleSquare + kTriangleGap);
    }
    if (marker.is_bullet) {
        // In a box that has 1 px more on its left.
        const bool rtl = is_right_to_left(marker.style->text());
        return bullet_metrics(metrics_of(marker, context)).offset + kBulletPadding - (rtl ? 0 : 1);
    }
    return content.border_box.width + (marker.replaced.image ? kBulletPadding : 0);
}

}  // namespace

const Box* outside_marker(const Box& item) {
    const auto found = std::find_if(item.children.begin(), item.children.end(),
                                    [](const Box& child) { return child.is_outside_marker(); });
    return found == item.children.end() ? nullptr : &*found;
}

Fragment marker_fragment(const Box& marker, const FirstLine& line, LayoutContext& context) {
    Fragment fragment = content_fragment(marker, context);
    const Px offset = outside_offset(marker, fragment, context);
    const Px x = is_right_to_left(marker.style->text())
                     ? line.room.right + offset - fragment.border_box.width
                     : line.room.left - offset;
    move_to(fragment,
            {x, fragment.border_box.y + line.baseline - metrics_of(marker, context).ascent});
    return fragment;
}

Px ascent_of_line(const Box& marker, LayoutContext& context) {
    const Px of_text = strut(marker.style->text(), context).ascent;
    return marker.replaced.image ? std::max(of_text, picture_size(marker, context).height)
                                 : of_text;
}

BoxLayout lay_out_inside_marker(const Box& marker, LayoutContext& context) {
    Fragment content = content_fragment(marker, context);
    const text::FontMetrics& metrics = metrics_of(marker, context);
    BoxLayout result;
    result.fragment.source = marker.source;
    result.fragment.border_box = {0, 0, content.border_box.width, metrics.ascent + metrics.descent};
    if (marker.is_bullet) {
        // What browsers leave: as if a bullet had 1 px on both sides, and 1 em after it, but for
        // the px at its beginning.
        const Px size = marker.style->text().font.size;
        const Px after = is_triangle(marker) ? size * kTriangleGap : 1 + size;
        result.fragment.border_box.width += after;
        move_to(content,
                {is_right_to_left(marker.style->text()) ? after : 0, content.border_box.y});
    }
    Px baseline = metrics.ascent;
    if (marker.replaced.image) {
        baseline = content.border_box.height;  // it stands on the line
        result.fragment.border_box.width += kBulletPadding;
        result.fragment.border_box.height = baseline;
        move_to(content, {content.border_box.x, 0});
    }
    result.first_baseline = baseline;
    result.last_baseline = baseline;
    result.fragment.children.push_back(std::move(content));
    return result;
}

}  // namespace ghreveal::layout
