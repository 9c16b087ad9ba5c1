// The inventory of CSS's properties: those that the tables of style/properties/ do not act on, or
// not on all of their values. What is in neither is no property of CSS.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "css/tokenizer.h"

namespace ghreveal::style {

enum class Effect : std::uint8_t {
    kActedOn,
    kNothingToShow,  // what it asks for is not to be seen on paper: a pointer's shape, say
    kNotSupported,   // something is lost; the rest of the value may be acted on
    kUnknown,        // to CSS as browsers have it
};

// Whether the value has a word of CSS that no table of style/properties/ takes.
bool is_refused(std::string_view property, const css::Tokens& value);

// `property` as it is written in lower case, with the prefix of a browser.
Effect effect_of(std::string_view property, const css::Tokens& value);

// `filter: alpha(opacity=65)`, `filter: progid:…`, `margin: 1px \9`: what only Internet Explorer
// took, and no browser of today does.
bool is_for_old_browsers(const css::Tokens& value);

// "mask" of "-webkit-mask", else the name itself.
std::string_view without_webkit_prefix(std::string_view property);

// Rows that nothing asks for, since a table of style/properties/ acts on the property: a test wants
// none.
std::vector<std::string_view> needless_rows();

}  // namespace ghreveal::style
