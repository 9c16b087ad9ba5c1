#pragma once

#include <string>
#include <string_view>

namespace ghreveal::markdown::kramdown {

// The id that kramdown's GFM parser gives a heading: lower case, letters and digits of any script
// kept, spaces to "-", the rest dropped.
std::string heading_id(std::string_view heading_text);

}  // namespace ghreveal::markdown::kramdown
