#include "text/ink_spans.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <algorithm>
#include <limits>

#include "support/unicode/utf8.h"

namespace ghreveal::text {

namespace {

// As the canvas draws what is slanted: tan 20°.
constexpr double kSlant = 0.36397;

// Takes in the parts of an outline that are in a band, all in the font's units.
class Intersection {
public:
    Intersection(double bottom, double top, double slant)
        : bottom_(bottom), top_(top), slant_(slant) {}

    void move_to(Point to) { at_ = to; }
    void line_to(Point to) {
        const double low = std::max(bottom_, std::min(at_.y, to.y));
        const double high = std::min(top_, std::max(at_.y, to.y));
        if (low < high || (low == high && at_.y == to.y)) {
            for (const double y : {low, high}) {
                const double part = at_.y == to.y ? 0 : (y - at_.y) / (to.y - at_.y);
                take_in({at_.x + part * (to.x - at_.x), y});
            }
            take_in_flat(to, low);
        }
        at_ = to;
    }
    template <typename Curve>
    void curve(Curve&& point_at) {
        constexpr int kParts = 8;
        for (int i = 1; i <= kParts; ++i) {
            line_to(point_at(static_cast<double>(i) / kParts));
        }
    }
    Point at() const { return at_; }
    bool is_empty() const { return left_ > right_; }
    double left() const { return left_; }
    double right() const { return right_; }

private:
    void take_in(Point point) {
        const double x = point.x + slant_ * point.y;
        left_ = std::min(left_, x);
        right_ = std::max(right_, x);
    }
    void take_in_flat(Point to, double low) {
        if (at_.y == to.y) {
            take_in({to.x, low});
        }
    }

    double bottom_;
    double top_;
    double slant_;
    Point at_;
    double left_ = std::numeric_limits<double>::infinity();
    double right_ = -std::numeric_limits<double>::infinity();
};

Point point_of(const FT_Vector* vector) {
    return {static_cast<double>(vector->x), static_cast<double>(vector->y)};
}

int move_to(const FT_Vector* to, void* target) {
    static_cast<Intersection*>(target)->move_to(point_of(to));
    return 0;
}

int line_to(const FT_Vector* to, void* target) {
    static_cast<Intersection*>(target)->line_to(point_of(to));
    return 0;
}

int conic_to(const FT_Vector* control, const FT_Vector* to, void* target) {
    auto& outline = *static_cast<Intersection*>(target);
    const Point a = outline.at();
    const Point b = point_of(control);
    const Point c = point_of(to);
    outline.curve([&](double t) {
        const double s = 1 - t;
        return Point{s * s * a.x + 2 * s * t * b.x + t * t * c.x,
                     s * s * a.y + 2 * s * t * b.y + t * t * c.y};
    });
    return 0;
}

int cubic_to(const FT_Vector* first, const FT_Vector* second, const FT_Vector* to, void* target) {
    auto& outline = *static_cast<Intersection*>(target);
    const Point a = outline.at();
    const Point b = point_of(first);
    const Point c = point_of(second);
    const Point d = point_of(to);
    outline.curve([&](double t) {
        const double s = 1 - t;
        return Point{s * s * s * a.x + 3 * s * s * t * b.x + 3 * s * t * t * c.x + t * t * t * d.x,
                     s * s * s * a.y + 3 * s * s * t * b.y + 3 * s * t * t * c.y + t * t * t * d.y};
    });
    return 0;
}

// Symbols and ideographs fill their square: a line with gaps below each would be a row of dots.
bool is_ideographic(char32_t c) {
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
           (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_of_ideograph(const GlyphRun& run, const Glyph& glyph) {
    if (glyph.cluster >= run.text.size()) {
        return false;
    }
    return is_ideographic(utf8::decode(run.text, glyph.cluster).code_point);
}

}  // namespace

std::vector<InkSpan> ink_spans(const GlyphRun& run, const InkBand& band) {
    std::vector<InkSpan> spans;
    if (run.font.face == nullptr || run.font.has_pictures() || run.font.size <= 0) {
        return spans;
    }
    FT_Face face = run.font.face->freetype();
    if (!FT_IS_SCALABLE(face) || face->units_per_EM == 0) {
        return spans;
    }
    const double unit = run.font.size / face->units_per_EM;
    constexpr FT_Outline_Funcs kFunctions{move_to, line_to, conic_to, cubic_to, 0, 0};
    Px x = 0;
    for (const Glyph& glyph : run.glyphs) {
        const bool is_loaded = !is_of_ideograph(run, glyph) &&
                               FT_Load_Glyph(face, glyph.id, FT_LOAD_NO_SCALE) == 0 &&
                               face->glyph->format == FT_GLYPH_FORMAT_OUTLINE;
        if (is_loaded) {
            Intersection ink((band.bottom - glyph.y_offset) / unit,
                             (band.top - glyph.y_offset) / unit,
                             run.font.synthetic_oblique ? kSlant : 0);
            FT_Outline_Decompose(&face->glyph->outline, &kFunctions, &ink);
            if (!ink.is_empty()) {
                const Px begin = x + glyph.x_offset;
                spans.push_back({begin + ink.left() * unit, begin + ink.right() * unit});
            }
        }
        x += glyph.advance;
    }
    return spans;
}

}  // namespace ghreveal::text
