#include "css/known_pseudos.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "css/pseudo_names.h"
#include "support/ascii.h"
#include "support/error.h"

namespace ghreveal::css {

namespace {

const std::vector<std::string> kElementsDrawn{"before", "after", "marker", "first-letter",
                                              "first-line"};
constexpr auto kElementsNotDrawn = std::to_array<std::string_view>(
    {"checkmark", "column", "part", "picker", "picker-icon", "scroll-button", "scroll-marker",
     "scroll-marker-group", "search-text", "slotted"});

bool is_among(std::string_view name, const auto& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// A browser's own.
bool has_prefix(std::string_view name) {
    return name.starts_with('-');
}

std::string suggested(const std::string& name, const std::vector<std::string>& names) {
    const std::string hint = did_you_mean(name, names);
    return hint.empty() ? "" : "; " + hint;
}

std::string about_element(const std::string& name) {
    if (is_among(name, kElementsNotDrawn)) {
        return fmt::format("the pseudo-element '::{}' is not drawn", name);
    }
    return part_named(name) || has_prefix(name)
               ? ""
               : fmt::format("unknown pseudo-element '::{}'{}", name,
                             suggested(name, kElementsDrawn));
}

std::string about_class(const std::string& name) {
    // CSS 2's four elements may have one colon.
    if (is_among(name, kElementsDrawn) || is_among(name, kElementsNotDrawn)) {
        return about_element(name);
    }
    return is_pseudo_class(name) || has_prefix(name)
               ? ""
               : fmt::format("unknown pseudo-class ':{}'{}", name,
                             suggested(name, pseudo_class_names()));
}

// Calls visit(name, is_element) for each pseudo-class and -element until it returns true; gives
// whether it did.
template <typename Visit>
bool any_pseudo(std::span<const Token> selector, Visit&& visit) {
    for (std::size_t at = 0; at + 1 < selector.size(); ++at) {
        if (!selector[at].is(TokenType::kColon)) {
            continue;
        }
        const bool is_element = selector[at + 1].is(TokenType::kColon);
        at += is_element ? 2 : 1;
        const bool has_name = at < selector.size() && (selector[at].is(TokenType::kIdent) ||
                                                       selector[at].is(TokenType::kFunction));
        if (has_name && visit(ascii::lower_case(selector[at].value()), is_element)) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::string unknown_pseudo(std::span<const Token> selector) {
    std::string sentence;
    any_pseudo(selector, [&](const std::string& name, bool is_element) {
        sentence = is_element ? about_element(name) : about_class(name);
        return !sentence.empty();
    });
    return sentence;
}

bool has_prefixed_pseudo(std::span<const Token> selector) {
    return any_pseudo(selector, [](const std::string& name, bool) { return has_prefix(name); });
}

}  // namespace ghreveal::css
