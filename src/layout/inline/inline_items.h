// Step 1 of inline layout: a block container's inline-level boxes -> one text with its white space
// collapsed (CSS Text 3 §4.1), and the items in it. Step 2: the text -> pieces, shaped and
// measured, with the places where a line may break between them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "boxes/box.h"
#include "layout/inline/shaped_text.h"
#include "layout/layout_context.h"
#include "style/properties/text_style.h"
#include "text/bidi.h"

namespace ghreveal::layout {

// Lets a line break where it stands, and is nothing else.
inline constexpr std::string_view kZeroWidthSpace = "\u200B";

enum class InlineItemKind : std::uint8_t {
    kText,
    kOpen,   // an inline box begins
    kClose,  // and ends
    kAtomic,
    kLineBreak,
    kFloat,
    kPositioned,
};

struct InlineItem {
    InlineItemKind kind = InlineItemKind::kText;
    const boxes::Box* box = nullptr;
    // The style of the element the item is in: it decides whether lines break around it.
    const style::ComputedStyle* parent_style = nullptr;
    std::uint32_t begin = 0;  // bytes in InlineContent::text
    std::uint32_t end = 0;
};

enum class PieceKind : std::uint8_t {
    kWord,
    kSpace,  // one collapsible space, or preserved ones
    kTab,
    kForcedBreak,
    kSoftHyphen,
    kOpen,
    kClose,
    kAtomic,
    kFloat,
    kPositioned,
};

// What a line takes or leaves as a whole.
struct Piece {
    PieceKind kind = PieceKind::kWord;
    bool break_after = false;     // a line may end after it
    bool is_collapsible = false;  // kSpace: vanishes at a line's beginning and end
    bool hangs = false;           // kSpace: has no width at a line's end
    std::uint32_t item = 0;
    std::uint32_t begin = 0;  // bytes in InlineContent::text
    std::uint32_t end = 0;
    // The runs of the word or the spaces that the piece is in or is, kept by the shaper.
    const ShapedRuns* runs = nullptr;
    std::uint32_t runs_begin = 0;  // byte at which these begin
    RunPlace place;                // of `begin` in them
    Px width = 0;                  // text only

    ShapedPart shaped() const { return {*runs, place, begin - runs_begin, end - runs_begin}; }
};

// What ends at a forced line break (UAX #9 P1).
struct BidiParagraph {
    std::uint32_t begin = 0;  // bytes in InlineContent::text
    text::BidiLevel level = 0;
};

struct InlineContent {
    std::string text;
    std::vector<InlineItem> items;
    std::vector<Piece> pieces;
    // By byte of `text`; empty when all of it runs left to right. And then `paragraphs` are too.
    std::vector<text::BidiLevel> levels;
    std::vector<BidiParagraph> paragraphs;

    bool has_levels() const { return !paragraphs.empty(); }
    text::Direction direction_at(std::uint32_t byte) const {
        return has_levels() ? text::direction_of(levels[byte]) : text::Direction::kLeftToRight;
    }
    // Of the paragraph that the byte is in.
    text::BidiLevel paragraph_level(std::uint32_t byte) const;
    const InlineItem& item_of(const Piece& piece) const { return items[piece.item]; }
};

// Both steps, with the directions found between them, for the inline-level children of `container`.
InlineContent inline_content(const boxes::Box& container, LayoutContext&);

bool wraps_lines(style::WhiteSpace);

}  // namespace ghreveal::layout
