// Elements + styles -> Box tree: what generates rectangles, with its style and no position yet
// (CSS 2.1 §9.2, §17.2.1). After build_boxes the tree is legal, and layout may rely on that:
//
//   * a block container's children are all block-level or all inline-level (floats and
//     positioned boxes, being out of flow, stand among either, outside markers too);
//   * a table wrapper's children are captions and one table grid; a grid's are row groups, column
//     groups; a group's are rows; a row's are cells;
//   * a flex or grid container's children are all block-level items;
//   * text boxes are leaves with white space not yet collapsed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "dom/document.h"
#include "media/loader.h"
#include "style/properties/box_style.h"
#include "style/properties/text_style.h"
#include "style/style_engine.h"
#include "support/limits.h"

namespace ghreveal::boxes {

enum class BoxKind : std::uint8_t {
    kBlock,   // block container (also inline-block, list item, table cell, caption, float…)
    kInline,  // inline element
    kText,
    kLineBreak,     // <br>
    kReplaced,      // picture or placeholder; inline- or block-level by its style's display
    kFlex,          // flex container, block- or inline-level
    kGrid,          // grid container, the same
    kTableWrapper,  // display table / inline-table: margins, captions
    kTableGrid,     // the table box proper: borders, background, rows
    kTableRowGroup,
    kTableRow,
    kTableCell,
    kTableColumnGroup,
    kTableColumn,
    kOrthogonal,  // holds one box whose lines run across those around it (boxes/orthogonal_boxes.h)
    kMarker,      // an outside list marker: text or bullet, placed beside the item's first line
};

// What a picture that is not there is laid out as (HTML §15.4.2).
enum class Fallback : std::uint8_t {
    kNone,     // the picture is there, or a frame stands for it
    kMark,     // nothing says what it would show: the mark that browsers put there
    kNothing,  // `alt=""`: it takes no room
    kText,     // its alternative text
};

// What fills a kReplaced box.
struct Replaced {
    media::ImagePtr image;  // null: a placeholder
    std::string label;      // alternative text, a frame's title …
    std::string address;    // what a placeholder leads to
    media::ImagePtr still;  // of the video that a placeholder stands for; may be null
    Size natural;           // px; 0 where unknown
    double ratio = 0;       // width / height; 0 when there is none
    Fallback fallback = Fallback::kNone;
    bool is_inline_svg = false;
};

struct Box {
    BoxKind kind = BoxKind::kBlock;
    style::StylePtr style;
    style::StyleSource source;
    std::string text;        // kText, and a textual kMarker
    bool is_bullet = false;  // kMarker drawn, not written, by its list-style-type
    Replaced replaced;       // kReplaced
    // kInline: whether this part has its element's first and last edge. An inline element that has
    // block-level boxes in it comes in parts (CSS 2.1 §9.2.1.1).
    bool has_first_edge = true;
    bool has_last_edge = true;
    int column_span = 1;  // kTableCell, kTableColumn, kTableColumnGroup
    int row_span = 1;     // kTableCell
    std::vector<Box> children;
    // The same container as its first line shows it, by `::first-line`; null: as the other lines.
    std::shared_ptr<const Box> first_line{};

    bool is_floating() const {
        return style->box().float_side != style::Float::kNone && !is_absolutely_positioned();
    }
    bool is_absolutely_positioned() const {
        const auto position = style->box().position;
        return position == style::Position::kAbsolute || position == style::Position::kFixed;
    }
    bool is_out_of_flow() const { return is_floating() || is_absolutely_positioned(); }
    // A marker that hangs beside its item; takes no part in lines and blocks.
    bool is_outside_marker() const {
        return kind == BoxKind::kMarker &&
               style->text().list_style_position == style::ListStylePosition::kOutside;
    }
    // By its outer display type; out-of-flow boxes are block-level (CSS 2.1 §9.7).
    bool is_inline_level() const;
};

// The boxes of an element and all below it. The root is a block, flex or grid container.
// Pictures are loaded here, since their size decides layout.
struct BoxContext {
    media::ImageLoader& images;
    Diagnostics& diagnostics;
    const std::string& file;  // of the deck, for messages
    const Limits& limits;
    // What text nodes show instead of their own text; may be null.
    const std::unordered_map<const dom::Node*, std::string>* texts = nullptr;
};
Box build_boxes(const dom::Node& root, const style::SlideStyles&, const BoxContext&);

// Throws std::logic_error naming the first rule that `box` breaks. Where assertions are on,
// build_boxes asks it for every tree; a release build costs nothing, and its tests ask themselves.
void check_legal(const Box&);

// One line a box, indented.
std::string dump(const Box&);

}  // namespace ghreveal::boxes
