// Whether what is read aloud, in the order of the document, is in the order of what is seen (WCAG
// 2.2 §1.3.2).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dom/document.h"
#include "support/geometry.h"

namespace ghreveal::check {

// A piece of text as it is painted.
struct PlacedText {
    const dom::Node* node = nullptr;  // the text
    std::string text;
    Rect box;
};

struct OutOfOrder {
    PlacedText first;  // as it is read
    PlacedText above;  // read after it, and seen above it
};

// The first text of the section that is read after one that it stands above of.
std::optional<OutOfOrder> out_of_order(const dom::Node& section, const std::vector<PlacedText>&);

}  // namespace ghreveal::check
