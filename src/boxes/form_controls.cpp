#include "boxes/form_controls.h"

#include <string_view>

namespace ghreveal::boxes {

const std::string* control_text(const dom::Node& node) {
    static const std::string kSubmit = "Submit";
    static const std::string kReset = "Reset";
    static const std::string kEmptyLine = "\u00A0";  // a field is a line high all the same
    if (!node.is_element("input")) {
        return nullptr;
    }
    if (const std::string* value = node.attribute("value")) {
        return value;
    }
    const std::string* type = node.attribute("type");
    const std::string_view kind = type == nullptr ? "" : std::string_view(*type);
    const std::string* placeholder = node.attribute("placeholder");
    return kind == "submit"         ? &kSubmit
           : kind == "reset"        ? &kReset
           : placeholder != nullptr ? placeholder
                                    : &kEmptyLine;
}

const dom::Node* shown_option(const dom::Node& select) {
    const dom::Node* shown = nullptr;
    dom::for_each(select, [&shown](const dom::Node& node) {
        if (node.is_element("option") &&
            (shown == nullptr || node.attribute("selected") != nullptr)) {
            shown = &node;
        }
    });
    return shown;
}

}  // namespace ghreveal::boxes
