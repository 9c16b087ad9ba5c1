// Addresses as decks write them (RFC 3986, URL Standard).
#pragma once

#include <string>
#include <string_view>

namespace ghreveal::media {

// RFC 3986 §2.1.
std::string percent_decoded(std::string_view text);

// As a browser reads it (URL Standard §4.4 "basic URL parser"): without blanks around it and line
// breaks inside, with a scheme in lower case, and with slashes for backslashes where it is a file's
// or the web's.
std::string cleaned_address(std::string_view address);

// "https:", "data:", "//host": not a file's address (RFC 3986 §3.1, §4.2).
bool has_scheme_or_host(std::string_view address);

// Whether a medium of this type (empty: not given) at this address is a picture.
bool names_picture(std::string_view type, std::string_view address);

}  // namespace ghreveal::media
