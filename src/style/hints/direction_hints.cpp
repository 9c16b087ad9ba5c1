#include "style/hints/direction_hints.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "style/properties/text_style.h"
#include "support/ascii.h"
#include "text/bidi.h"

namespace ghreveal::style {

namespace {

// The words of the attribute; anything else is as if it were not there.
enum class Dir : std::uint8_t { kNone, kLeftToRight, kRightToLeft, kAuto };

Dir dir_of(const dom::Node& element) {
    const std::string* attribute = element.attribute("dir");
    if (attribute != nullptr) {
        const std::string value = ascii::lower_case(*attribute);
        if (value == "ltr" || value == "rtl") {
            return value == "ltr" ? Dir::kLeftToRight : Dir::kRightToLeft;
        }
        if (value == "auto") {
            return Dir::kAuto;
        }
    }
    return element.name == "bdi" ? Dir::kAuto : Dir::kNone;
}

// HTML §3.2.6.4 "contained text auto directionality": these have a direction of their own.
bool is_left_out(const dom::Node& element) {
    constexpr std::array<std::string_view, 4> kNames{"bdi", "script", "style", "textarea"};
    return std::find(kNames.begin(), kNames.end(), element.name) != kNames.end() ||
           dir_of(element) != Dir::kNone;
}

void append_contained_text(const dom::Node& parent, std::string& text) {
    for (const dom::Node* child = parent.first_child; child != nullptr; child = child->next) {
        if (child->is_text()) {
            text += child->text;
        } else if (child->is_element() && !is_left_out(*child)) {
            append_contained_text(*child, text);
        }
    }
}

bool contains_right_to_left(const dom::Node& element) {
    std::string text;
    append_contained_text(element, text);
    return text::may_run_right_to_left(text) &&
           text::first_strong_direction(text) == text::Direction::kRightToLeft;
}

}  // namespace

std::string direction_hints(const dom::Node& element) {
    const Dir dir = dir_of(element);
    if (dir == Dir::kNone) {
        return "";
    }
    const bool right_to_left =
        dir == Dir::kRightToLeft || (dir == Dir::kAuto && contains_right_to_left(element));
    // <bdo> is isolated and overridden by the browser's own sheet; preformatted text decides
    // paragraph by paragraph.
    const bool plaintext =
        dir == Dir::kAuto && (element.name == "pre" || element.name == "textarea");
    const char* isolation = element.name == "bdo" ? "isolate-override"
                            : plaintext           ? "plaintext"
                                                  : "isolate";
    return std::string("direction:") + (right_to_left ? "rtl" : "ltr") +
           ";unicode-bidi:" + isolation + ";";
}

}  // namespace ghreveal::style
