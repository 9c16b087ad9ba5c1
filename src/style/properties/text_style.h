// What sets text: inherited; boxes move when it changes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "css/values.h"
#include "text/font.h"

namespace ghreveal::style {

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
// CSS Writing Modes 4 §3.1: which way lines run, and on which side of one the next one is.
enum class WritingMode : std::uint8_t {
    kHorizontal,
    kVerticalRl,
    kVerticalLr,
    kSidewaysRl,
    kSidewaysLr
};
// §5.1: how letters of horizontal scripts, and of those that know both, stand in a vertical line.
enum class TextOrientation : std::uint8_t { kMixed, kSideways };
enum class BorderCollapse : std::uint8_t { kSeparate, kCollapse };
enum class CaptionSide : std::uint8_t { kTop, kBottom };
enum class ListStylePosition : std::uint8_t { kOutside, kInside };

// CSS Text 3 §6.1.
enum class Hyphens : std::uint8_t { kNone, kManual, kAuto };
// CSS Text 4 §6.5: how the lines of a text share it.
enum class TextWrapStyle : std::uint8_t { kAuto, kBalance };

// CSS Text 3 §5.3; `loose`, `normal` and `strict` differ in East Asian text alone.
enum class LineBreak : std::uint8_t { kAuto, kLoose, kNormal, kStrict, kAnywhere };
// CSS Inline 3 §5.2: the font's measure that a box's text is trimmed to.
enum class TextEdge : std::uint8_t { kText, kCap, kEx, kAlphabetic };
struct TextBoxEdge {
    TextEdge over = TextEdge::kText;
    TextEdge under = TextEdge::kText;
    bool operator==(const TextBoxEdge&) const = default;
};

// `tab-size`: a number of spaces, or a length.
struct TabSize {
    double value = 8;
    bool is_length = false;
    bool operator==(const TabSize&) const = default;
};

using QuotePairs = std::vector<std::pair<std::string, std::string>>;

// `line-height`: normal, a number of font sizes, or a length.
struct LineHeight {
    enum class Kind : std::uint8_t { kNormal, kNumber, kLength } kind = Kind::kNormal;
    double value = 0;
    bool operator==(const LineHeight&) const = default;
};

// What `font-size` was told by. Unless that was a length of its own, a change between `monospace`
// alone and any other family changes the size as well, as in all browsers.
struct FontSizeBasis {
    static constexpr std::uint8_t kNoKeyword = 0xff;
    static constexpr std::uint8_t kMedium = 3;
    std::uint8_t keyword = kMedium;  // from xx-small = 0 on, or kNoKeyword
    bool is_absolute = false;        // a length that is not relative to a font, or a function
    bool operator==(const FontSizeBasis&) const = default;
};

struct TextStyle {
    text::FontSpec font;
    FontSizeBasis font_size_basis;
    LineHeight line_height;
    Px letter_spacing = 0;
    Px word_spacing = 0;
    TextAlign text_align = TextAlign::kStart;
    std::optional<TextAlign> text_align_last;  // nothing: auto
    css::LengthPercentage text_indent;
    TextTransform text_transform = TextTransform::kNone;
    WhiteSpace white_space = WhiteSpace::kNormal;
    OverflowWrap overflow_wrap = OverflowWrap::kNormal;
    WordBreak word_break = WordBreak::kNormal;
    LineBreak line_break = LineBreak::kAuto;
    TextBoxEdge text_box_edge;
    int orphans = 2;  // lines that a break between columns leaves above it
    int widows = 2;   // and below
    TextWrapStyle text_wrap_style = TextWrapStyle::kAuto;
    Hyphens hyphens = Hyphens::kManual;
    std::string hyphenate_character;  // empty: auto
    TabSize tab_size;
    css::Shared<text::FontFeatures> font_features;  // null: none asked for
    std::string list_style_type = "disc";  // a counter style's name, "none", or a quoted string
    ListStylePosition list_style_position = ListStylePosition::kOutside;
    std::string list_style_image;  // an address, or empty
    BorderCollapse border_collapse = BorderCollapse::kSeparate;
    Px border_spacing_x = 0;
    Px border_spacing_y = 0;
    CaptionSide caption_side = CaptionSide::kTop;
    Direction direction = Direction::kLeftToRight;
    WritingMode writing_mode = WritingMode::kHorizontal;
    TextOrientation text_orientation = TextOrientation::kMixed;
    std::optional<QuotePairs> quotes;  // nothing: auto, those of the language around
    bool operator==(const TextStyle&) const = default;
};

}  // namespace ghreveal::style
