// The computed style of an element: no gaps, lengths in px, percentages kept where CSS keeps them.
// In four groups, by whether children inherit them and whether boxes move when they change:
// two styles with equal `box` and `text` give the same layout (a fragment step repaints only).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "css/grid_values.h"
#include "css/values.h"
#include "text/font.h"

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
enum class Overflow : std::uint8_t { kVisible, kHidden, kScroll, kAuto };
enum class BoxSizing : std::uint8_t { kContentBox, kBorderBox };
enum class BorderStyle : std::uint8_t {
    kNone,
    kHidden,
    kDotted,
    kDashed,
    kSolid,
    kDouble,
    kGroove,
    kRidge,
    kInset,
    kOutset,
};
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
enum class TextAlign : std::uint8_t {
    kStart,
    kEnd,
    kLeft,
    kRight,
    kCenter,
    kJustify,
    kInternalCenter,
    kInternalLeft,
    kInternalRight
};
enum class TextTransform : std::uint8_t { kNone, kUppercase, kLowercase, kCapitalize };
enum class WhiteSpace : std::uint8_t { kNormal, kNoWrap, kPre, kPreWrap, kPreLine, kBreakSpaces };
enum class OverflowWrap : std::uint8_t { kNormal, kBreakWord, kAnywhere };
enum class WordBreak : std::uint8_t { kNormal, kBreakAll, kKeepAll, kBreakWord };
enum class Direction : std::uint8_t { kLeftToRight, kRightToLeft };
// CSS Writing Modes 4 §2.2.
enum class UnicodeBidi : std::uint8_t {
    kNormal,
    kEmbed,
    kIsolate,
    kBidiOverride,
    kIsolateOverride,
    kPlaintext
};
enum class Visibility : std::uint8_t { kVisible, kHidden, kCollapse };
enum class BorderCollapse : std::uint8_t { kSeparate, kCollapse };
enum class CaptionSide : std::uint8_t { kTop, kBottom };
enum class TableLayout : std::uint8_t { kAuto, kFixed };
enum class ListStylePosition : std::uint8_t { kOutside, kInside };
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
    kCenter,
    kBaseline,
    kSpaceBetween,
    kSpaceAround,
    kSpaceEvenly,
};
enum class ObjectFit : std::uint8_t { kFill, kContain, kCover, kNone, kScaleDown };

// Not inherited; moves boxes.
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
    bool column_gap_is_normal = true;   // 1em between the columns of multi-column boxes, else 0
    std::optional<int> column_count;    // nothing: auto
    std::optional<Px> column_width;     // the same
    bool avoids_breaks_inside = false;  // break-inside
    ObjectFit object_fit = ObjectFit::kFill;
    css::LengthPercentage object_position_x{0, 50}, object_position_y{0, 50};
    std::vector<css::ContentItem> content;  // ::before, ::after
    bool has_content = false;               // `content` is neither normal nor none
    std::vector<css::CounterChange> counter_reset, counter_increment;
    bool operator==(const BoxStyle&) const = default;
};

// `line-height`: normal, a number of font sizes, or a length.
struct LineHeight {
    enum class Kind : std::uint8_t { kNormal, kNumber, kLength } kind = Kind::kNormal;
    double value = 0;
    bool operator==(const LineHeight&) const = default;
};

// Inherited; moves boxes.
struct TextStyle {
    text::FontSpec font;
    LineHeight line_height;
    Px letter_spacing = 0;
    Px word_spacing = 0;
    TextAlign text_align = TextAlign::kStart;
    css::LengthPercentage text_indent;
    TextTransform text_transform = TextTransform::kNone;
    WhiteSpace white_space = WhiteSpace::kNormal;
    OverflowWrap overflow_wrap = OverflowWrap::kNormal;
    WordBreak word_break = WordBreak::kNormal;
    double tab_size = 8;
    std::string list_style_type = "disc";  // a counter style's name, "none", or a quoted string
    ListStylePosition list_style_position = ListStylePosition::kOutside;
    std::string list_style_image;  // an address, or empty
    BorderCollapse border_collapse = BorderCollapse::kSeparate;
    Px border_spacing_x = 0;
    Px border_spacing_y = 0;
    CaptionSide caption_side = CaptionSide::kTop;
    Direction direction = Direction::kLeftToRight;
    std::vector<std::pair<std::string, std::string>> quotes{{"\u201c", "\u201d"},
                                                            {"\u2018", "\u2019"}};
    bool operator==(const TextStyle&) const = default;
};

enum DecorationLine : std::uint8_t { kNoLine = 0, kUnderline = 1, kOverline = 2, kLineThrough = 4 };
enum class DecorationStyle : std::uint8_t { kSolid, kDouble, kDotted, kDashed, kWavy };

// Not inherited; changes only what is drawn.
struct PaintStyle {
    Color background_color = kTransparent;
    std::vector<css::BackgroundLayer> background_layers;  // first is on top
    css::BoxArea background_color_clip = css::BoxArea::kBorderBox;
    css::Sides<Color> border_color;
    css::CornerRadius radius_top_left, radius_top_right, radius_bottom_right, radius_bottom_left;
    Px outline_width = 0;
    BorderStyle outline_style = BorderStyle::kNone;
    Color outline_color;
    Px outline_offset = 0;
    std::vector<css::Shadow> box_shadow;
    float opacity = 1;
    std::vector<css::TransformFunction> transform;
    css::LengthPercentage transform_origin_x{0, 50};
    css::LengthPercentage transform_origin_y{0, 50};
    std::optional<int> z_index;  // nothing: auto
    std::uint8_t decoration_lines = kNoLine;
    DecorationStyle decoration_style = DecorationStyle::kSolid;
    Color decoration_color;  // currentColor already resolved
    bool operator==(const PaintStyle&) const = default;
};

// Inherited; changes only what is drawn.
struct InkStyle {
    Color color = kBlack;
    Visibility visibility = Visibility::kVisible;
    std::vector<css::Shadow> text_shadow;
    bool operator==(const InkStyle&) const = default;
};

struct ComputedStyle {
    // Groups are shared between the elements whose values agree; never null.
    std::shared_ptr<const BoxStyle> box_group;
    std::shared_ptr<const TextStyle> text_group;
    std::shared_ptr<const PaintStyle> paint_group;
    std::shared_ptr<const InkStyle> ink_group;
    // A pseudo-element or anonymous box shares its originating element's custom properties.
    std::shared_ptr<const std::vector<std::pair<std::string, std::string>>> custom_properties;

    const BoxStyle& box() const { return *box_group; }
    const TextStyle& text() const { return *text_group; }
    const PaintStyle& paint() const { return *paint_group; }
    const InkStyle& ink() const { return *ink_group; }
};

using StylePtr = std::shared_ptr<const ComputedStyle>;

// Whether a layout made with one style serves the other.
bool same_layout(const ComputedStyle&, const ComputedStyle&);

// The style of an anonymous box inside `parent` (CSS 2.1 §9.2.1.1): inherited values inherited,
// the others initial, with the given display.
StylePtr anonymous_style(const ComputedStyle& parent, Display display);

}  // namespace ghreveal::style
