#pragma once

#include <charconv>
#include <optional>
#include <string_view>

#include "dom/document.h"

namespace ghreveal::dom {

// The integer that an attribute begins with; nothing for other texts, for numbers that are too
// large, and without the attribute.
template <typename Integer = int>
std::optional<Integer> integer_attribute(const Node& node, std::string_view name) {
    const std::string* text = node.attribute(name);
    Integer value = 0;
    if (text == nullptr ||
        std::from_chars(text->data(), text->data() + text->size(), value).ec != std::errc{}) {
        return std::nullopt;
    }
    return value;
}

}  // namespace ghreveal::dom
