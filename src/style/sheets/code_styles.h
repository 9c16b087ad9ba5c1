// The colours that code can have, by highlight.js's names for them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::style {

// The sheet of a name, as "github", "base16/zenburn" or "base16-zenburn"; nothing for one that is
// not known.
std::optional<std::filesystem::path> bundled_code_style(std::string_view name);
std::vector<std::string> bundled_code_styles();

}  // namespace ghreveal::style
