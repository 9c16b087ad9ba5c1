// The inventory of HTML: which elements and attributes are drawn as a browser draws them, which
// have nothing to do with paper, and which are said.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::check {

enum class ElementKind : std::uint8_t {
    kDrawn,        // or not shown, as in a browser
    kPlaceholder,  // what only scripts, plugins or other programs show
    kOtherwise,    // drawn in another way than a browser's; `note` says how
    kUnknown,      // to browsers as well
};

struct ElementFacts {
    ElementKind kind = ElementKind::kUnknown;
    std::string_view note;
};

ElementFacts element_facts(std::string_view name);

enum class AttributeEffect : std::uint8_t {
    kActedOn,
    kNothingToShow,  // it is for pointers, forms, scripts or the network
    kNotSupported,   // it would change what is seen
    kUnknown,
};

AttributeEffect attribute_effect(std::string_view element, std::string_view attribute);

// What CSS would say instead of an attribute that is not supported; may be empty.
std::string_view css_instead_of(std::string_view attribute);

// For suggestions.
std::vector<std::string> element_names();
std::vector<std::string> attribute_names(std::string_view element);

}  // namespace ghreveal::check
