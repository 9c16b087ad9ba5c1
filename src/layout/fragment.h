// What layout makes: rectangles with their final positions, lines of glyph runs, pictures. Nothing
// here is decided again later; paint reads only this tree, the styles and the document.
// Coordinates are px; after `lay_out_section` they are absolute, from the top left of the slide's
// area (960 x 700 by default). While layout works they are relative to the parent's border box.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "media/image.h"
#include "style/properties/border_style.h"
#include "style/style_engine.h"
#include "support/color.h"
#include "support/geometry.h"
#include "text/shape.h"

namespace ghreveal::boxes {
struct Box;
}

namespace ghreveal::layout {

enum class FragmentKind : std::uint8_t {
    kBlock,  // a block container, table, flex container, list item, …
    kTableCell,
    kInline,       // the part of an inline element that is on one line
    kLine,         // a line box
    kText,         // glyphs that share a style on one line
    kReplaced,     // a picture
    kPlaceholder,  // what stands for a frame, a video or a picture that is not there
    kBullet,       // disc, circle, square or triangle beside a list item
};

enum class BulletShape : std::uint8_t { kDisc, kCircle, kSquare, kPointsDown, kPointsRight };

// `overflow: clip` may cut off what is beside the box and leave what is above and below.
enum class ClippedAxis : std::uint8_t { kBoth, kX, kY };

struct PlacedRun {
    text::GlyphRunPtr run;
    Px x = 0;  // from the text fragment's left edge to the run's origin
};

// Which of an inline element's edges this part has (CSS 2.1 §8.6: box-decoration-break slice).
struct InlineEdges {
    bool left = true;
    bool right = true;
};

struct Fragment {
    FragmentKind kind = FragmentKind::kBlock;
    style::StyleSource source;
    Rect border_box;
    Edges border;   // used widths
    Edges padding;  // used widths
    InlineEdges inline_edges;

    // kText: x of the runs is from border_box.x; `baseline` is from border_box.y downwards.
    // Also kLine's baseline.
    std::vector<PlacedRun> runs;
    Px baseline = 0;

    // kReplaced
    media::ImagePtr image;
    Rect image_rect;  // where the whole picture is drawn (object-fit), like border_box in
                      // coordinates
    // kPlaceholder: what to say and where it leads; `image` is a still of the video, if there is
    std::string label;
    std::string address;
    // kBullet
    BulletShape bullet = BulletShape::kDisc;

    // Content is clipped to the padding box (overflow other than visible).
    bool clips = false;
    ClippedAxis clips_one_axis = ClippedAxis::kBoth;
    // Establishes nothing by itself; paint decides stacking from the style. True for boxes taken
    // out of flow, which paint draws in the positioned layer.
    bool is_float = false;
    // Table internals: collapsed borders are resolved here, so paint need not look at neighbours.
    // When set, draw these instead of the style's borders; centred on the border box's edges.
    struct CollapsedBorder {
        Px width = 0;
        style::BorderStyle style = style::BorderStyle::kNone;
        Color color;
        Point from, to;  // the line's centre, absolute like border_box
    };
    std::vector<CollapsedBorder>
        collapsed_borders;  // on the table's fragment, drawn after its cells

    std::vector<Fragment> children;  // in document order

    // Only while layout works: an absolutely positioned box that waits here, at its static
    // position, for the size of its containing block.
    const boxes::Box* positioned_box = nullptr;
    // Right to left: it ends at its static position instead of beginning there.
    bool ends_at_static_position = false;

    Rect padding_box() const { return border_box.inset(border); }
    Rect content_box() const { return border_box.inset(border + padding); }
};

// One line a fragment, indented: kind, element, rectangle, text.
std::string dump(const Fragment&);

}  // namespace ghreveal::layout
