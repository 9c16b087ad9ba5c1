// Numbers as list markers and counter() write them (CSS Counter Styles 3 §6).
#pragma once

#include <string>
#include <string_view>

namespace ghreveal::boxes {

// `value` in the named style; decimal for names that are not known and for numbers the style
// cannot write. Empty for "none".
std::string counter_text(int value, std::string_view counter_style);

// What follows the number in a marker: ". " for most.
std::string_view marker_suffix(std::string_view counter_style);

// disc, circle, square and the triangles of <summary>: drawn, not written.
bool is_bullet_style(std::string_view counter_style);

}  // namespace ghreveal::boxes
