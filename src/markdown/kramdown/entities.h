// The named entities that kramdown knows; what else looks like one is text.
#pragma once

#include <string_view>

namespace ghreveal::markdown::kramdown {

bool is_known_entity(std::string_view name);

}  // namespace ghreveal::markdown::kramdown
