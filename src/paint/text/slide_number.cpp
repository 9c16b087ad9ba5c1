#include "paint/text/slide_number.h"

#include "paint/text/text_line.h"

namespace ghreveal::paint {

namespace {

constexpr Px kDistance = 8;  // from the page's edges
constexpr Px kPadding = 5;
constexpr Px kLineHeight = 12;
constexpr Px kDelimiterMargin = 3;
constexpr Color kBackground{0, 0, 0, 0.4F};

text::FontSpec number_font() {
    static const auto families = std::make_shared<const std::vector<std::string>>(
        std::vector<std::string>{"Helvetica", "sans-serif"});
    return {.families = families, .size = 12, .weight = 400, .slant = text::Slant::kUpright};
}

}  // namespace

void paint_slide_number(const deck::Slide& slide, Size page, PaintContext& context,
                        DisplayList& out) {
    const deck::SlideNumberText number = deck::slide_number_text(context.deck, slide);
    if (number.empty()) {
        return;
    }
    const text::FontSpec font = number_font();
    const TextLine first = text_line(number.first, font, context.shaper);
    const TextLine delimiter = text_line(number.delimiter, font, context.shaper);
    const TextLine second = text_line(number.second, font, context.shaper);
    const Px margin = delimiter.runs.empty() ? 0 : kDelimiterMargin;
    const Px width = first.width + margin + delimiter.width + margin + second.width;
    const Rect box{page.width - kDistance - width - 2 * kPadding,
                   page.height - kDistance - kLineHeight - 2 * kPadding, width + 2 * kPadding,
                   kLineHeight + 2 * kPadding};
    out.push_back(FillRect{{box, {}, {}, {}, {}}, kBackground});
    const text::FontMetrics& metrics = context.shaper.fonts().metrics(font);
    Point pen{box.x + kPadding, box.y + kPadding + baseline_in_line(metrics, kLineHeight)};
    draw_text_line(first, pen, kWhite, out);
    pen.x += first.width + margin;
    draw_text_line(delimiter, pen, kWhite, out);
    pen.x += delimiter.width + margin;
    draw_text_line(second, pen, kWhite, out);
}

}  // namespace ghreveal::paint
