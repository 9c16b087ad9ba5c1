#include "layout/inline/font_extent.h"

#include "layout/sizing/layout_unit.h"
#include "style/properties/text_style.h"

namespace ghreveal::layout {

Px used_line_height(const style::TextStyle& style, const text::FontMetrics& metrics) {
    switch (style.line_height.kind) {
        case style::LineHeight::Kind::kNormal:
            return metrics.normal_line_height();
        case style::LineHeight::Kind::kNumber:
            return truncated_to_unit(rounded_to_unit(style.font.size) * style.line_height.value);
        case style::LineHeight::Kind::kLength:
            return rounded_to_unit(style.line_height.value);
    }
    return 0;
}

Extent with_leading(const text::FontMetrics& metrics, Px line_height) {
    // The upper half is floored so that baselines fall on whole px, as browsers do.
    const Px leading = line_height - metrics.ascent - metrics.descent;
    const Px above = std::floor(leading / 2);
    return {metrics.ascent + above, metrics.descent + leading - above};
}

Extent strut(const style::TextStyle& style, LayoutContext& context) {
    const text::FontMetrics& metrics = context.shaper.fonts().metrics(style.font);
    return with_leading(metrics, used_line_height(style, metrics));
}

}  // namespace ghreveal::layout
