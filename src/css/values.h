// Typed CSS values shared by specified and computed style.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "support/color.h"
#include "support/geometry.h"

namespace ghreveal::css {

// The largest length that Chromium computes, px: what its layout can add up in 1/64 px.
inline constexpr Px kLargestLength = 33'554'428;
constexpr Px clamped_length(Px length) {
    // What is no number (0 * infinity) is 0 (CSS Values 4 §10.9.1).
    return length != length ? 0 : std::clamp(length, -kLargestLength, kLargestLength);
}

// <length-percentage>, also as the sum that calc() can make: px + percent % of some basis; and with
// the bounds that min(), max() and clamp() set to a sum that has a percentage.
struct LengthPercentage {
    static constexpr float kUnbounded = std::numeric_limits<float>::infinity();
    Px px = 0;
    double percent = 0;
    float least = -kUnbounded;
    float most = kUnbounded;
    Px resolve(Px basis) const {
        return percent == 0
                   ? px
                   : std::max(Px{least},
                              std::min(Px{most}, clamped_length(px + percent * basis / 100.0)));
    }
    bool is_bounded() const { return least != -kUnbounded || most != kUnbounded; }
    bool has_percentage() const { return percent != 0; }
    bool operator==(const LengthPercentage&) const = default;
};

enum class SizeKeyword : std::uint8_t {
    kNone,
    kAuto,
    kMinContent,
    kMaxContent,
    kFitContent,
    kStretch
};

// A length, or a keyword: `auto` for width, height, margins and offsets; `none` for max-*.
struct SizeValue {
    SizeKeyword keyword = SizeKeyword::kAuto;
    std::optional<LengthPercentage> length;  // set: the keyword does not count
    bool is_auto() const { return !length && keyword == SizeKeyword::kAuto; }
    bool is_none() const { return !length && keyword == SizeKeyword::kNone; }
    static SizeValue of(LengthPercentage value) { return {SizeKeyword::kAuto, value}; }
    static SizeValue none() { return {SizeKeyword::kNone, std::nullopt}; }
    bool operator==(const SizeValue&) const = default;
};

// A value that is rarely there, shared by copies; equal when what it points to is.
template <typename T>
struct Shared {
    std::shared_ptr<const T> value;
    bool operator==(const Shared& other) const {
        return value == other.value || (value && other.value && *value == *other.value);
    }
};

template <typename T>
struct Sides {
    T top{}, right{}, bottom{}, left{};
    bool operator==(const Sides&) const = default;
};

struct ColorStop {
    Color color;
    std::optional<LengthPercentage> position;
    bool operator==(const ColorStop&) const = default;
};

// CSS Images 4 §3. Angles in radians, clockwise from "to top". Of a conic gradient, positions of
// stops are percentages of the whole turn, which begins at `angle`.
struct Gradient {
    enum class Kind : std::uint8_t { kLinear, kRadial, kConic };
    enum class Extent : std::uint8_t {
        kClosestSide,
        kFarthestSide,
        kClosestCorner,
        kFarthestCorner,
        kExplicit
    };
    Kind kind = Kind::kLinear;
    bool repeating = false;
    double angle = 3.14159265358979323846;  // linear; `to bottom`
    // `to top left` and the like: the angle depends on the box. -1, 0 or 1 each; both 0: use
    // `angle`.
    int corner_x = 0;
    int corner_y = 0;
    bool circle = false;  // radial
    Extent extent = Extent::kFarthestCorner;
    LengthPercentage radius_x, radius_y;                // kExplicit
    LengthPercentage center_x{0, 50}, center_y{0, 50};  // radial, conic
    std::vector<ColorStop> stops;
    bool operator==(const Gradient&) const = default;
};

enum class Repeat : std::uint8_t { kRepeat, kNoRepeat, kSpace, kRound };
// kText: of `background-clip` only; what the letters of the box cover.
enum class BoxArea : std::uint8_t { kBorderBox, kPaddingBox, kContentBox, kText };

struct BackgroundSize {
    enum class Keyword : std::uint8_t { kLengths, kCover, kContain } keyword = Keyword::kLengths;
    SizeValue width, height;
    bool operator==(const BackgroundSize&) const = default;
};

// One `background-image` with its size, position and repetition (CSS Backgrounds 3 §3).
struct BackgroundLayer {
    std::string image_url;  // resolved against its sheet; empty with a gradient
    std::shared_ptr<const Gradient> gradient;
    LengthPercentage position_x, position_y;
    BackgroundSize size;
    Repeat repeat_x = Repeat::kRepeat;
    Repeat repeat_y = Repeat::kRepeat;
    BoxArea origin = BoxArea::kPaddingBox;
    BoxArea clip = BoxArea::kBorderBox;
    bool operator==(const BackgroundLayer&) const = default;
};

struct Shadow {
    Px x = 0, y = 0, blur = 0, spread = 0;
    Color color;
    bool inset = false;
    bool is_current = false;  // currentcolor, which is whatever inherits it has
    bool operator==(const Shadow&) const = default;
};

struct CornerRadius {
    LengthPercentage horizontal, vertical;
    bool operator==(const CornerRadius&) const = default;
};

struct TransformFunction {
    enum class Kind : std::uint8_t { kMatrix, kTranslate, kScale, kRotate, kSkew } kind;
    Transform matrix;              // kMatrix
    LengthPercentage x, y;         // kTranslate
    double first = 1, second = 1;  // kScale: factors; kRotate: radians in first; kSkew: radians
    bool operator==(const TransformFunction&) const = default;
};

// <basic-shape> of clip-path, in the border box (CSS Shapes 1 §3), and the rectangle of `clip`.
struct BasicShape {
    enum class Kind : std::uint8_t { kInset, kRect, kCircle, kEllipse, kPolygon };
    struct Vertex {
        LengthPercentage x, y;
        bool operator==(const Vertex&) const = default;
    };
    // Of a circle or an ellipse; with `closest` or `farthest`, to that side.
    struct Radius {
        enum class Kind : std::uint8_t { kLength, kClosestSide, kFarthestSide };
        Kind kind = Kind::kClosestSide;
        LengthPercentage length;
        bool operator==(const Radius&) const = default;
    };
    Kind kind = Kind::kInset;
    BoxArea area = BoxArea::kBorderBox;  // which box it is in
    // kInset: from each edge. kRect: from the top and left edges; nothing: that edge itself.
    Sides<std::optional<LengthPercentage>> edges;
    CornerRadius top_left, top_right, bottom_right, bottom_left;  // kInset
    Radius radius_x, radius_y;                                    // kCircle: the first
    Vertex center{{0, 50}, {0, 50}};
    std::vector<Vertex> vertices;  // kPolygon
    bool is_even_odd = false;
    bool operator==(const BasicShape&) const = default;
};

struct ContentItem {
    enum class Kind : std::uint8_t {
        kText,
        kUrl,
        kAttribute,
        kCounter,
        kCounters,
        kOpenQuote,
        kCloseQuote,
        kNoOpenQuote,
        kNoCloseQuote
    };
    Kind kind = Kind::kText;
    // kText: the string; kUrl: the address; kAttribute: its name; counters: the counter's name
    std::string text;
    std::string separator;  // kCounters
    std::string style;      // counters: a list-style-type
    bool operator==(const ContentItem&) const = default;
};

struct CounterChange {
    std::string name;
    int value = 0;
    bool operator==(const CounterChange&) const = default;
};

}  // namespace ghreveal::css
