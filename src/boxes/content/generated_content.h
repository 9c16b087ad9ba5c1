// What `content`, quotes and list markers put into boxes (CSS 2.1 §12).
#pragma once

#include <string>

#include "boxes/box.h"
#include "boxes/content/counters.h"
#include "boxes/replaced_boxes.h"

namespace ghreveal::boxes {

// What runs through the whole slide in document order.
struct DocumentState {
    Counters counters;
    int quote_depth = 0;
    css::CounterStyles counter_styles{};  // of the deck's sheets
};

// Begins, changes and sets the element's counters, `list-item` as <ol> and <li> say (HTML
// "Rendering" §15.3.7).
void update_counters(const dom::Node&, const style::ComputedStyle&, Counters&);
// The same for a pseudo-element, which has no attributes.
void update_counters(const style::ComputedStyle&, Counters&);

// The boxes of a pseudo-element's `content`, inside the box `pseudo`.
void append_content(Box& pseudo, DocumentState&, const BoxContext&);

// Adds the list item's marker as its first child, unless its style has none.
struct MarkerSources {
    const style::StylePtr& style;  // of ::marker; may be null
    DocumentState& state;
    const BoxContext& pictures;
};
void add_marker(Box& list_item, const MarkerSources&);

}  // namespace ghreveal::boxes
