#include "support/unicode/shortened.h"

#include "support/unicode/utf8.h"

namespace ghreveal::utf8 {

std::string shortened(std::string_view text, std::size_t most) {
    if (text.size() <= most) {
        return std::string(text);
    }
    std::size_t end = most;
    while (end > 0 && is_continuation(text[end])) {
        --end;
    }
    return std::string(text.substr(0, end)) + "\u2026";
}

}  // namespace ghreveal::utf8
