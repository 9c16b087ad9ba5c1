// The text of a page as it is seen: its size, its colour and what is behind it.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "check/rules/text/reading_order.h"
#include "paint/display_list.h"
#include "support/color.h"
#include "support/geometry.h"

namespace ghreveal::check {

struct ShownText {
    std::string text;
    Px size = 0;  // on the page
    int weight = 400;
    Color color;
    std::optional<Color> behind;
    PlacedText placed;
    bool is_set_off = false;  // by a shadow of its letters
    Px font_size = 0;         // as its style has it
};

using TextVisitor = std::function<void(const ShownText&)>;

// Visits each run of glyphs whose middle is on the page and not clipped, in the order of painting.
// `page`: px.
void for_each_shown_text(const paint::DisplayList&, const Size& page, const TextVisitor& visit);

// A colour seen through another, of this share.
Color over(Color top, double alpha, Color below);

}  // namespace ghreveal::check
