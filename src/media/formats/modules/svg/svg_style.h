// CSS in SVG files that librsvg does not know.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::media {

using SvgVariables = std::map<std::string, std::string, std::less<>>;

// What a `style` attribute says of the property; empty: nothing.
std::string style_value(std::string_view style, std::string_view property);
// Adds the custom properties that the text declares, whatever the element (nearly always :root).
void collect_variables(std::string_view css, SvgVariables&);
// Replaces var() by values or fallbacks, and light-dark() by its first colour. Grows no longer than
// `most_bytes`.
std::string without_functions(std::string_view css, const SvgVariables&, std::size_t most_bytes);
// The families that `font-family` and `font` name in declarations.
void collect_families(std::string_view css, std::vector<std::string>& families);
// The same of the attribute's value.
void collect_family_list(std::string_view list, std::vector<std::string>& families);

}  // namespace ghreveal::media
