#include "style/matching/element_states.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "support/ascii.h"

namespace ghreveal::style {

namespace {

using Kind = css::PseudoClass::Kind;

bool is_among(std::string_view name, const auto& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool has(const dom::Node& element, std::string_view attribute) {
    return element.attribute(attribute) != nullptr;
}

// The attribute of the element, else of the nearest around that has it; empty: none has.
std::string nearest_value(const dom::Node& element, std::string_view attribute) {
    for (const dom::Node* node = &element; node != nullptr; node = node->parent) {
        if (const std::string* value = node->attribute(attribute)) {
            return ascii::lower_case(*value);
        }
    }
    return "";
}

// RFC 4647 §3.3.2, the part of extended filtering that begins alike: `fr` is `fr-CA`, too.
bool is_language(const std::string& language, const std::string& range) {
    if (range == "*") {
        return !language.empty();
    }
    const std::string_view wanted =
        range.starts_with("*-") ? std::string_view(range).substr(2) : std::string_view(range);
    return language.starts_with(wanted) &&
           (language.size() == wanted.size() || language[wanted.size()] == '-');
}

bool has_language(const css::PseudoClass& pseudo, const dom::Node& element) {
    const std::string language = nearest_value(element, "lang");
    return std::any_of(pseudo.words.begin(), pseudo.words.end(),
                       [&](const std::string& range) { return is_language(language, range); });
}

bool has_direction(const css::PseudoClass& pseudo, const dom::Node& element) {
    const std::string direction = nearest_value(element, "dir");
    return is_among(direction == "rtl" ? "rtl" : "ltr", pseudo.words);
}

std::string type_of(const dom::Node& element) {
    const std::string* type = element.attribute("type");
    return type == nullptr ? "text" : ascii::lower_case(*type);
}

bool is_box_to_check(const dom::Node& element) {
    return element.is_element("input") &&
           (type_of(element) == "checkbox" || type_of(element) == "radio");
}

bool is_checked(const dom::Node& element) {
    return is_box_to_check(element) ? has(element, "checked")
                                    : element.is_element("option") && has(element, "selected");
}

bool can_be_disabled(const dom::Node& element) {
    constexpr std::array<std::string_view, 7> kControls{"button", "fieldset", "input",   "optgroup",
                                                        "option", "select",   "textarea"};
    return is_among(element.name, kControls);
}

// HTML §4.10.18.5, but for what a disabled <fieldset>'s first <legend> holds.
bool is_disabled(const dom::Node& element) {
    for (const dom::Node* node = &element; node != nullptr; node = node->parent) {
        const bool counts = node == &element || node->is_element("fieldset") ||
                            (node->is_element("optgroup") && element.is_element("option"));
        if (counts && has(*node, "disabled")) {
            return true;
        }
    }
    return false;
}

bool can_be_required(const dom::Node& element) {
    constexpr std::array<std::string_view, 3> kControls{"input", "select", "textarea"};
    return is_among(element.name, kControls);
}

bool takes_text(const dom::Node& element) {
    constexpr std::array<std::string_view, 10> kNoText{"button", "checkbox", "color", "file",
                                                       "hidden", "image",    "radio", "range",
                                                       "reset",  "submit"};
    return element.is_element("textarea") ||
           (element.is_element("input") && !is_among(type_of(element), kNoText));
}

bool is_writable(const dom::Node& element) {
    if (takes_text(element)) {
        return !has(element, "readonly") && !is_disabled(element);
    }
    const std::string* editable = element.attribute("contenteditable");
    return editable != nullptr && *editable != "false";
}

bool shows_placeholder(const dom::Node& element) {
    const std::string* value = element.attribute("value");
    return takes_text(element) && has(element, "placeholder") &&
           (value == nullptr || value->empty()) &&
           (!element.is_element("textarea") || element.first_child == nullptr);
}

bool is_open(const dom::Node& element) {
    return (element.is_element("details") || element.is_element("dialog")) && has(element, "open");
}

}  // namespace

bool has_state(const css::PseudoClass& pseudo, const dom::Node& element) {
    switch (pseudo.kind) {
        case Kind::kLang:
            return has_language(pseudo, element);
        case Kind::kDir:
            return has_direction(pseudo, element);
        case Kind::kChecked:
            return is_checked(element);
        case Kind::kDefined:
            // Without scripts nobody defines an element of one's own (HTML §4.13).
            return element.name.find('-') == std::string::npos;
        case Kind::kDisabled:
            return can_be_disabled(element) && is_disabled(element);
        case Kind::kEnabled:
            return can_be_disabled(element) && !is_disabled(element);
        case Kind::kOpen:
            return is_open(element);
        case Kind::kOptional:
            return can_be_required(element) && !has(element, "required");
        case Kind::kPlaceholderShown:
            return shows_placeholder(element);
        case Kind::kReadOnly:
            return !is_writable(element);
        case Kind::kReadWrite:
            return is_writable(element);
        case Kind::kRequired:
            return can_be_required(element) && has(element, "required");
        default:
            return false;
    }
}

}  // namespace ghreveal::style
