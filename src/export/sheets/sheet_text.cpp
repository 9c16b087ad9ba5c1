#include "export/sheets/sheet_text.h"

#include <memory>
#include <vector>

#include "support/unicode/utf8.h"

namespace ghreveal::exporter {

namespace {

void drop_last_character(std::string& text) {
    while (!text.empty() && utf8::is_continuation(text.back())) {
        text.pop_back();
    }
    if (!text.empty()) {
        text.pop_back();
    }
}

}  // namespace

text::FontSpec sheet_font(Px size, int weight) {
    static const auto families = std::make_shared<const std::vector<std::string>>(
        std::vector<std::string>{"Open Sans", "sans-serif"});
    return {.families = families, .size = size, .weight = weight, .slant = text::Slant::kUpright};
}

paint::TextLine fitting_line(std::string text, const text::FontSpec& font, Px width,
                             text::Shaper& shaper) {
    paint::TextLine line = paint::text_line(text, font, shaper);
    while (line.width > width && !text.empty()) {
        drop_last_character(text);
        line = paint::text_line(text + "…", font, shaper);
    }
    return line;
}

void draw_text_in(const Rect& room, const SheetText& text, text::Shaper& shaper,
                  paint::DisplayList& out) {
    const Align align = text.align;
    const paint::TextLine line = fitting_line(text.text, text.font, room.width, shaper);
    const Px rest = room.width - line.width;
    const Px x = room.x + (align == Align::kLeft ? 0 : (align == Align::kRight ? rest : rest / 2));
    const Px baseline =
        room.y + paint::baseline_in_line(shaper.fonts().metrics(text.font), room.height);
    paint::draw_text_line(line, {x, baseline}, kSheetInk, out, text.content);
}

}  // namespace ghreveal::exporter
