// `<!-- .slide: … -->` and `<!-- .element: … -->`, as reveal.js's Markdown plugin reads them.
#pragma once

#include <string>

#include "dom/document.h"

namespace ghreveal::deck {

// Regular expressions: the first group of `element` and `slide` holds the attributes; `attribute`
// has the name and the value of one, or the name of one without a value for its third group.
struct AttributeSeparators {
    std::string element = R"(\.element\s*?(.+?)$)";
    std::string slide = R"(\.slide:\s*?(\S.+?)$)";
    std::string attribute = R"re(([^"= ]+?)="([^"]+?)"|(data-[^"= ]+?)(?=[" ]))re";
};

// Before version 4 of reveal.js.
inline constexpr const char* kEarlyAttribute = R"re(([^"= ]+?)="([^"=]+?)")re";

// Sets the attributes that the comments in `section` name: on the element before the comment, else
// on the one around it, or on the section. Takes all comments out of the tree.
void apply_comment_attributes(dom::Document&, dom::Node& section, const AttributeSeparators& = {});

}  // namespace ghreveal::deck
