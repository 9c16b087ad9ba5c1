// The addresses in a style sheet: made relative to the page's folder, where everything else looks
// them up.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "css/style_sheet.h"

namespace ghreveal::style {

// Has no scheme, no host, and is not from the site's root: "a/b.png".
bool is_relative_address(std::string_view);
// Has a host: "https://…", "//…".
bool is_remote_address(std::string_view);

// Every relative url() of the sheet's rules, which is relative to the sheet's folder (CSS Values 4
// §4.5.1), becomes relative to `base`. Gives those addresses as they are now.
std::vector<std::string> rebase_addresses(css::StyleSheet&, const std::filesystem::path& folder,
                                          const std::filesystem::path& base);

// The tokens of url()s.
std::vector<const css::Token*> address_tokens(std::span<const css::Token>);

}  // namespace ghreveal::style
