// Duktape's strings are JavaScript's in CESU-8: characters beyond U+FFFF are two surrogates of
// three bytes each (Unicode Technical Report 26).
#pragma once

#include <string>
#include <string_view>

namespace ghreveal::math {

std::string to_cesu8(std::string_view utf8);
std::string from_cesu8(std::string_view cesu8);

}  // namespace ghreveal::math
