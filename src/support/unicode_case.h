// Simple case mappings (one code point to one, Unicode's UnicodeData.txt) of the scripts that have
// case and are in common use: Latin, Greek, Cyrillic, Armenian.
#pragma once

namespace ghreveal {

char32_t to_lower(char32_t);
char32_t to_upper(char32_t);

}  // namespace ghreveal
