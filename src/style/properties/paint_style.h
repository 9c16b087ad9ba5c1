// What is drawn of an element's own box: not inherited; no box moves when it changes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "css/blend_mode.h"
#include "css/effect_values.h"
#include "css/values.h"
#include "style/properties/border_style.h"
#include "style/properties/values/svg_values.h"

namespace ghreveal::style {

enum DecorationLine : std::uint8_t { kNoLine = 0, kUnderline = 1, kOverline = 2, kLineThrough = 4 };
enum class DecorationStyle : std::uint8_t { kSolid, kDouble, kDotted, kDashed, kWavy };

// What a transform does to directions in space, row by row; translations and perspective apart.
using SpaceTurn = std::array<double, 9>;

struct PaintStyle {
    Color background_color = kTransparent;
    bool background_color_is_current = false;  // currentcolor: what inherits it has its own
    std::vector<css::BackgroundLayer> background_layers;  // first is on top
    css::BoxArea background_color_clip = css::BoxArea::kBorderBox;
    css::Sides<Color> border_color;
    css::CornerRadius radius_top_left, radius_top_right, radius_bottom_right, radius_bottom_left;
    Px outline_width = 0;
    BorderStyle outline_style = BorderStyle::kNone;
    Color outline_color;
    Px outline_offset = 0;
    std::vector<css::Shadow> box_shadow;
    float opacity = 1;
    BlendMode blend_mode = BlendMode::kNormal;
    // The properties `translate`, `rotate` and `scale` come before `transform` (CSS Transforms 2
    // §3).
    std::optional<css::TransformFunction> translate, rotate, scale;
    std::vector<css::TransformFunction> transform;
    std::optional<SpaceTurn> turn;     // of `transform`, where that leaves the plane
    std::optional<SpaceTurn> rotated;  // the same of `rotate`
    bool keeps_space = false;          // transform-style: preserve-3d
    bool hides_back = false;           // backface-visibility: hidden
    css::LengthPercentage transform_origin_x{0, 50};
    css::LengthPercentage transform_origin_y{0, 50};
    std::optional<int> z_index;  // nothing: auto
    std::uint8_t decoration_lines = kNoLine;
    DecorationStyle decoration_style = DecorationStyle::kSolid;
    Color decoration_color;  // currentColor already resolved
    // Nothing: auto. Percentages of 1em.
    std::optional<css::LengthPercentage> decoration_thickness;
    css::Shared<css::BasicShape> clip_path;  // null: none
    css::Shared<css::BasicShape> clip;       // of absolutely positioned boxes; null: auto
    std::vector<css::FilterFunction> filter;
    std::vector<css::FilterFunction> backdrop_filter;
    std::vector<css::MaskLayer> mask;
    css::Shared<css::BorderImage> border_image;  // null: none
    bool is_isolated = false;                    // isolation, will-change
    Px overflow_clip_margin = 0;                 // how far from the area
    css::BoxArea overflow_clip_area = css::BoxArea::kPaddingBox;
    css::BoxArea transform_box = css::BoxArea::kBorderBox;
    Px column_rule_width = 3;  // medium
    BorderStyle column_rule_style = BorderStyle::kNone;
    std::optional<Color> column_rule_color;  // nothing: currentColor
    std::vector<css::Animation> animations;
    SvgValues svg;  // those that are not inherited: stop-color, clip-path …
    bool has_transform() const { return translate || rotate || scale || !transform.empty(); }
    bool operator==(const PaintStyle&) const = default;
};

}  // namespace ghreveal::style
