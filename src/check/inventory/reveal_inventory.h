// The inventory of reveal.js, of all its versions: its attributes, its classes, its options.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::check {

enum class RevealEffect : std::uint8_t {
    kActedOn,
    kNothingToShow,  // it is for a screen, a pointer, time or a speaker
    kNotSupported,   // it would change what is seen
    kUnknown,
};

RevealEffect data_attribute_effect(std::string_view name);
RevealEffect option_effect(std::string_view name);

// What to do about an option that is not supported; may be empty.
std::string_view hint_for_option(std::string_view name);

// The values that an attribute can have, between blanks; empty: any.
std::string_view values_of_attribute(std::string_view name);

// For suggestions.
std::vector<std::string> data_attribute_names();
std::vector<std::string> option_names();
std::vector<std::string> class_names();

}  // namespace ghreveal::check
