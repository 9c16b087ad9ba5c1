#include "draw/opacity.h"

#include <optional>

#include "paint/rounded_rect.h"
#include "support/limits.h"

namespace ghreveal::draw {

namespace {

struct Ink {
    Rect area;
    bool is_text = false;
};

// Where an item draws; nothing for one that such a shortcut cannot judge.
struct InkOf {
    std::optional<Ink> operator()(const paint::FillRect& item) const {
        return Ink{item.shape.rect};
    }
    std::optional<Ink> operator()(const paint::FillRing& item) const {
        return Ink{item.outer.rect};
    }
    std::optional<Ink> operator()(const paint::FillEllipse& item) const { return Ink{item.bounds}; }
    std::optional<Ink> operator()(const paint::StrokeEllipse& item) const {
        const Px half = item.width / 2;
        return Ink{item.bounds.outset({half, half, half, half})};
    }
    std::optional<Ink> operator()(const paint::FillGradient& item) const {
        return Ink{item.clip.rect};
    }
    std::optional<Ink> operator()(const paint::DrawImage& item) const { return Ink{item.target}; }
    std::optional<Ink> operator()(const paint::DrawGlyphs& item) const {
        const Px size = item.run->font.size;
        return Ink{{item.origin.x, item.origin.y - size, item.run->width, 1.3 * size}, true};
    }
    template <typename Other>
    std::optional<Ink> operator()(const Other&) const {
        return std::nullopt;
    }
};

bool overlaps_any(const Ink& ink, const std::vector<Ink>& others) {
    for (const Ink& other : others) {
        // Neighbouring words touch without covering each other.
        if (!(ink.is_text && other.is_text) && paint::intersects(ink.area, other.area)) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool fades_item_by_item(const paint::DisplayList& list, std::size_t at) {
    if (std::get<paint::PushOpacity>(list[at]).blend_mode != BlendMode::kNormal) {
        return false;
    }
    std::vector<Ink> inks;
    for (std::size_t i = at + 1; i < list.size(); ++i) {
        const paint::DisplayItem& item = list[i];
        if (std::holds_alternative<paint::Pop>(item)) {
            return true;
        }
        if (std::holds_alternative<paint::BeginLink>(item) ||
            std::holds_alternative<paint::EndLink>(item)) {
            continue;
        }
        const std::optional<Ink> ink = std::visit(InkOf{}, item);
        if (!ink || inks.size() == FixedLimits::faded_items || overlaps_any(*ink, inks)) {
            return false;
        }
        inks.push_back(*ink);
    }
    return true;
}

cairo_operator_t cairo_operator(BlendMode mode) {
    switch (mode) {
        case BlendMode::kNormal:
            return CAIRO_OPERATOR_OVER;
        case BlendMode::kMultiply:
            return CAIRO_OPERATOR_MULTIPLY;
        case BlendMode::kScreen:
            return CAIRO_OPERATOR_SCREEN;
        case BlendMode::kOverlay:
            return CAIRO_OPERATOR_OVERLAY;
        case BlendMode::kDarken:
            return CAIRO_OPERATOR_DARKEN;
        case BlendMode::kLighten:
            return CAIRO_OPERATOR_LIGHTEN;
        case BlendMode::kColorDodge:
            return CAIRO_OPERATOR_COLOR_DODGE;
        case BlendMode::kColorBurn:
            return CAIRO_OPERATOR_COLOR_BURN;
        case BlendMode::kHardLight:
            return CAIRO_OPERATOR_HARD_LIGHT;
        case BlendMode::kSoftLight:
            return CAIRO_OPERATOR_SOFT_LIGHT;
        case BlendMode::kDifference:
            return CAIRO_OPERATOR_DIFFERENCE;
        case BlendMode::kExclusion:
            return CAIRO_OPERATOR_EXCLUSION;
        case BlendMode::kHue:
            return CAIRO_OPERATOR_HSL_HUE;
        case BlendMode::kSaturation:
            return CAIRO_OPERATOR_HSL_SATURATION;
        case BlendMode::kColor:
            return CAIRO_OPERATOR_HSL_COLOR;
        case BlendMode::kLuminosity:
            return CAIRO_OPERATOR_HSL_LUMINOSITY;
        case BlendMode::kPlusLighter:
            return CAIRO_OPERATOR_ADD;
    }
    return CAIRO_OPERATOR_OVER;
}

}  // namespace ghreveal::draw
