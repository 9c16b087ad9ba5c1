// Where links may lead: an address as decks write it, made safe for every output (RFC 3986, URL
// Standard).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ghreveal::deck {

// The address percent-encoded, its host in ASCII; `//host/x` gets a scheme. Nothing for what is no
// address, and for schemes other than http, https, ftp, mailto and tel: a viewer would run or open
// what they name. Relative addresses stay relative.
std::optional<std::string> safe_address(std::string_view address);

}  // namespace ghreveal::deck
