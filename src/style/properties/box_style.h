// What places an element's own box: not inherited; boxes move when it changes.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "css/grid_values.h"
#include "css/values.h"
#include "style/properties/border_style.h"

namespace ghreveal::style {

enum class Display : std::uint8_t {
    kNone,
    kInline,
    kBlock,
    kInlineBlock,
    kListItem,
    kFlowRoot,
    kFlex,
    kGrid,
    kInlineGrid,
    kInlineFlex,
    kContents,
    kTable,
    kInlineTable,
    kTableRowGroup,
    kTableHeaderGroup,
    kTableFooterGroup,
    kTableRow,
    kTableCell,
    kTableColumnGroup,
    kTableColumn,
    kTableCaption,
};
enum class Position : std::uint8_t { kStatic, kRelative, kAbsolute, kFixed };
enum class Float : std::uint8_t { kNone, kLeft, kRight };
enum class Clear : std::uint8_t { kNone, kLeft, kRight, kBoth };
enum class Overflow : std::uint8_t { kVisible, kHidden, kScroll, kAuto, kClip };
enum class BoxSizing : std::uint8_t { kContentBox, kBorderBox };
enum class VerticalAlign : std::uint8_t {
    kBaseline,
    kSub,
    kSuper,
    kTextTop,
    kTextBottom,
    kMiddle,
    kTop,
    kBottom,
    kLength,
};
// CSS Writing Modes 4 §2.2.
enum class UnicodeBidi : std::uint8_t {
    kNormal,
    kEmbed,
    kIsolate,
    kBidiOverride,
    kIsolateOverride,
    kPlaintext
};
enum class TableLayout : std::uint8_t { kAuto, kFixed };
enum class FlexDirection : std::uint8_t { kRow, kRowReverse, kColumn, kColumnReverse };
enum class FlexWrap : std::uint8_t { kNoWrap, kWrap, kWrapReverse };
// The align-* and justify-* properties (CSS Box Alignment 3), as far as flex and grid use them.
enum class Align : std::uint8_t {
    kAuto,
    kNormal,
    kStretch,
    kStart,
    kEnd,
    kFlexStart,
    kFlexEnd,
    kSelfStart,
    kSelfEnd,
    kLeft,
    kRight,
    kCenter,
    kBaseline,
    kLastBaseline,
    kSpaceBetween,
    kSpaceAround,
    kSpaceEvenly,
    kSafeCenter,
    kSafeEnd,
    kSafeFlexEnd,
};
// CSS Inline 3 §5.1.
enum class TextBoxTrim : std::uint8_t { kNone, kStart, kEnd, kBoth };
// CSS Box 4 §3.3: at which edges children's margins are left out.
enum MarginTrim : std::uint8_t { kTrimNone = 0, kTrimBlockStart = 1, kTrimBlockEnd = 2 };
// CSS Conditional 5 §5.1: what container queries may ask of the box.
enum class ContainerType : std::uint8_t { kNormal, kInlineSize, kSize };
enum class ObjectFit : std::uint8_t { kFill, kContain, kCover, kNone, kScaleDown };

struct BoxStyle {
    Display display = Display::kInline;
    // The display was an inline-level one before CSS 2.1 §9.7 made the box block-level.
    bool is_inline_level_by_itself = false;
    Position position = Position::kStatic;
    Float float_side = Float::kNone;
    Clear clear = Clear::kNone;
    Overflow overflow_x = Overflow::kVisible;
    Overflow overflow_y = Overflow::kVisible;
    BoxSizing box_sizing = BoxSizing::kContentBox;
    css::SizeValue width, height;
    css::SizeValue min_width, min_height;  // auto counts as 0 outside flex items
    css::SizeValue max_width = css::SizeValue::none();
    css::SizeValue max_height = css::SizeValue::none();
    std::optional<double> aspect_ratio;       // width / height; nothing: `auto` alone
    bool aspect_ratio_is_auto_first = false;  // `auto && <ratio>`: what has its own ratio keeps it
    bool contains_layout = false;             // contain: layout, content, strict
    bool contains_size = false;               // contain: size, strict
    bool contains_inline_size = false;        // contain: inline-size
    bool contains_paint = false;              // contain: paint, content, strict
    bool ends_in_ellipsis = false;            // text-overflow
    css::Sides<css::SizeValue> margin{css::SizeValue::of({}), css::SizeValue::of({}),
                                      css::SizeValue::of({}), css::SizeValue::of({})};
    css::Sides<css::LengthPercentage> padding;
    Edges border_width;  // used widths: 0 where the style is none or hidden
    css::Sides<BorderStyle> border_style;
    css::Sides<css::SizeValue> offset;  // top, right, bottom, left
    UnicodeBidi unicode_bidi = UnicodeBidi::kNormal;
    VerticalAlign vertical_align = VerticalAlign::kBaseline;
    css::LengthPercentage vertical_align_length;  // kLength; percentages of the line height
    TableLayout table_layout = TableLayout::kAuto;
    FlexDirection flex_direction = FlexDirection::kRow;
    FlexWrap flex_wrap = FlexWrap::kNoWrap;
    double flex_grow = 0;
    double flex_shrink = 1;
    css::SizeValue flex_basis;
    int order = 0;
    Align justify_content = Align::kNormal;
    Align align_items = Align::kNormal;
    Align align_content = Align::kNormal;
    Align align_self = Align::kAuto;
    Align justify_items = Align::kNormal;
    Align justify_self = Align::kAuto;
    css::Shared<css::GridContainer> grid;            // null: all initial
    css::Shared<css::GridPlacement> grid_placement;  // null: all `auto`
    css::LengthPercentage row_gap, column_gap;
    bool column_gap_is_normal = true;    // 1em between the columns of multi-column boxes, else 0
    std::optional<int> column_count;     // nothing: auto
    std::optional<Px> column_width;      // the same
    bool avoids_breaks_inside = false;   // break-inside
    bool spans_columns = false;          // column-span: all
    bool fills_columns_in_turn = false;  // column-fill: auto
    ObjectFit object_fit = ObjectFit::kFill;
    css::LengthPercentage object_position_x{0, 50}, object_position_y{0, 50};
    std::vector<css::ContentItem> content;  // ::before, ::after
    bool has_content = false;               // `content` is neither normal nor none
    std::vector<css::CounterChange> counter_reset, counter_increment, counter_set;
    TextBoxTrim text_box_trim = TextBoxTrim::kNone;
    std::uint8_t margin_trim = kTrimNone;
    int line_clamp = 0;                   // -webkit-line-clamp: how many lines are shown; 0: all
    bool is_legacy_vertical_box = false;  // -webkit-box-orient
    bool breaks_column_before = false;    // break-before
    bool breaks_column_after = false;     // break-after
    ContainerType container_type = ContainerType::kNormal;
    std::vector<std::string> container_names;
    // CSS Containment 3 §3: whether the box is as wide, or as high, as if there were nothing in it.
    bool has_contained_width() const {
        return has_contained_height() || contains_inline_size ||
               container_type == ContainerType::kInlineSize;
    }
    bool has_contained_height() const {
        return contains_size || container_type == ContainerType::kSize;
    }
    bool operator==(const BoxStyle&) const = default;
};

}  // namespace ghreveal::style
