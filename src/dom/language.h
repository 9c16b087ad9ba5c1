// The language that a text is in.
#pragma once

#include <string_view>

#include "dom/document.h"

namespace ghreveal::dom {

// HTML §3.2.6.2: what the nearest `lang` says, a BCP 47 tag; empty when none does.
inline std::string_view language_of(const Node& element) {
    for (const Node* node = &element; node != nullptr; node = node->parent) {
        if (const std::string* language = node->attribute("lang")) {
            return *language;
        }
    }
    return {};
}

}  // namespace ghreveal::dom
