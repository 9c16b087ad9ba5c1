// Latin ligatures that have characters of their own (Unicode 15, U+FB00 to U+FB06) as the letters
// that they stand for: what is copied and searched for is the word as it was written.
#pragma once

#include <string>
#include <string_view>

namespace ghreveal::exporter {

// Whether a span's operands, as Cairo writes them, say no more than a ligature's letters.
bool is_ligature_span(std::string_view operands);

// A font's map to characters (PDF 32000-1 §9.10.3) with ligatures mapped to their letters.
std::string with_letters_of_ligatures(std::string_view map);

}  // namespace ghreveal::exporter
