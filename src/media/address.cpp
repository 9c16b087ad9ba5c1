#include "media/address.h"

#include <algorithm>
#include <array>

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

std::string cleaned_address(std::string_view address) {
    while (!address.empty() && static_cast<unsigned char>(address.front()) <= ' ') {
        address.remove_prefix(1);
    }
    while (!address.empty() && static_cast<unsigned char>(address.back()) <= ' ') {
        address.remove_suffix(1);
    }
    std::string cleaned;
    for (const char c : address) {
        if (c != '\n' && c != '\r' && c != '\t') {
            cleaned += c;
        }
    }
    const std::size_t scheme = has_scheme_or_host(cleaned) ? cleaned.find(':') : 0;
    if (scheme != 0 && scheme != std::string::npos) {
        cleaned =
            ascii::lower_case(std::string_view(cleaned).substr(0, scheme)) + cleaned.substr(scheme);
    }
    const bool has_path = scheme == 0 || scheme == std::string::npos ||
                          cleaned.starts_with("http:") || cleaned.starts_with("https:");
    if (has_path) {
        const std::size_t end = std::min(cleaned.find_first_of("?#"), cleaned.size());
        std::replace(cleaned.begin(), cleaned.begin() + static_cast<std::ptrdiff_t>(end), '\\',
                     '/');
    }
    return cleaned;
}

bool has_scheme_or_host(std::string_view address) {
    if (address.starts_with("//")) {
        return true;
    }
    const std::size_t colon = address.find(':');
    return colon != std::string_view::npos && colon > 1 &&
           address.substr(0, colon).find_first_of("/?#.") == std::string_view::npos;
}

bool names_picture(std::string_view type, std::string_view address) {
    if (type.starts_with("image/")) {
        return true;
    }
    constexpr std::array<std::string_view, 6> kSuffixes{".svg",  ".png", ".jpg",
                                                        ".jpeg", ".gif", ".webp"};
    for (const std::string_view suffix : kSuffixes) {
        if (type.empty() && address.ends_with(suffix)) {
            return true;
        }
    }
    return false;
}

}  // namespace ghreveal::media
