#include "media/address.h"

#include "support/ascii.h"

namespace ghreveal::media {

std::string percent_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '%' && i + 2 < text.size() &&
                            ascii::hex_value(text[i + 1]) >= 0 &&
                            ascii::hex_value(text[i + 2]) >= 0;
        decoded += escape ? static_cast<char>(ascii::hex_value(text[i + 1]) * 16 +
                                              ascii::hex_value(text[i + 2]))
                          : text[i];
        i += escape ? 2 : 0;
    }
    return decoded;
}

bool has_scheme_or_host(std::string_view address) {
    if (address.starts_with("//")) {
        return true;
    }
    const std::size_t colon = address.find(':');
    return colon != std::string_view::npos && colon > 1 &&
           address.substr(0, colon).find_first_of("/?#.") == std::string_view::npos;
}

}  // namespace ghreveal::media
