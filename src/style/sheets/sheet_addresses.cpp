#include "style/sheets/sheet_addresses.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "support/ascii.h"

namespace ghreveal::style {

namespace fs = std::filesystem;

namespace {

// A folder's name as a part of an address: what would end or change the path is escaped.
std::string escaped(const std::string& path) {
    std::string text;
    for (const char c : path) {
        const bool special = std::string_view("%?#:").find(c) != std::string_view::npos;
        text += special ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
    }
    return text;
}

// "../themes/" leads from `base` to `folder`.
std::string way_from(const fs::path& base, const fs::path& folder) {
    const auto whole = [](const fs::path& path) { return path.empty() ? fs::path(".") : path; };
    std::error_code failure;
    const fs::path way = fs::relative(whole(folder), whole(base), failure);
    return failure || way.empty() || way == "." ? std::string()
                                                : escaped(way.generic_string()) + "/";
}

}  // namespace

bool is_remote_address(std::string_view address) {
    return address.starts_with("//") || address.find("://") < address.find_first_of("/?#");
}

bool is_relative_address(std::string_view address) {
    const std::size_t colon = address.find(':');
    const bool has_scheme = colon < address.find_first_of("/?#");
    return !address.empty() && address.front() != '/' && address.front() != '#' && !has_scheme;
}

std::vector<std::string> rebase_addresses(css::StyleSheet& sheet, const fs::path& folder,
                                          const fs::path& base) {
    std::vector<std::string> addresses;
    const std::string way = way_from(base, folder);
    for (const css::Token* address : address_tokens(sheet.tokens)) {
        css::Token& token = sheet.tokens[static_cast<std::size_t>(address - sheet.tokens.data())];
        if (is_relative_address(token.value())) {
            token.owned = way + std::string(token.value());
            addresses.push_back(token.owned);
        }
    }
    return addresses;
}

std::vector<const css::Token*> address_tokens(std::span<const css::Token> tokens) {
    std::vector<const css::Token*> addresses;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool quoted =
            tokens[i].is(css::TokenType::kString) && i > 0 && tokens[i - 1].is_function("url");
        if (quoted || tokens[i].is(css::TokenType::kUrl)) {
            addresses.push_back(&tokens[i]);
        }
    }
    return addresses;
}

}  // namespace ghreveal::style
