#include "css/pseudo_names.h"

#include <algorithm>
#include <array>
#include <map>

namespace ghreveal::css {

namespace {

using Kind = PseudoClass::Kind;

const std::map<std::string_view, Kind> kPseudoClasses{
    {"root", Kind::kRoot},
    {"scope", Kind::kScope},
    {"empty", Kind::kEmpty},
    {"link", Kind::kLink},
    {"any-link", Kind::kLink},
    {"first-child", Kind::kFirstChild},
    {"last-child", Kind::kLastChild},
    {"only-child", Kind::kOnlyChild},
    {"first-of-type", Kind::kFirstOfType},
    {"last-of-type", Kind::kLastOfType},
    {"only-of-type", Kind::kOnlyOfType},
};

const std::map<std::string_view, Kind> kNthPseudoClasses{
    {"nth-child", Kind::kNthChild},
    {"nth-last-child", Kind::kNthLastChild},
    {"nth-of-type", Kind::kNthOfType},
    {"nth-last-of-type", Kind::kNthLastOfType},
};

// What paper never is, and the states of forms.
constexpr std::array<std::string_view, 40> kUnmatched{
    "active",       "autofill",      "buffering",     "checked",
    "default",      "defined",       "disabled",      "enabled",
    "first",        "focus",         "focus-visible", "focus-within",
    "fullscreen",   "future",        "host",          "hover",
    "in-range",     "indeterminate", "invalid",       "left",
    "modal",        "muted",         "open",          "optional",
    "out-of-range", "past",          "paused",        "placeholder-shown",
    "playing",      "popover-open",  "read-only",     "read-write",
    "required",     "right",         "seeking",       "stalled",
    "target",       "user-invalid",  "valid",         "visited",
};

constexpr std::array<std::string_view, 8> kUnmatchedFunctions{
    "lang",        "dir",    "state", "host", "host-context", "active-view-transition-type",
    "-webkit-any", "current"};

constexpr std::array<std::string_view, 15> kOtherParts{
    "backdrop",       "cue",         "details-content", "file-selector-button",
    "first-letter",   "first-line",  "grammar-error",   "highlight",
    "part",           "placeholder", "selection",       "slotted",
    "spelling-error", "target-text", "view-transition"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::optional<Kind> found_in(const std::map<std::string_view, Kind>& kinds, std::string_view name) {
    const auto found = kinds.find(name);
    return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<Kind> pseudo_class_named(std::string_view name) {
    if (const auto kind = found_in(kPseudoClasses, name)) {
        return kind;
    }
    const bool is_unmatched = contains(kUnmatched, name) || name.starts_with("-webkit-");
    return is_unmatched ? std::optional(Kind::kNever) : std::nullopt;
}

std::optional<Kind> nth_pseudo_class_named(std::string_view name) {
    return found_in(kNthPseudoClasses, name);
}

bool is_unmatched_pseudo_function(std::string_view name) {
    return contains(kUnmatchedFunctions, name);
}

std::optional<SelectedPart> part_named(std::string_view name) {
    if (name == "before") {
        return SelectedPart::kBefore;
    }
    if (name == "after") {
        return SelectedPart::kAfter;
    }
    if (name == "marker") {
        return SelectedPart::kMarker;
    }
    // Chromium takes all of its own, and those of its old name, whether it has them or not.
    const bool is_known = contains(kOtherParts, name) || name.starts_with("-webkit-") ||
                          name.starts_with("view-transition-");
    return is_known ? std::optional(SelectedPart::kOther) : std::nullopt;
}

}  // namespace ghreveal::css
