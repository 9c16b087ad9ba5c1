// What is drawn, in order: fills, pictures, glyphs, clips, groups, links. Made from a Fragment tree
// and the styles of one step; drawn by a Canvas. Coordinates are px of the page.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "css/blend_mode.h"
#include "css/effect_values.h"
#include "css/values.h"
#include "media/image.h"
#include "support/color.h"
#include "support/geometry.h"
#include "text/shape.h"

namespace ghreveal::dom {
struct Node;
}

namespace ghreveal::paint {

// What something drawn is a part of: those who tell a page's content from its decoration, and its
// order from the order it is drawn in, find it there (PDF 32000-1 §14.8.2).
enum class ContentPart : std::uint8_t {
    kText,
    kMarker,
    kBefore,
    kAfter,
    kPicture,
    kCaption,  // of a slide on a sheet
    kEntry,    // of a slide in a table of contents
};
struct Content {
    const dom::Node* node = nullptr;  // of kText the text, of others the element; null: decoration
    ContentPart part = ContentPart::kText;
    bool operator==(const Content&) const = default;
};

// Elliptical corners, px (CSS Backgrounds 3 §5).
struct RoundedRect {
    Rect rect;
    Size top_left, top_right, bottom_right, bottom_left;
    bool is_rectangle() const {
        return top_left == Size{} && top_right == Size{} && bottom_right == Size{} &&
               bottom_left == Size{};
    }
    bool operator==(const RoundedRect&) const = default;
};

// What a fill is to those who print it: paper, or what stands on it as text does.
enum class FillRole : std::uint8_t { kArea, kMark };
struct FillRect {
    RoundedRect shape;
    Color color;
    FillRole role = FillRole::kArea;
};
// Between two rounded rectangles: borders of one colour. With a wedge only what is inside that
// polygon: one side of a border whose sides differ.
struct FillRing {
    RoundedRect outer, inner;
    Color color;
    std::vector<Point> wedge;
};
struct FillPolygon {
    std::vector<Point> points;
    Color color;
};
struct FillEllipse {
    Rect bounds;
    Color color;
};
struct StrokeEllipse {
    Rect bounds;
    Px width;
    Color color;
};
// Dotted and dashed lines; `dashes` as in stroke-dasharray, px.
struct StrokeLine {
    Point from, to;
    Px width;
    Color color;
    std::vector<Px> dashes;
    bool round_caps;
};
// The outline of a rounded rectangle, dotted or dashed: `path` is the stroke's centre line.
struct StrokeRing {
    RoundedRect path;
    Px width;
    Color color;
    std::vector<Px> dashes;
    bool round_caps;
    std::vector<Point> wedge;
};
// A wavy line along y, from left to right; the wave's length and height follow from its width.
struct StrokeWave {
    Point from;
    Px length;
    Px width;
    Color color;
};
// The gradient of `box`, drawn inside `clip`.
struct FillGradient {
    RoundedRect clip;
    Rect box;
    std::shared_ptr<const css::Gradient> gradient;
};
// A picture, or a rectangle of repetitions of it (tile: where one copy lies; step: from a copy's
// left top to the next one's).
struct DrawImage {
    media::ImagePtr image;
    Rect target;
    Content content{};
    // Of a drawing that is part of a text, as a formula's root sign: its colour, and the drawing in
    // another.
    Color color{};
    std::function<media::ImagePtr(Color)> recoloured{};
    // Of a drawing by itself: one with this text (drawing_colours.h) in its place.
    std::function<media::ImagePtr(std::string svg)> redrawn{};
    std::vector<css::FilterFunction> filters{};  // of colours, for its pixels
    bool shows_pixels = false;                   // enlarged, each is a square
};
struct TileImage {
    media::ImagePtr image;
    RoundedRect clip;
    Rect tile;
    Size step;
    std::vector<css::FilterFunction> filters{};
    bool shows_pixels = false;
};
// Of text that its background shows (`background-clip: text`): it is on the page for those who look
// for it or have it read to them, and for no one's eye.
// More than what Cairo takes for nothing and leaves out, 255 of 65535.
inline constexpr float kHiddenTextAlpha = 0.004F;
struct DrawGlyphs {
    text::GlyphRunPtr run;
    Point origin;
    Color color;
    Content content{};
    Px stroke_width = 0;  // of a line around each glyph, over it
    Color stroke_color{};
};
// A blurred silhouette, drawn outside `hole` only: `blur` as in box-shadow (a Gaussian whose
// standard deviation is half of it).
struct BoxShadow {
    RoundedRect shape;
    Px blur;
    Color color;
    RoundedRect hole;
};
// Inside `shape`, what a blurred `hole` leaves dark.
struct InsetShadow {
    RoundedRect shape;
    RoundedRect hole;
    Px blur;
    Color color;
};
struct GlyphShadow {
    text::GlyphRunPtr run;
    Point origin;
    Px blur;
    Color color;
};
struct PushClip {
    RoundedRect shape;
    std::vector<Point> polygon{};  // when there is one, that instead
    bool is_even_odd = false;      // which of the polygon is inside; else by the winding number
};
struct PushTransform {
    Transform transform;
};
// A group that is painted as a whole.
struct PushOpacity {
    float opacity;
    BlendMode blend_mode = BlendMode::kNormal;
};
// A group that is painted through filters, first to last.
struct PushFilter {
    std::vector<css::FilterFunction> filters;
};
// A group that shows as much as its mask covers.
struct MaskList;
struct PushMask {
    std::shared_ptr<const MaskList> mask;
};
// What is drawn shows inside of these letters only.
struct PlacedGlyphs {
    text::GlyphRunPtr run;
    Point origin;
};
struct PushGlyphClip {
    std::vector<PlacedGlyphs> glyphs;
};
// `backdrop-filter`: what is drawn so far in the group around is taken as it is seen through the
// filters, first to last …
struct TakeBackdrop {
    RoundedRect shape;
    std::vector<css::FilterFunction> filters;
};
// … and drawn inside the shape: the groups of the element itself open between the two.
struct ShowBackdrop {
    RoundedRect shape;
};
struct Pop {};  // ends the last Push…
// A link's area is what is drawn between; `slide` when it leads inside the deck; `node`: the
// element that it is made by.
struct BeginLink {
    std::string address;
    int slide = -1;
    std::vector<Rect> areas;
    const dom::Node* node = nullptr;
};
struct EndLink {};

using DisplayItem =
    std::variant<FillRect, FillRing, FillPolygon, FillEllipse, StrokeEllipse, StrokeLine,
                 StrokeRing, StrokeWave, FillGradient, DrawImage, TileImage, DrawGlyphs, BoxShadow,
                 InsetShadow, GlyphShadow, PushClip, PushTransform, PushOpacity, PushFilter,
                 PushMask, PushGlyphClip, TakeBackdrop, ShowBackdrop, Pop, BeginLink, EndLink>;

using DisplayList = std::vector<DisplayItem>;

// Whether the item begins what a Pop ends.
bool is_push(const DisplayItem&);

// The layers of a mask, bottom to top: each goes together with what is below it.
struct MaskPart {
    DisplayList items;
    bool is_luminance = false;  // how bright it is counts, not only how opaque
    css::MaskComposite composite = css::MaskComposite::kAdd;
};
struct MaskList {
    std::vector<MaskPart> parts;
};

// One line an item, for tests and `inspect`.
std::string dump(const DisplayList&);

}  // namespace ghreveal::paint
