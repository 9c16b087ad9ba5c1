// clip-path's basic shapes and `clip` (CSS Masking 1 §5, §7.1).
#include "style/properties/paint_style.h"
#include "style/properties/properties.h"

namespace ghreveal::style {

namespace {

using css::BasicShape;
using css::LengthPercentage;

using ShapePtr = std::shared_ptr<const BasicShape>;

bool read_inset(ValueReader& reader, BasicShape& shape) {
    shape.kind = BasicShape::Kind::kInset;
    css::Sides<LengthPercentage> edges;
    const auto read_length = [](ValueReader& each) { return each.read_length_percentage(); };
    if (!read_sides(reader, edges, read_length)) {
        return false;
    }
    shape.edges = {edges.top, edges.right, edges.bottom, edges.left};
    if (!reader.read_ident("round")) {
        return true;
    }
    const auto read_radius = [](ValueReader& each) {
        return each.read_non_negative_length_percentage();
    };
    css::Sides<LengthPercentage> across;
    if (!read_sides(reader, across, read_radius)) {
        return false;
    }
    css::Sides<LengthPercentage> down = across;
    if (reader.read_slash() && !read_sides(reader, down, read_radius)) {
        return false;
    }
    shape.top_left = {across.top, down.top};
    shape.top_right = {across.right, down.right};
    shape.bottom_right = {across.bottom, down.bottom};
    shape.bottom_left = {across.left, down.left};
    return true;
}

std::optional<BasicShape::Radius> read_radius(ValueReader& reader) {
    using Kind = BasicShape::Radius::Kind;
    if (reader.read_ident("closest-side")) {
        return BasicShape::Radius{Kind::kClosestSide, {}};
    }
    if (reader.read_ident("farthest-side")) {
        return BasicShape::Radius{Kind::kFarthestSide, {}};
    }
    const auto length = reader.read_non_negative_length_percentage();
    return length ? std::optional(BasicShape::Radius{Kind::kLength, *length}) : std::nullopt;
}

bool read_round(ValueReader& reader, BasicShape& shape) {
    if (const auto first = read_radius(reader)) {
        shape.radius_x = *first;
        shape.radius_y = *first;
        if (shape.kind == BasicShape::Kind::kEllipse) {
            const auto second = read_radius(reader);
            if (!second) {
                return false;
            }
            shape.radius_y = *second;
        }
    }
    return !reader.read_ident("at") || read_position(reader, shape.center.x, shape.center.y);
}

bool read_polygon(ValueReader& reader, BasicShape& shape) {
    shape.kind = BasicShape::Kind::kPolygon;
    shape.is_even_odd = reader.read_ident("evenodd");
    if ((shape.is_even_odd || reader.read_ident("nonzero")) && !reader.read_comma()) {
        return false;
    }
    do {
        const auto x = reader.read_length_percentage();
        const auto y = reader.read_length_percentage();
        if (!x || !y) {
            return false;
        }
        shape.vertices.push_back({*x, *y});
    } while (reader.read_comma());
    return true;
}

std::optional<BasicShape> read_shape(ValueReader& reader) {
    const auto function = reader.read_any_function();
    if (!function) {
        return std::nullopt;
    }
    const auto& [name, tokens] = *function;
    ValueReader arguments(tokens, reader.units());
    BasicShape shape;
    bool is_read = false;
    if (name == "inset") {
        is_read = read_inset(arguments, shape);
    } else if (name == "circle" || name == "ellipse") {
        shape.kind = name == "circle" ? BasicShape::Kind::kCircle : BasicShape::Kind::kEllipse;
        is_read = read_round(arguments, shape);
    } else if (name == "polygon") {
        is_read = read_polygon(arguments, shape);
    }
    return is_read && arguments.at_end() ? std::optional(std::move(shape)) : std::nullopt;
}

bool read_clip_path(StyleBuilder& style, ValueReader& reader) {
    ShapePtr clip;
    if (!reader.read_ident("none")) {
        auto shape = read_shape(reader);
        if (!shape) {
            return false;
        }
        clip = std::make_shared<const BasicShape>(std::move(*shape));
    }
    style.paint.edit().clip_path = {clip};
    return true;
}

// `rect(top, right, bottom, left)`, with commas or without.
bool read_clip(StyleBuilder& style, ValueReader& reader) {
    ShapePtr clip;
    if (!reader.read_ident("auto")) {
        const auto tokens = reader.read_function("rect");
        if (!tokens) {
            return false;
        }
        ValueReader arguments(*tokens, reader.units());
        BasicShape shape;
        shape.kind = BasicShape::Kind::kRect;
        for (auto* edge :
             {&shape.edges.top, &shape.edges.right, &shape.edges.bottom, &shape.edges.left}) {
            if (!arguments.read_ident("auto")) {
                const auto length = arguments.read_length();
                if (!length) {
                    return false;
                }
                *edge = LengthPercentage{*length, 0};
            }
            if (edge != &shape.edges.left) {
                arguments.read_comma();
            }
        }
        if (!arguments.at_end()) {
            return false;
        }
        clip = std::make_shared<const BasicShape>(std::move(shape));
    }
    style.paint.edit().clip = {clip};
    return true;
}

constexpr Property kProperties[]{
    {"clip-path", false, Phase::kRest, read_clip_path,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.paint.edit().clip_path = from.paint().clip_path;
     }},
    {"clip", false, Phase::kRest, read_clip,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.paint.edit().clip = from.paint().clip;
     }},
};

}  // namespace

std::span<const Property> clip_properties() {
    return kProperties;
}

}  // namespace ghreveal::style
