// Elements that begin a block of HTML by CommonMark's rules (§4.6, condition 6) and of which md4c
// 0.4.8 does not know it: h2 to h6, for example, which then stood in paragraphs.
#pragma once

#include <string>
#include <string_view>

namespace ghreveal::markdown::reveal {

// Stands in front of them: a tag that the parser knows, with a noncharacter, which no deck has.
inline constexpr std::string_view kBlockMark = "<p \uFDD2>";

// The text with those marks. Lines stay lines.
std::string with_block_marks(std::string_view text);

// A piece of what the parser gives, without a mark at its beginning.
inline std::string_view without_block_mark(std::string_view piece) {
    piece.remove_prefix(piece.starts_with(kBlockMark) ? kBlockMark.size() : 0);
    return piece;
}

}  // namespace ghreveal::markdown::reveal
