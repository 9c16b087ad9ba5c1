#include "css/known_pseudos.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/ascii.h"
#include "support/error.h"

namespace ghreveal::css {

namespace {

const std::vector<std::string> kClasses{"active",
                                        "any-link",
                                        "autofill",
                                        "blank",
                                        "checked",
                                        "current",
                                        "default",
                                        "defined",
                                        "dir",
                                        "disabled",
                                        "empty",
                                        "enabled",
                                        "first",
                                        "first-child",
                                        "first-of-type",
                                        "focus",
                                        "focus-visible",
                                        "focus-within",
                                        "fullscreen",
                                        "future",
                                        "has",
                                        "host",
                                        "host-context",
                                        "hover",
                                        "in-range",
                                        "indeterminate",
                                        "invalid",
                                        "is",
                                        "lang",
                                        "last-child",
                                        "last-of-type",
                                        "left",
                                        "link",
                                        "local-link",
                                        "matches",
                                        "modal",
                                        "muted",
                                        "not",
                                        "nth-child",
                                        "nth-last-child",
                                        "nth-last-of-type",
                                        "nth-of-type",
                                        "only-child",
                                        "only-of-type",
                                        "open",
                                        "optional",
                                        "out-of-range",
                                        "past",
                                        "paused",
                                        "picture-in-picture",
                                        "placeholder-shown",
                                        "playing",
                                        "popover-open",
                                        "read-only",
                                        "read-write",
                                        "required",
                                        "right",
                                        "root",
                                        "scope",
                                        "state",
                                        "target",
                                        "target-within",
                                        "user-invalid",
                                        "user-valid",
                                        "valid",
                                        "visited",
                                        "where"};

// Of these, paper shows none, or they are shown as without: nobody misses them.
const std::vector<std::string> kElementsWithoutEffect{
    "selection",     "placeholder", "backdrop",       "file-selector-button",
    "cue",           "cue-region",  "target-text",    "spelling-error",
    "grammar-error", "highlight",   "details-content"};
const std::vector<std::string> kElementsDrawn{"before", "after", "marker"};
const std::vector<std::string> kElementsNotDrawn{"first-letter", "first-line", "part", "slotted"};

bool is_among(const std::string& name, const std::vector<std::string>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string suggested(const std::string& name, const std::vector<std::string>& names) {
    const std::string near = nearest_match(name, names);
    return near.empty() ? "" : fmt::format("; did you mean '{}'?", near);
}

std::string about_element(const std::string& name) {
    if (is_among(name, kElementsNotDrawn)) {
        return fmt::format("the pseudo-element '::{}' is not drawn", name);
    }
    const bool is_known = is_among(name, kElementsDrawn) ||
                          is_among(name, kElementsWithoutEffect) || name.starts_with("-");
    return is_known ? ""
                    : fmt::format("unknown pseudo-element '::{}'{}", name,
                                  suggested(name, kElementsDrawn));
}

std::string about_class(const std::string& name) {
    // CSS 2's four elements may have one colon.
    if (is_among(name, kElementsDrawn) || is_among(name, kElementsNotDrawn)) {
        return about_element(name);
    }
    return is_among(name, kClasses) || name.starts_with("-")
               ? ""
               : fmt::format("unknown pseudo-class ':{}'{}", name, suggested(name, kClasses));
}

}  // namespace

std::string unknown_pseudo(std::span<const Token> selector) {
    for (std::size_t at = 0; at + 1 < selector.size(); ++at) {
        if (!selector[at].is(TokenType::kColon)) {
            continue;
        }
        const bool is_element = selector[at + 1].is(TokenType::kColon);
        at += is_element ? 2 : 1;
        if (at >= selector.size() ||
            !(selector[at].is(TokenType::kIdent) || selector[at].is(TokenType::kFunction))) {
            continue;
        }
        const std::string name = ascii::lower_case(selector[at].value());
        std::string sentence = is_element ? about_element(name) : about_class(name);
        if (!sentence.empty()) {
            return sentence;
        }
    }
    return "";
}

}  // namespace ghreveal::css
