// Lines of text on sheets: captions, heads, feet, contents.
#pragma once

#include <string>

#include "paint/text/text_line.h"

namespace ghreveal::exporter {

inline constexpr Color kSheetInk{51, 51, 51, 1};
inline constexpr Color kSheetFrame{153, 153, 153, 1};
inline constexpr Color kSheetPaper{255, 255, 255, 1};

// Open Sans in this size, px.
text::FontSpec sheet_font(Px size, int weight = 400);

// The text, cut with an ellipsis where it is wider than `width` px.
paint::TextLine fitting_line(std::string text, const text::FontSpec&, Px width, text::Shaper&);

enum class Align : std::uint8_t { kLeft, kCentre, kRight };

struct SheetText {
    std::string text;
    text::FontSpec font;
    Align align = Align::kLeft;
    paint::Content content{};
};

// The line in the rectangle, halfway up. Wider text is cut.
void draw_text_in(const Rect&, const SheetText&, text::Shaper&, paint::DisplayList& out);

}  // namespace ghreveal::exporter
