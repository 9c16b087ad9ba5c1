#include "style/svg/svg_transform.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

#include "style/transform_matrix.h"
#include "support/ascii.h"

namespace ghreveal::style {

namespace {

std::string matrix(const Transform& t) {
    return fmt::format("matrix({},{},{},{},{},{})", t.a, t.b, t.c, t.d, t.e, t.f);
}

// A number of user units; nothing for other units.
std::optional<double> number_in(std::string_view text) {
    text = ascii::trimmed(text);
    double number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    return failure == std::errc{} && (unit.empty() || unit == "px") ? std::optional(number)
                                                                    : std::nullopt;
}

std::optional<double> number_of(const dom::Node& node, std::string_view name, double otherwise) {
    const std::string* value = node.attribute(name);
    return value == nullptr ? std::optional(otherwise) : number_in(*value);
}

// "min-x min-y width height" of the nearest viewport, or its size: the view box of its content.
std::optional<Rect> view_box(const dom::Node& node, Size outermost) {
    const dom::Node* viewport = node.parent;
    while (viewport != nullptr && viewport->name != "svg") {
        viewport = viewport->parent;
    }
    if (viewport == nullptr) {
        return std::nullopt;
    }
    if (const std::string* written = viewport->attribute("viewBox")) {
        std::string blanks = *written;
        std::replace(blanks.begin(), blanks.end(), ',', ' ');
        std::vector<double> numbers;
        for (const std::string_view word : ascii::words(blanks)) {
            numbers.push_back(number_in(word).value_or(std::nan("")));
        }
        const bool is_valid = numbers.size() == 4 && std::none_of(numbers.begin(), numbers.end(),
                                                                  [](double n) { return n != n; });
        // Its origin is that of the user units, whatever the first two numbers (§6).
        return is_valid ? std::optional(Rect{0, 0, numbers[2], numbers[3]}) : std::nullopt;
    }
    const bool is_outermost = viewport->parent == nullptr || !viewport->parent->is_foreign;
    const auto width = number_of(*viewport, "width", std::nan(""));
    const auto height = number_of(*viewport, "height", std::nan(""));
    return is_outermost ? std::optional(Rect{0, 0, outermost.width, outermost.height})
           : width && height && !std::isnan(*width) && !std::isnan(*height)
               ? std::optional(Rect{0, 0, *width, *height})
               : std::nullopt;
}

// Of the shapes whose attributes tell them.
std::optional<Rect> fill_box(const dom::Node& node) {
    const auto rect = [&](const char* x, const char* y, const char* width,
                          const char* height) -> std::optional<Rect> {
        const auto left = number_of(node, x, 0);
        const auto top = number_of(node, y, 0);
        const auto w = number_of(node, width, 0);
        const auto h = number_of(node, height, 0);
        return left && top && w && h ? std::optional(Rect{*left, *top, *w, *h}) : std::nullopt;
    };
    if (node.name == "rect" || node.name == "image") {
        return rect("x", "y", "width", "height");
    }
    if (node.name == "circle" || node.name == "ellipse") {
        const auto radii =
            node.name == "circle" ? rect("cx", "cy", "r", "r") : rect("cx", "cy", "rx", "ry");
        return radii ? std::optional(Rect{radii->x - radii->width, radii->y - radii->height,
                                          2 * radii->width, 2 * radii->height})
                     : std::nullopt;
    }
    if (node.name == "line") {
        const auto ends = rect("x1", "y1", "x2", "y2");
        return ends ? std::optional(
                          Rect{std::min(ends->x, ends->width), std::min(ends->y, ends->height),
                               std::abs(ends->width - ends->x), std::abs(ends->height - ends->y)})
                    : std::nullopt;
    }
    return std::nullopt;
}

bool needs_size(const std::optional<css::TransformFunction>& function) {
    return function && function->kind == css::TransformFunction::Kind::kTranslate &&
           (function->x.has_percentage() || function->y.has_percentage());
}

// Whether the box that percentages are of, or the place of that box, matters.
bool needs_box(const PaintStyle& paint) {
    const bool is_of_box = paint.transform_box == css::BoxArea::kContentBox;
    const bool has_origin_in_view =
        paint.transform_origin_x.has_percentage() || paint.transform_origin_y.has_percentage();
    return is_of_box || has_origin_in_view || needs_size(paint.translate) ||
           std::any_of(paint.transform.begin(), paint.transform.end(),
                       [](const css::TransformFunction& function) { return needs_size(function); });
}

}  // namespace

std::optional<std::string> svg_transform(const dom::Node& node, const PaintStyle& paint,
                                         Size size) {
    Rect box;
    if (needs_box(paint)) {
        const auto known = paint.transform_box == css::BoxArea::kContentBox ? fill_box(node)
                                                                            : view_box(node, size);
        if (!known) {
            return std::nullopt;
        }
        box = *known;
    }
    const Point origin{box.x + paint.transform_origin_x.resolve(box.width),
                       box.y + paint.transform_origin_y.resolve(box.height)};
    Transform before = Transform::translation(origin);
    for (const auto& function : {paint.translate, paint.rotate, paint.scale}) {
        before = function ? before * matrix_of(*function, box.size()) : before;
    }
    const Transform back = Transform::translation({-origin.x, -origin.y});
    const std::string* attribute = node.attribute("transform");
    if (paint.transform.empty() && attribute != nullptr) {
        return matrix(before) + " " + *attribute + " " + matrix(back);
    }
    for (const css::TransformFunction& function : paint.transform) {
        before = before * matrix_of(function, box.size());
    }
    return matrix(before * back);
}

}  // namespace ghreveal::style
