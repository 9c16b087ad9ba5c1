#include "export/sheets/ink_saver.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>

#include "paint/drawing_colours.h"

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

constexpr double kDark = 0.18;  // the luminance of middle grey

// The colour whose contrast to white is that of `color` to `paper`, as far as hues can be told;
// what is darker than its paper becomes white as well.
Color light_for_dark(Color color, Color paper) {
    constexpr double kFlare = 0.05;  // of WCAG's contrast
    const double now = relative_luminance(color);
    const double most = is_grey(color) ? 21 : 5.2;  // 4.5 on an area's grey
    const double contrast =
        std::clamp((now + kFlare) / (relative_luminance(paper) + kFlare), 1.0, most);
    const double wanted = (1 + kFlare) / contrast - kFlare;
    const auto channel = [&](std::uint8_t value) {
        const double share = value / 255.0;
        double linear = share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
        linear = wanted <= now ? linear * wanted / std::max(now, 1e-6)
                               : linear + (1 - linear) * (wanted - now) / (1 - now);
        linear = std::clamp(linear, 0.0, 1.0);
        const double coded =
            linear <= 0.0031308 ? linear * 12.92 : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
        return static_cast<std::uint8_t>(std::lround(coded * 255));
    };
    return {channel(color.red), channel(color.green), channel(color.blue), color.alpha};
}

// A dark drawing, or one made for a dark slide, with its paper white and its contrasts as they are.
media::ImagePtr for_white_paper(const paint::DrawImage& item, const media::ImagePtr& drawing,
                                Color slide_paper) {
    const std::string& text = paint::text_of_drawing(drawing);
    const Color paper = paint::paper_of_drawing(text).value_or(slide_paper);
    if (relative_luminance(paper) >= kDark) {
        return drawing;
    }
    const Color ink = ink_of(item.color);  // of what goes with the text, which is dark already
    return item.redrawn(paint::with_colours(text, [&](Color color) {
        return item.recoloured && color == ink ? color : light_for_dark(color, paper);
    }));
}

// What an item becomes; nothing when it is left out.
struct Converter {
    Size page;
    std::vector<paint::FillRect> grounds{};  // what was opaque, the last one uppermost

    using Result = std::optional<paint::DisplayItem>;

    Result operator()(paint::FillRect item) {
        if (item.role != paint::FillRole::kMark && item.color.alpha >= 1) {
            grounds.push_back(item);
        }
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
        if (item.redrawn && dark.image) {
            dark.image = for_white_paper(item, dark.image, ground_of(item.target));
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
    Result operator()(const paint::TakeBackdrop&) const { return std::nullopt; }
    Result operator()(const paint::ShowBackdrop&) const { return std::nullopt; }
    template <typename Other>
    Result operator()(const Other& item) const {
        return item;
    }

    // What lies below the middle of the rectangle.
    Color ground_of(const Rect& rect) const {
        const Point middle{rect.x + rect.width / 2, rect.y + rect.height / 2};
        const auto ground =
            std::find_if(grounds.rbegin(), grounds.rend(), [&](const paint::FillRect& one) {
                const Rect& area = one.shape.rect;
                return middle.x >= area.x && middle.x < area.right() && middle.y >= area.y &&
                       middle.y < area.bottom();
            });
        return ground == grounds.rend() ? kWhite : ground->color;
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
    Converter convert{page_size};
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
