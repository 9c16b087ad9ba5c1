// What is done to a box's painting as a whole: filters (Filter Effects 1), masks (CSS Masking 1);
// and pictures for borders (CSS Backgrounds 3 §5).
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "css/values.h"

namespace ghreveal::css {

struct FilterFunction {
    enum class Kind : std::uint8_t {
        kBlur,  // px, the standard deviation
        kBrightness,
        kContrast,
        kGrayscale,
        kHueRotate,  // radians
        kInvert,
        kOpacity,
        kSaturate,
        kSepia,
        kDropShadow,
    };
    Kind kind = Kind::kBlur;
    double amount = 0;
    Shadow shadow;  // kDropShadow; `blur` is the standard deviation
    bool operator==(const FilterFunction&) const = default;
};

enum class MaskComposite : std::uint8_t { kAdd, kSubtract, kIntersect, kExclude };

// A layer of `mask`: first is on top, and `composite` is how it goes together with those below.
struct MaskLayer {
    BackgroundLayer image = in_border_box();
    bool is_luminance = false;
    MaskComposite composite = MaskComposite::kAdd;
    bool operator==(const MaskLayer&) const = default;

private:
    static BackgroundLayer in_border_box() {
        BackgroundLayer layer;
        layer.origin = BoxArea::kBorderBox;
        return layer;
    }
};

struct BorderImage {
    enum class Repeat : std::uint8_t { kStretch, kRepeat, kRound, kSpace };
    // A number is a multiple: of a border's width, or of a picture's pixels.
    struct Extent {
        std::optional<double> number;
        LengthPercentage length;
        bool is_auto = false;
        bool operator==(const Extent&) const = default;
    };
    BackgroundLayer image;  // its address or gradient
    Sides<Extent> slice{{{}, {0, 100}}, {{}, {0, 100}}, {{}, {0, 100}}, {{}, {0, 100}}};
    bool fills = false;
    Sides<Extent> width{{1, {}}, {1, {}}, {1, {}}, {1, {}}};
    Sides<Extent> outset{{0, {}}, {0, {}}, {0, {}}, {0, {}}};
    Repeat repeat_x = Repeat::kStretch;
    Repeat repeat_y = Repeat::kStretch;
    bool operator==(const BorderImage&) const = default;
};

enum class AnimationDirection : std::uint8_t { kNormal, kReverse, kAlternate, kAlternateReverse };
// What of `animation` tells what is left when all is over (CSS Animations 1 §4).
struct Animation {
    std::string name;
    bool fills_forwards = false;
    AnimationDirection direction = AnimationDirection::kNormal;
    double runs = 1;
    bool is_endless() const { return runs > std::numeric_limits<double>::max(); }
    // Reversed, or back again: with `alternate` an even number of runs ends where it began.
    bool ends_at_start() const {
        const bool is_even = static_cast<long>(std::min(runs, 1e9)) % 2 == 0;
        return direction == AnimationDirection::kReverse ||
               (direction == AnimationDirection::kAlternate && is_even) ||
               (direction == AnimationDirection::kAlternateReverse && !is_even);
    }
    bool operator==(const Animation&) const = default;
};

}  // namespace ghreveal::css
