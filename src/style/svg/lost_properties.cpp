#include "style/svg/lost_properties.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "style/svg/svg_transform.h"
#include "support/rules.h"

namespace ghreveal::style {

namespace {

// Those of its own `style` are passed on as they are written, and drawn.
bool is_passed_on(const dom::Node& node, std::string_view property) {
    const std::string* declared = node.attribute("style");
    return (property == "filter" || property == "mix-blend-mode") && declared != nullptr &&
           declared->find(property) != std::string::npos;
}

bool has_picture(const css::MaskLayer& layer) {
    const std::string& url = layer.image.image_url;
    return layer.image.gradient != nullptr || (!url.empty() && !url.starts_with('#'));
}

// The size of the outermost <svg> does not decide whether a transform can be told.
constexpr Size kAnySize{1, 1};

std::vector<std::string_view> lost_properties(const dom::Node& node, const ComputedStyle& style) {
    const PaintStyle& paint = style.paint();
    std::vector<std::string_view> lost;
    const auto add = [&](std::string_view property, bool is_lost) {
        if (is_lost && !is_passed_on(node, property)) {
            lost.push_back(property);
        }
    };
    add("clip-path", static_cast<bool>(paint.clip_path.value));
    add("filter", !paint.filter.empty());
    add("mask", std::any_of(paint.mask.begin(), paint.mask.end(), has_picture));
    add("mix-blend-mode", paint.blend_mode != BlendMode::kNormal);
    add("outline", paint.outline_style != BorderStyle::kNone && paint.outline_width > 0);
    add("text-shadow", node.name == "text" && !style.ink().text_shadow.empty());
    add("transform-box", paint.has_transform() && !svg_transform(node, paint, kAnySize));
    return lost;
}

}  // namespace

void report_lost_properties(const dom::Node& svg, const SlideStyles& styles,
                            const std::string& file, Diagnostics& diagnostics) {
    dom::for_each(svg, [&](const dom::Node& node) {
        if (&node == &svg || !node.is_element() || !node.is_foreign || !styles.has(node)) {
            return;
        }
        for (const std::string_view property : lost_properties(node, styles.of(node))) {
            diagnostics.report(
                {Rule::kCssUnsupported, dom::position_of(node, file),
                 fmt::format("'{}' of <{}> in a drawing has no effect", property, node.name),
                 property == "transform-box" ? "write the transform as SVG's attribute"
                                             : "it looks as if it were not there",
                 fmt::format("drawing\n{}", property)});
        }
    });
}

}  // namespace ghreveal::style
