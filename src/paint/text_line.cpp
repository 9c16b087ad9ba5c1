#include "paint/text_line.h"

namespace ghreveal::paint {

TextLine text_line(std::string_view text, const text::FontSpec& font, text::Shaper& shaper) {
    TextLine line;
    while (!text.empty()) {
        // The shaper's cache works by words and by stretches of spaces.
        const bool spaces = text.front() == ' ';
        const std::size_t end =
            std::min(text.size(), spaces ? text.find_first_not_of(' ') : text.find(' '));
        for (const text::GlyphRunPtr& run : shaper.shape(text.substr(0, end), font, {})) {
            line.runs.push_back(run);
            line.width += run->width;
        }
        text.remove_prefix(end);
    }
    return line;
}

Px baseline_in_line(const text::FontMetrics& metrics, Px line_height) {
    return std::floor((line_height - metrics.ascent - metrics.descent) / 2) + metrics.ascent;
}

void draw_text_line(const TextLine& line, Point origin, const Color& color, DisplayList& out) {
    for (const text::GlyphRunPtr& run : line.runs) {
        out.push_back(DrawGlyphs{run, origin, color});
        origin.x += run->width;
    }
}

}  // namespace ghreveal::paint
