#include "export/sheets/ink_saver.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace ghreveal::exporter {

namespace {

constexpr Color kArea{240, 240, 240, 1};
constexpr Color kText{34, 34, 34, 1};
constexpr Color kLine{100, 100, 100, 1};
constexpr double kLeastContrast = 4.5;
constexpr Px kThin = 6;  // what is no wider is a line, a border or a bar

bool is_grey(Color color) {
    const auto [least, most] = std::minmax({color.red, color.green, color.blue});
    return most - least < 40;
}

Color scaled(Color color, double by) {
    const auto channel = [by](std::uint8_t value) {
        return static_cast<std::uint8_t>(std::lround(value * by));
    };
    return {channel(color.red), channel(color.green), channel(color.blue), 1};
}

bool covers(const Rect& rect, Size page) {
    return rect.width >= page.width * 0.98 && rect.height >= page.height * 0.98;
}

Color area_or_line(const Rect& rect, const Color& color) {
    Color ink = std::min(rect.width, rect.height) <= kThin ? kLine : kArea;
    ink.alpha = color.alpha <= 0 ? 0 : 1;
    return ink;
}

// What an item becomes; nothing when it is left out.
struct Converter {
    Size page;

    using Result = std::optional<paint::DisplayItem>;

    Result operator()(paint::FillRect item) const {
        if (covers(item.shape.rect, page)) {
            return std::nullopt;
        }
        if (item.role == paint::FillRole::kMark) {
            return inked(item);
        }
        item.color = area_or_line(item.shape.rect, item.color);
        return item;
    }
    Result operator()(const paint::FillRing& item) const { return lined(item); }
    Result operator()(const paint::StrokeLine& item) const { return lined(item); }
    Result operator()(const paint::StrokeRing& item) const { return lined(item); }
    Result operator()(const paint::FillPolygon& item) const { return inked(item); }
    Result operator()(const paint::FillEllipse& item) const { return inked(item); }
    Result operator()(const paint::StrokeEllipse& item) const { return inked(item); }
    Result operator()(const paint::StrokeWave& item) const { return inked(item); }
    Result operator()(const paint::DrawGlyphs& item) const { return inked(item); }
    Result operator()(const paint::DrawImage& item) const {
        if (covers(item.target, page)) {
            return std::nullopt;
        }
        paint::DrawImage dark = item;
        if (item.recoloured) {
            dark.image = item.recoloured(ink_of(item.color));
        }
        return dark.image ? Result(dark) : Result();
    }
    Result operator()(const paint::FillGradient& item) const {
        return covers(item.clip.rect, page) ? Result() : Result(paint::FillRect{item.clip, kArea});
    }
    Result operator()(const paint::TileImage&) const { return std::nullopt; }
    Result operator()(const paint::BoxShadow&) const { return std::nullopt; }
    Result operator()(const paint::InsetShadow&) const { return std::nullopt; }
    Result operator()(const paint::GlyphShadow&) const { return std::nullopt; }
    // Half faded text would not stand out enough, nor would what is blended with white paper.
    Result operator()(paint::PushOpacity item) const {
        item.blend_mode = BlendMode::kNormal;
        item.opacity = item.opacity > 0 ? 1.0F : 0.0F;
        return item;
    }
    // Filters would turn the ink into another colour.
    Result operator()(const paint::PushFilter&) const { return paint::PushOpacity{1}; }
    template <typename Other>
    Result operator()(const Other& item) const {
        return item;
    }

    template <typename Item>
    static Result lined(const Item& item) {
        Item grey = item;
        grey.color = item.color.alpha <= 0 ? item.color : kLine;
        return grey;
    }
    template <typename Item>
    static Result inked(const Item& item) {
        Item dark = item;
        dark.color = item.color.alpha <= 0 ? item.color : ink_of(item.color);
        return dark;
    }
};

// reveal.js's colours of highlight-red, -green and -blue (css/reveal.scss), which on grey paper are
// told apart by their lines.
struct Highlight {
    Color color;
    std::vector<Px> dashes;  // of the line below, in its widths
};
const std::array kHighlights{Highlight{{255, 44, 45, 1}, {}}, Highlight{{23, 255, 46, 1}, {4, 2}},
                             Highlight{{27, 145, 255, 1}, {1, 1.5}}};

void underline_highlight(const paint::DisplayItem& item, paint::DisplayList& out) {
    const auto* glyphs = std::get_if<paint::DrawGlyphs>(&item);
    if (glyphs == nullptr) {
        return;
    }
    for (const Highlight& highlight : kHighlights) {
        Color opaque = glyphs->color;
        opaque.alpha = 1;
        if (opaque == highlight.color) {
            const Px size = glyphs->run->font.size;
            const Px width = std::max(1.5, size / 14);
            const Px y = glyphs->origin.y + size * 0.16;
            std::vector<Px> dashes = highlight.dashes;
            for (Px& dash : dashes) {
                dash *= width;
            }
            out.push_back(paint::StrokeLine{{glyphs->origin.x, y},
                                            {glyphs->origin.x + glyphs->run->width, y},
                                            width,
                                            ink_of(opaque),
                                            std::move(dashes),
                                            false});
        }
    }
}

}  // namespace

Color ink_of(Color color) {
    color.alpha = 1;
    if (is_grey(color)) {
        return contrast_ratio(color, kArea) >= contrast_ratio(kText, kArea) ? color : kText;
    }
    for (double share = 1; share > 0; share -= 0.02) {
        const Color darker = scaled(color, share);
        if (contrast_ratio(darker, kArea) >= kLeastContrast) {
            return darker;
        }
    }
    return kText;
}

paint::DisplayList with_less_ink(const paint::DisplayList& list, Size page_size) {
    paint::DisplayList result;
    result.reserve(list.size());
    const Converter convert{page_size};
    int inside_letters = 0;  // groups that are open in one that shows a background in letters only
    for (const paint::DisplayItem& item : list) {
        // The letters themselves are there too, faint, and become ink.
        const bool opens = paint::is_push(item);
        if (inside_letters > 0 || std::holds_alternative<paint::PushGlyphClip>(item)) {
            inside_letters += opens ? 1 : std::holds_alternative<paint::Pop>(item) ? -1 : 0;
            continue;
        }
        if (auto converted = std::visit(convert, item)) {
            result.push_back(std::move(*converted));
            underline_highlight(item, result);
        }
    }
    return result;
}

}  // namespace ghreveal::exporter
