// HTML text -> nodes, by gumbo, with a browser's repairs (HTML §13.2 "fragment parsing").
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dom/document.h"
#include "support/limits.h"

namespace ghreveal::dom {

// From `offset` on, a text stands for what is written at `line` of `file` (a place in
// Document::files; 0 is the deck itself). In the order of offsets.
struct SourceMark {
    std::size_t offset = 0;
    int line = 0;
    int file = 0;
};
using SourceMap = std::vector<SourceMark>;

// Where a piece of HTML text was written: the marks of the whole text, and where in it the piece
// begins.
struct FragmentSource {
    const SourceMap* marks = nullptr;
    std::size_t offset = 0;
};

// Comments vanish, or become elements named kComment whose text is theirs: for a reader that takes
// something from them, and then removes them. In code blocks (<code> in <pre>) a script may show
// them.
enum class Comments : std::uint8_t { kDrop, kKeep, kKeepInCode };
inline constexpr std::string_view kComment = "#comment";

// Parses `html` as the content of an element named `context` (`section`, say) and appends the
// resulting nodes to `parent`. Nodes get the place their text was written at, or their
// parent's when that is not known. Elements nested deeper than the limit, and what
// is in them, are flattened into their parent, so that every later stage may recurse.
void parse_fragment(Document&, Node& parent, std::string_view html, std::string_view context,
                    const Limits& = {}, FragmentSource = {}, Comments = Comments::kDrop);

// Parses a whole page (HTML §13.2, "parsing documents") and gives its <html> element, which is in
// no other. Nodes get the line they are written at. Comments are kept in code blocks. The same
// limits hold.
Node& parse_document(Document&, std::string_view html, const Limits& = {});

}  // namespace ghreveal::dom
