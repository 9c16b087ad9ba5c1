// The Unicode bidirectional algorithm (UAX #9), by FriBidi.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/shape.h"

namespace ghreveal::text {

// UAX #9 BD2: an even level runs left to right, an odd one right to left.
using BidiLevel = std::uint8_t;

inline Direction direction_of(BidiLevel level) {
    return level % 2 == 0 ? Direction::kLeftToRight : Direction::kRightToLeft;
}

// Whether a left-to-right paragraph with this text can hold anything that runs right to left:
// letters of such a script, or characters that control the direction. Needs no library.
bool may_run_right_to_left(std::string_view utf8);

struct ParagraphLevels {
    BidiLevel paragraph = 0;
    std::vector<BidiLevel> levels;  // by character, before rule L1
};

// One paragraph; its direction comes from its first strong character (rules P2, P3) unless given.
ParagraphLevels bidi_levels(std::u32string_view text, std::optional<Direction> paragraph);

// Of the first strong character outside isolates (rule P2); nothing when there is none.
std::optional<Direction> first_strong_direction(std::string_view utf8);

// Rule L2: the order, from left to right, of things that follow each other in logical order.
std::vector<std::size_t> visual_order(const std::vector<BidiLevel>& levels);

// The runs of a line of text without breaks or tabs, from left to right.
std::vector<GlyphRunPtr> visual_runs(std::string_view text, const FontSpec&, const ShapeOptions&,
                                     std::optional<Direction> paragraph, Shaper&,
                                     const SourcePosition& where = {});

}  // namespace ghreveal::text
