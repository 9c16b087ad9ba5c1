// Addresses that hold what they name (RFC 2397).
#pragma once

#include <string>
#include <string_view>

namespace ghreveal::media {

// The bytes; what the address says of their type does not matter. Throws Error when it has none.
std::string data_address_bytes(std::string_view address);

std::string base64(std::string_view bytes);
// The address that holds a picture. Throws Error when the bytes are none.
std::string data_address_of(std::string_view picture);

}  // namespace ghreveal::media
