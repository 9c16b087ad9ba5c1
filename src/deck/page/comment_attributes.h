// `<!-- .slide: … -->` and `<!-- .element: … -->`, as reveal.js's Markdown plugin reads them.
#pragma once

#include <string>

#include "dom/document.h"

namespace ghreveal::deck {

// Regular expressions whose first group holds the attributes.
struct AttributeSeparators {
    std::string element = R"(\.element\s*?(.+?)$)";
    std::string slide = R"(\.slide:\s*?(\S.+?)$)";
};

// Sets the attributes that the comments in `section` name: on the element before the comment, else
// on the one around it, or on the section. Takes all comments out of the tree.
void apply_comment_attributes(dom::Document&, dom::Node& section, const AttributeSeparators& = {});

}  // namespace ghreveal::deck
