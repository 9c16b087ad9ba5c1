// What a Canvas has drawn of a page's content and where, for outputs that have to find it again in
// what Cairo made of it; and the page's links.
#pragma once

#include <string>
#include <vector>

#include "paint/display_list.h"

namespace ghreveal::draw {

enum class DrawnKind : std::uint8_t {
    kText,     // glyphs in a row
    kPicture,  // a picture as it is
    kGroup,    // an opacity group
};

struct GroupedContent {
    paint::Content content;
    std::string text;
};

// In the units of the surface.
struct DrawnContent {
    DrawnKind kind = DrawnKind::kText;
    paint::Content content{};
    Point origin{};                         // kText: of the first glyph
    std::size_t glyphs = 0;                 // kText
    Rect area{};                            // kPicture: its bounding box
    std::vector<GroupedContent> grouped{};  // kGroup: in the order that it is drawn in
};

struct DrawnLink {
    std::string address;  // outside the document
    int slide = -1;       // inside it
    std::vector<Rect> areas;
    const dom::Node* node = nullptr;
};

struct DrawnPage {
    std::vector<DrawnContent> content;  // in the order that it was drawn in, decoration too
    std::vector<DrawnLink> links;
};

}  // namespace ghreveal::draw
