#pragma once

#include <string>
#include <string_view>

namespace ghreveal::markdown::reveal {

// The id that marked gives a heading of this text.
std::string id_of_heading(std::string_view text);

}  // namespace ghreveal::markdown::reveal
