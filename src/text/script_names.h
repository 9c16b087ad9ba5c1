// Scripts by their English names, for messages.
#pragma once

#include <string>

namespace ghreveal::text {

// "Hebrew"; the four letters of ISO 15924 for scripts that hardly anyone writes; empty for what
// belongs to no script, like symbols and emoji.
std::string script_name(char32_t);

}  // namespace ghreveal::text
