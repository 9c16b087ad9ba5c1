// The inventory of SVG: its elements and attributes, and which elements move or run on a screen
// only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::check {

enum class SvgElement : std::uint8_t {
    kDrawn,     // or a part of what is drawn
    kStill,     // it moves what is around it on a screen
    kNotDrawn,  // but by browsers
    kOutdated,  // no browser draws it any more
    kUnknown,   // to browsers as well
};

SvgElement svg_element(std::string_view name);

bool is_svg_attribute(std::string_view name);
// Of those: whether a browser would draw otherwise by it, and the program does not.
bool is_svg_attribute_without_effect(std::string_view name);

// For suggestions.
std::vector<std::string> svg_element_names();
std::vector<std::string> svg_attribute_names();

}  // namespace ghreveal::check
