#include "paint/text/text_line.h"

#include "text/bidi.h"

namespace ghreveal::paint {

TextLine text_line(std::string_view text, const text::FontSpec& font, text::Shaper& shaper) {
    TextLine line;
    line.runs = text::visual_runs(text, font, {}, std::nullopt, shaper);
    for (const text::GlyphRunPtr& run : line.runs) {
        line.width += run->width;
    }
    return line;
}

Px baseline_in_line(const text::FontMetrics& metrics, Px line_height) {
    return std::floor((line_height - metrics.ascent - metrics.descent) / 2) + metrics.ascent;
}

void draw_text_line(const TextLine& line, Point origin, const Color& color, DisplayList& out,
                    const Content& content) {
    for (const text::GlyphRunPtr& run : line.runs) {
        out.push_back(DrawGlyphs{run, origin, color, content});
        origin.x += run->width;
    }
}

}  // namespace ghreveal::paint
