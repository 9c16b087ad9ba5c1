// The addresses in a style sheet: made relative to the page's folder, where everything else looks
// them up, and read for the fonts that a font service is asked for.
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

// The families that an address of Google Fonts' kind asks for: "…/css?family=Open+Sans:400|Lato",
// "…/css2?family=Open+Sans:wght@400&family=Lato". None: it is no such address.
std::vector<std::string> web_font_families(std::string_view address);

// Whether the address is one of a service whose sheets bring fonts and nothing else.
bool is_font_service(std::string_view address);

}  // namespace ghreveal::style
