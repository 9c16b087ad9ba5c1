// Limits by the names that `--limit NAME=VALUE` gives them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/limits.h"

namespace ghreveal {

// "paragraph-bytes" for Limits::paragraph_bytes, and so on; in the order of limits.h.
std::vector<std::string> limit_names();
// Throws std::out_of_range for a name that is not there; so does all below.
long long limit_value(const Limits&, std::string_view name);
// From "pages=5000". Throws std::invalid_argument with a sentence for what is none.
void set_limit(Limits&, std::string_view assignment);

// For messages: "the limit is 5000; --limit pages=NUMBER sets another".
std::string limit_hint(const Limits&, std::string_view name);

}  // namespace ghreveal
