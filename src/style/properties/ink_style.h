// How text and lines are drawn: inherited; no box moves when it changes.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "css/values.h"
#include "style/properties/values/svg_values.h"

namespace ghreveal::style {

enum class Visibility : std::uint8_t { kVisible, kHidden, kCollapse };

struct InkStyle {
    Color color = kBlack;
    Visibility visibility = Visibility::kVisible;
    std::vector<css::Shadow> text_shadow;
    Px text_stroke_width = 0;
    std::optional<Color> text_stroke_color;                 // nothing: currentcolor
    std::optional<css::LengthPercentage> underline_offset;  // nothing: auto
    bool is_underline_below = false;                        // text-underline-position: under
    bool skips_ink = true;                                  // text-decoration-skip-ink
    std::optional<Color> text_fill_color;                   // nothing: currentcolor
    bool hides_empty_cells = false;                         // empty-cells
    bool shows_pixels = false;                              // image-rendering
    SvgValues svg;                                          // fill, stroke …
    Color fill() const { return text_fill_color.value_or(color); }
    bool operator==(const InkStyle&) const = default;
};

}  // namespace ghreveal::style
