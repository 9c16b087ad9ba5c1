// A name for bytes: the same bytes, the same name.
#pragma once

#include <string>
#include <string_view>

namespace ghreveal::media {

// Made of letters, digits and a hyphen. No defence against bytes made to have another's name.
std::string content_name(std::string_view bytes);

}  // namespace ghreveal::media
