// The icons that a deck may name: Font Awesome's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::check {

std::vector<std::string> icon_names();

// `2x`, `lg`: what stands where an icon's name may stand and is none.
bool is_icon_modifier(std::string_view name);

}  // namespace ghreveal::check
