#include "paint/text/vertical_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "paint/text/text_painting.h"
#include "support/unicode/utf8.h"

namespace ghreveal::paint {

namespace {

using style::WritingMode;

struct Letters {
    char32_t first;
    char32_t last;
};

// Unicode Standard Annex #50, U and Tu, in whole blocks: letters that stand upright in vertical
// lines. Brackets and the long vowel mark, which are turned, are left out.
constexpr auto kUpright = std::to_array<Letters>({
    {0x1100, 0x11FF}, {0x2E80, 0x2FFF}, {0x3000, 0x3007}, {0x3012, 0x3013},   {0x3020, 0x302F},
    {0x3031, 0x309F}, {0x30A1, 0x30FB}, {0x30FD, 0xA4CF}, {0xA960, 0xA97F},   {0xAC00, 0xD7FF},
    {0xE000, 0xFAFF}, {0xFE10, 0xFE1F}, {0xFF01, 0xFF07}, {0xFF0A, 0xFF0C},   {0xFF0E, 0xFF19},
    {0xFF1F, 0xFF3A}, {0xFF41, 0xFF5A}, {0xFF66, 0xFFDC}, {0x1F000, 0x1FAFF}, {0x20000, 0x3FFFD},
});

bool stands_upright(char32_t letter) {
    return std::any_of(kUpright.begin(), kUpright.end(), [letter](const Letters& block) {
        return letter >= block.first && letter <= block.last;
    });
}

// From the text as a horizontal line would have it at (0, 0) to where it is on the page.
Transform turn_of(const Rect& box, WritingMode mode) {
    if (mode == WritingMode::kSidewaysLr) {
        return {0, -1, 1, 0, box.x, box.bottom()};
    }
    return {0, 1, -1, 0, box.right(), box.y};
}

// A letter that stands upright, and where in the line it begins.
struct UprightLetter {
    text::GlyphRunPtr run;
    Px x = 0;
};

bool begins_cluster(const text::GlyphRun& run, std::size_t at) {
    return std::any_of(run.glyphs.begin(), run.glyphs.end(),
                       [at](const text::Glyph& glyph) { return glyph.cluster == at; });
}

// Takes the upright letters out of a run; what is between them goes to `turned`.
void part(const layout::PlacedRun& placed, std::vector<layout::PlacedRun>& turned,
          std::vector<UprightLetter>& upright) {
    const text::GlyphRun& run = *placed.run;
    std::size_t begin = 0;
    Px x = placed.x;
    const auto turn_until = [&](std::size_t end) {
        if (end > begin) {
            turned.push_back({text::sub_run(run, begin, end), x});
            x += turned.back().run->width;
        }
        begin = end;
    };
    for (std::size_t at = 0; at < run.text.size();) {
        const utf8::Decoded letter = utf8::decode(run.text, at);
        std::size_t next = at + letter.length;
        // With what belongs to its cluster.
        while (next < run.text.size() && !begins_cluster(run, next)) {
            next += utf8::decode(run.text, next).length;
        }
        if (stands_upright(letter.code_point)) {
            turn_until(at);
            upright.push_back({text::sub_run(run, at, next), x});
            x += upright.back().run->width;
            begin = next;
        }
        at = next;
    }
    if (begin == 0) {
        turned.push_back(placed);
    } else {
        turn_until(run.text.size());
    }
}

bool has_upright_letters(const style::TextStyle& style) {
    return style.text_orientation == style::TextOrientation::kMixed &&
           (style.writing_mode == WritingMode::kVerticalRl ||
            style.writing_mode == WritingMode::kVerticalLr);
}

// Turned back around the middle of its place in the line.
void paint_upright(const UprightLetter& letter, layout::Fragment line,
                   const text::FontMetrics& metrics, const style::InkStyle& ink,
                   PaintContext& context, DisplayList& out) {
    constexpr double kQuarter = -1.57079632679489661923;
    const Px half = letter.run->width / 2;
    const Px middle = line.baseline - (metrics.ascent - metrics.descent) / 2;
    out.push_back(PushTransform{Transform::translation({letter.x + half, middle}) *
                                Transform::rotation(kQuarter) *
                                Transform::translation({-half, -middle})});
    line.runs = {{letter.run, 0}};
    paint_text(line, ink, {}, context, out);
    out.push_back(Pop{});
}

}  // namespace

void paint_vertical_text(const layout::Fragment& text, const style::TextStyle& style,
                         const style::InkStyle& ink, const Decorations& decorations,
                         PaintContext& context, DisplayList& out) {
    layout::Fragment line = text;
    line.border_box = {0, 0, text.border_box.height, text.border_box.width};
    Decorations own_baseline = decorations;
    for (Decoration& decoration : own_baseline) {
        decoration.baseline.reset();
    }
    std::vector<UprightLetter> upright;
    if (has_upright_letters(style)) {
        line.runs.clear();
        for (const layout::PlacedRun& placed : text.runs) {
            part(placed, line.runs, upright);
        }
    }
    out.push_back(PushTransform{turn_of(text.border_box, style.writing_mode)});
    paint_text(line, ink, own_baseline, context, out);
    for (const UprightLetter& letter : upright) {
        paint_upright(letter, line, context.shaper.fonts().metrics(style.font), ink, context, out);
    }
    out.push_back(Pop{});
}

}  // namespace ghreveal::paint
