// The quotation marks of languages, as the Unicode Common Locale Data Repository has them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ghreveal::unicode {

// The pairs by depth; of a language that is not known, English ones. `language`: a BCP 47 tag.
const std::vector<std::pair<std::string, std::string>>& quotes_of(std::string_view language);

}  // namespace ghreveal::unicode
