// The values that attributes of HTML can have: others are as if the attribute were not there.
#pragma once

#include <string>
#include <string_view>

namespace ghreveal::check {

// What a value that has no effect should be, "a whole number"; empty when it has one.
std::string_view wanted_value(std::string_view element, std::string_view attribute,
                              std::string_view value);

}  // namespace ghreveal::check
