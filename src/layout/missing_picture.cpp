#include "layout/missing_picture.h"

#include "layout/inline/font_extent.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

namespace {

using boxes::Box;
using boxes::Fallback;

Px width_of(std::string_view text, const text::FontSpec& font, LayoutContext& context) {
    Px width = 0;
    for (const text::GlyphRunPtr& run : context.shaper.shape(text, font, {})) {
        width += run->width;
    }
    return width;
}

}  // namespace

bool takes_size_of_fallback(const Box& box) {
    const style::BoxStyle& style = box.style->box();
    if (box.replaced.fallback == Fallback::kNone || style.display != style::Display::kInline) {
        return false;
    }
    return box.replaced.fallback == Fallback::kText || style.width.is_auto() ||
           style.height.is_auto();
}

Size natural_fallback_size(const Box& box, LayoutContext& context) {
    if (box.replaced.fallback == Fallback::kMark) {
        return {kBrokenPictureMark, kBrokenPictureMark};
    }
    if (box.replaced.fallback != Fallback::kText) {
        return {};
    }
    const style::TextStyle& text = box.style->text();
    return {kBrokenPictureMark + width_of(box.replaced.label, text.font, context),
            used_line_height(text, context.shaper.fonts().metrics(text.font))};
}

int alternative_text_lines(const Box& box, Px width, LayoutContext& context) {
    const text::FontSpec& font = box.style->text().font;
    const Px space = width_of(" ", font, context);
    int lines = 1;
    Px used = 0;
    std::string_view rest = box.replaced.label;
    while (!rest.empty()) {
        const std::string_view word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
        const Px word_width = width_of(word, font, context);
        if (used > 0 && used + space + word_width > width) {
            ++lines;
            used = 0;
        }
        used += (used > 0 ? space : 0) + word_width;
    }
    return lines;
}

bool fallback_fills_its_container(const Box& box) {
    const style::BoxStyle& style = box.style->box();
    return box.replaced.fallback != Fallback::kNone && style.display == style::Display::kBlock &&
           style.width.is_auto() && !box.is_out_of_flow();
}

}  // namespace ghreveal::layout
