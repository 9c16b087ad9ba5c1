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
    SvgValues svg;                                          // fill, stroke …
    bool operator==(const InkStyle&) const = default;
};

}  // namespace ghreveal::style
