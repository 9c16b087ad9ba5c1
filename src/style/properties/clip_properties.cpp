// clip-path's basic shapes and `clip` (CSS Masking 1 §5, §7.1).
#include "style/properties/effects/path_outline.h"
#include "style/properties/paint_style.h"
#include "style/properties/properties.h"

namespace ghreveal::style {

namespace {

using css::BasicShape;
using css::LengthPercentage;

using ShapePtr = std::shared_ptr<const BasicShape>;

// `round` and the corners that are behind it, or nothing.
bool read_corners(ValueReader& reader, BasicShape& shape) {
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

bool read_inset(ValueReader& reader, BasicShape& shape) {
    css::Sides<LengthPercentage> edges;
    const auto read_length = [](ValueReader& each) { return each.read_length_percentage(); };
    if (!read_sides(reader, edges, read_length)) {
        return false;
    }
    shape.edges = {edges.top, edges.right, edges.bottom, edges.left};
    return read_corners(reader, shape);
}

// What is left of a side of the box behind `a` and `b`.
LengthPercentage rest_behind(const LengthPercentage& a, const LengthPercentage& b = {}) {
    return {-a.px - b.px, 100 - a.percent - b.percent};
}

// Four edges, all from the top or from the left (CSS Shapes 1 §3.1).
bool read_rect(ValueReader& reader, BasicShape& shape) {
    const auto read_edge = [&reader](const LengthPercentage& whole) {
        return reader.read_ident("auto") ? std::optional(whole) : reader.read_length_percentage();
    };
    const LengthPercentage start;
    const LengthPercentage end{0, 100};
    const auto top = read_edge(start);
    const auto right = read_edge(end);
    const auto bottom = read_edge(end);
    const auto left = read_edge(start);
    if (!top || !right || !bottom || !left) {
        return false;
    }
    shape.edges = {*top, rest_behind(*right), rest_behind(*bottom), *left};
    return read_corners(reader, shape);
}

// Its left top corner and its size (CSS Shapes 1 §3.1).
bool read_xywh(ValueReader& reader, BasicShape& shape) {
    const auto x = reader.read_length_percentage();
    const auto y = reader.read_length_percentage();
    const auto width = reader.read_non_negative_length_percentage();
    const auto height = reader.read_non_negative_length_percentage();
    if (!x || !y || !width || !height) {
        return false;
    }
    shape.edges = {*y, rest_behind(*x, *width), rest_behind(*y, *height), *x};
    return read_corners(reader, shape);
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

bool read_fill_rule(ValueReader& reader, BasicShape& shape) {
    shape.kind = BasicShape::Kind::kPolygon;
    shape.is_even_odd = reader.read_ident("evenodd");
    return !(shape.is_even_odd || reader.read_ident("nonzero")) || reader.read_comma();
}

bool read_path(ValueReader& reader, BasicShape& shape) {
    const auto data = read_fill_rule(reader, shape) ? reader.read_string() : std::nullopt;
    const auto outline = data ? path_outline(*data) : std::nullopt;
    if (!outline) {
        return false;
    }
    for (const Point point : *outline) {
        shape.vertices.push_back({{point.x}, {point.y}});
    }
    return true;
}

bool read_polygon(ValueReader& reader, BasicShape& shape) {
    if (!read_fill_rule(reader, shape)) {
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
    } else if (name == "rect") {
        is_read = read_rect(arguments, shape);
    } else if (name == "xywh") {
        is_read = read_xywh(arguments, shape);
    } else if (name == "circle" || name == "ellipse") {
        shape.kind = name == "circle" ? BasicShape::Kind::kCircle : BasicShape::Kind::kEllipse;
        is_read = read_round(arguments, shape);
    } else if (name == "polygon") {
        is_read = read_polygon(arguments, shape);
    } else if (name == "path") {
        is_read = read_path(arguments, shape);
    }
    return is_read && arguments.at_end() ? std::optional(std::move(shape)) : std::nullopt;
}

// The boxes that SVG's elements have are, for others, some of CSS's (CSS Masking 1 §5.1).
std::optional<css::BoxArea> read_geometry_box(ValueReader& reader) {
    static constexpr Keyword<css::BoxArea> kBoxes[]{
        {"border-box", css::BoxArea::kBorderBox},   {"stroke-box", css::BoxArea::kBorderBox},
        {"view-box", css::BoxArea::kBorderBox},     {"padding-box", css::BoxArea::kPaddingBox},
        {"content-box", css::BoxArea::kContentBox}, {"fill-box", css::BoxArea::kContentBox}};
    return read_keyword(reader, kBoxes);
}

// shape || box; a box alone is cut out itself.
std::optional<BasicShape> read_shape_in_box(ValueReader& reader) {
    auto area = read_geometry_box(reader);
    std::optional<BasicShape> shape;
    if (!reader.at_end() && !(shape = read_shape(reader))) {
        return std::nullopt;
    }
    area = area || reader.at_end() ? area : read_geometry_box(reader);
    if (!shape && area) {
        shape.emplace();
        shape->kind = BasicShape::Kind::kRect;  // all its edges are the box's
    }
    if (shape) {
        shape->area = area.value_or(css::BoxArea::kBorderBox);
    }
    return shape;
}

bool read_clip_path(StyleBuilder& style, ValueReader& reader) {
    ShapePtr clip;
    if (!reader.read_ident("none")) {
        auto shape = read_shape_in_box(reader);
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

// box || length
bool read_overflow_clip_margin(StyleBuilder& style, ValueReader& reader) {
    static constexpr Keyword<css::BoxArea> kAreas[]{{"content-box", css::BoxArea::kContentBox},
                                                    {"padding-box", css::BoxArea::kPaddingBox},
                                                    {"border-box", css::BoxArea::kBorderBox}};
    auto area = read_keyword(reader, kAreas);
    const bool has_length = !reader.at_end() && reader.peek().is(css::TokenType::kDimension);
    const auto margin = has_length ? reader.read_length() : std::nullopt;
    area = area || reader.at_end() ? area : read_keyword(reader, kAreas);
    style.paint.edit().overflow_clip_area = area.value_or(css::BoxArea::kPaddingBox);
    style.paint.edit().overflow_clip_margin = margin.value_or(0);
    return area || margin;
}

constexpr Property kProperties[]{
    {"clip-path", false, Phase::kRest, read_clip_path,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.paint.edit().clip_path = from.paint().clip_path;
     }},
    {"overflow-clip-margin", false, Phase::kRest, read_overflow_clip_margin,
     [](StyleBuilder& style, const ComputedStyle& from) {
         style.paint.edit().overflow_clip_area = from.paint().overflow_clip_area;
         style.paint.edit().overflow_clip_margin = from.paint().overflow_clip_margin;
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
