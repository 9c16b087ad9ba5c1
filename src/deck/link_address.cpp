#include "deck/link_address.h"

#include <glib.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "media/address.h"
#include "support/ascii.h"
#include "support/handle.h"

namespace ghreveal::deck {

namespace {

using GlibText = Handle<char, g_free>;

bool is_control_or_blank(char c) {
    return static_cast<unsigned char>(c) <= 0x20;
}

// URL Standard §4.4: blanks and controls around an address are nothing, tabs and line breaks in it
// neither.
std::string cleaned(std::string_view text) {
    while (!text.empty() && is_control_or_blank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_control_or_blank(text.back())) {
        text.remove_suffix(1);
    }
    std::string result(text);
    std::erase_if(result, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
    return result;
}

// What stands as it is in an address. Brackets and backslashes are more than URL Standard §1.3
// encodes: they end strings of PDF.
bool stands_as_it_is(char c) {
    return c > 0x20 && c < 0x7F &&
           std::string_view("\"<>`{}\\^|()").find(c) == std::string_view::npos;
}

std::string percent_encoded(std::string_view text) {
    static constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (stands_as_it_is(c)) {
            result += c;
        } else {
            result += {'%', kHex[byte >> 4U], kHex[byte & 15U]};
        }
    }
    return result;
}

// In the path of web addresses a backslash is a slash (URL Standard §4.4, path state).
std::string path_and_rest(std::string_view text) {
    std::string path(text.substr(0, std::min(text.find_first_of("?#"), text.size())));
    const std::string_view rest = text.substr(path.size());
    std::replace(path.begin(), path.end(), '\\', '/');
    return percent_encoded(path) + percent_encoded(rest);
}

// Lower case and without the colon; empty when there is none.
std::string scheme_of(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || !ascii::is_letter(text.front())) {
        return "";
    }
    const std::string_view scheme = text.substr(0, colon);
    const bool is_scheme = std::all_of(scheme.begin(), scheme.end(), [](char c) {
        return ascii::is_alphanumeric(c) || c == '+' || c == '-' || c == '.';
    });
    return is_scheme ? ascii::lower_case(scheme) : "";
}

// Nothing for what can be no host (URL Standard §3.5).
std::optional<std::string> safe_host(std::string_view text) {
    if (text.starts_with('[')) {
        const bool is_address = text.ends_with(']') &&
                                text.substr(1).find_first_not_of("0123456789abcdefABCDEF:.]") ==
                                    std::string_view::npos &&
                                text.find(']') == text.size() - 1;
        return is_address ? std::optional(ascii::lower_case(text)) : std::nullopt;
    }
    const std::string host = ascii::lower_case(media::percent_decoded(text));
    const bool has_forbidden = std::any_of(host.begin(), host.end(), [](char c) {
        return is_control_or_blank(c) || c == 0x7F ||
               std::string_view("#%/:<>?@[\\]^|\"`{}()'").find(c) != std::string_view::npos;
    });
    if (host.empty() || has_forbidden) {
        return std::nullopt;
    }
    const bool is_ascii = std::all_of(host.begin(), host.end(), [](char c) { return c > 0; });
    if (is_ascii) {
        return host;
    }
    const GlibText name{g_hostname_to_ascii(host.c_str())};
    return name ? std::string(name.get()) : percent_encoded(host);
}

bool is_port(std::string_view text) {
    unsigned port = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), port);
    return failure == std::errc{} && end == text.data() + text.size() && port <= 65535;
}

// What follows the scheme of a web address, its slashes too.
std::optional<std::string> safe_web_address(const std::string& scheme, std::string_view rest) {
    rest.remove_prefix(std::min(rest.find_first_not_of("/\\"), rest.size()));
    std::string_view authority = rest.substr(0, std::min(rest.find_first_of("/\\?#"), rest.size()));
    rest.remove_prefix(authority.size());
    std::string user;
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
        user = percent_encoded(authority.substr(0, at)) + "@";
        authority.remove_prefix(at + 1);
    }
    std::string port;
    const std::size_t colon = authority.find(':', std::min(authority.find(']'), authority.size()));
    const std::size_t host_end =
        authority.starts_with('[') ? colon : std::min(authority.find(':'), authority.size());
    if (host_end < authority.size()) {
        const std::string_view digits = authority.substr(host_end + 1);
        if (!digits.empty() && !is_port(digits)) {
            return std::nullopt;
        }
        port = digits.empty() ? "" : ":" + std::string(digits);
        authority = authority.substr(0, host_end);
    }
    const std::optional<std::string> host = safe_host(authority);
    return host ? std::optional(scheme + "://" + user + *host + port + path_and_rest(rest))
                : std::nullopt;
}

}  // namespace

std::optional<std::string> safe_address(std::string_view address) {
    const std::string text = cleaned(address);
    const std::string scheme = scheme_of(text);
    const std::string_view rest =
        std::string_view(text).substr(scheme.empty() ? 0 : scheme.size() + 1);
    if (scheme == "http" || scheme == "https" || scheme == "ftp") {
        return safe_web_address(scheme, rest);
    }
    if (scheme == "mailto" || scheme == "tel") {
        return scheme + ":" + percent_encoded(rest);
    }
    if (!scheme.empty()) {
        return std::nullopt;
    }
    const bool names_host = rest.size() > 1 && (rest[0] == '/' || rest[0] == '\\') &&
                            (rest[1] == '/' || rest[1] == '\\');
    return names_host ? safe_web_address("https", rest) : path_and_rest(rest);
}

}  // namespace ghreveal::deck
