#include "export/pdf/content/string_glyphs.h"

#include "support/ascii.h"

namespace ghreveal::exporter {

bool StringGlyphs::next_of_hex() {
    int digits = 0;
    while (at_ < end_ && digits < 4) {
        digits += ascii::hex_value(content_[at_++]) >= 0 ? 1 : 0;
    }
    return digits > 0;
}

bool StringGlyphs::next_of_literal() {
    while (at_ < end_) {
        if (content_[at_++] != '\\' || at_ == end_) {
            return true;
        }
        const char escaped = content_[at_++];
        if (escaped == '\n') {
            continue;  // the string goes on in the next line
        }
        for (int digits = 1;
             ascii::is_digit(escaped) && digits < 3 && at_ < end_ && ascii::is_digit(content_[at_]);
             ++digits) {
            ++at_;
        }
        return true;
    }
    return false;
}

}  // namespace ghreveal::exporter
