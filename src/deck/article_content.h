// What an article shows of a slide: its content without its styles.
#pragma once

#include <string>
#include <unordered_map>

#include "dom/document.h"

namespace ghreveal::deck {

// What of an element's look on its slide is part of what it says.
struct ElementView {
    bool is_shown = true;    // neither it nor what is in it, where not
    bool is_visible = true;  // not its own text, where not; elements in it may be
    bool is_struck = false;  // text-decoration: line-through
    std::string list_style;  // of a list item, as CSS has it: "none", "square", "\"IV. \""
    std::string text_align;  // of a table's cell: "right", "center"
    std::string before;      // generated text
    std::string after;
};
// Elements that are not in it look as by default.
using SlideView = std::unordered_map<const dom::Node*, ElementView>;

// Appends copies of what is in `slide` to `section`. Formulas and drawings keep their classes and
// styles, icons their classes, and the rest none; what generated text stands for has the class
// `generated`, so that no sheet adds to it.
void add_article_content(dom::Document&, dom::Node& section, const dom::Node& slide,
                         const SlideView&);

}  // namespace ghreveal::deck
