#include <fmt/format.h>

#include "style/properties/box_style.h"
#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "style/properties/text_style.h"
#include "style/style_engine.h"

namespace ghreveal::style {

namespace {

std::string describe(const ComputedStyle& style) {
    const Color color = style.ink().color;
    std::string text = fmt::format("display={} size={:g} weight={} color=#{:02x}{:02x}{:02x}",
                                   static_cast<int>(style.box().display), style.text().font.size,
                                   style.text().font.weight, color.red, color.green, color.blue);
    if (style.ink().visibility != Visibility::kVisible) {
        text += " hidden";
    }
    if (style.paint().opacity < 1) {
        text += fmt::format(" opacity={:g}", style.paint().opacity);
    }
    return text;
}

void append(std::string& out, const dom::Node& element, const SlideStyles& styles,
            std::size_t depth) {
    if (!styles.has(element)) {
        return;
    }
    out += fmt::format("{:{}}{} {}\n", "", depth * 2, element.name, describe(styles.of(element)));
    for (const dom::Node* child = element.first_child; child != nullptr; child = child->next) {
        if (child->is_element()) {
            append(out, *child, styles, depth + 1);
        }
    }
}

}  // namespace

std::string dump(const deck::Slide& slide, const SlideStyles& styles) {
    std::string out;
    append(out, *slide.section, styles, 0);
    return out;
}

}  // namespace ghreveal::style
