// The glyphs of a string that is shown, one after the other (PDF 32000-1 §7.3.4).
#pragma once

#include <cstddef>
#include <string_view>

namespace ghreveal::exporter {

// Cairo writes the fonts of Latin text with a byte a glyph, as literal strings, and all others with
// two, in hexadecimal.
class StringGlyphs {
public:
    // The string with its brackets stands from `begin` to `end`.
    StringGlyphs(std::string_view content, std::size_t begin, std::size_t end)
        : content_(content),
          at_(begin + 1),
          end_(end > begin + 1 ? end - 1 : begin + 1),
          is_hex_(content[begin] == '<') {}

    bool is_hex() const { return is_hex_; }
    // Where the next glyph begins.
    std::size_t at() const { return at_; }
    // Goes past it. False when there are no more.
    bool next() { return is_hex_ ? next_of_hex() : next_of_literal(); }

private:
    bool next_of_hex();
    bool next_of_literal();

    std::string_view content_;
    std::size_t at_;
    std::size_t end_;
    bool is_hex_;
};

}  // namespace ghreveal::exporter
