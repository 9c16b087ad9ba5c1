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
    {"checked", Kind::kChecked},
    {"defined", Kind::kDefined},
    {"disabled", Kind::kDisabled},
    {"enabled", Kind::kEnabled},
    {"open", Kind::kOpen},
    {"optional", Kind::kOptional},
    {"placeholder-shown", Kind::kPlaceholderShown},
    {"read-only", Kind::kReadOnly},
    {"read-write", Kind::kReadWrite},
    {"required", Kind::kRequired},
};

const std::map<std::string_view, Kind> kWordPseudoClasses{{"lang", Kind::kLang},
                                                          {"dir", Kind::kDir}};

const std::map<std::string_view, Kind> kNthPseudoClasses{
    {"nth-child", Kind::kNthChild},
    {"nth-last-child", Kind::kNthLastChild},
    {"nth-of-type", Kind::kNthOfType},
    {"nth-last-of-type", Kind::kNthLastOfType},
};

// What paper never is, and what forms are while they are filled in.
constexpr auto kUnmatched = std::to_array<std::string_view>({
    "active",
    "active-view-transition",
    "autofill",
    "blank",
    "buffering",
    "default",
    "first",
    "focus",
    "focus-visible",
    "focus-within",
    "fullscreen",
    "future",
    "has-slotted",
    "host",
    "hover",
    "in-range",
    "indeterminate",
    "interest-source",
    "interest-target",
    "invalid",
    "left",
    "local-link",
    "modal",
    "muted",
    "out-of-range",
    "past",
    "paused",
    "picture-in-picture",
    "playing",
    "popover-open",
    "right",
    "seeking",
    "stalled",
    "target",
    "target-after",
    "target-before",
    "target-current",
    "target-within",
    "user-invalid",
    "user-valid",
    "valid",
    "visited",
    "volume-locked",
    "xr-overlay",
});

constexpr auto kLogical =
    std::to_array<std::string_view>({"not", "is", "where", "has", "matches", "-webkit-any"});

constexpr auto kUnmatchedFunctions = std::to_array<std::string_view>(
    {"state", "host", "host-context", "active-view-transition-type", "current"});

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

std::optional<Kind> word_pseudo_class_named(std::string_view name) {
    return found_in(kWordPseudoClasses, name);
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
    if (name == "first-letter") {
        return SelectedPart::kFirstLetter;
    }
    if (name == "first-line") {
        return SelectedPart::kFirstLine;
    }
    // Chromium takes all of its own, and those of its old name, whether it has them or not.
    const bool is_known = contains(kOtherParts, name) || name.starts_with("-webkit-") ||
                          name.starts_with("view-transition-");
    return is_known ? std::optional(SelectedPart::kOther) : std::nullopt;
}

bool is_logical_pseudo_class(std::string_view name) {
    return contains(kLogical, name);
}

bool is_pseudo_class(std::string_view name) {
    return pseudo_class_named(name) || nth_pseudo_class_named(name) ||
           word_pseudo_class_named(name) || is_unmatched_pseudo_function(name) ||
           is_logical_pseudo_class(name);
}

std::vector<std::string> pseudo_class_names() {
    std::vector<std::string> names(kUnmatched.begin(), kUnmatched.end());
    names.insert(names.end(), kLogical.begin(), kLogical.end());
    names.insert(names.end(), kUnmatchedFunctions.begin(), kUnmatchedFunctions.end());
    for (const auto* kinds : {&kPseudoClasses, &kNthPseudoClasses, &kWordPseudoClasses}) {
        for (const auto& [name, kind] : *kinds) {
            names.emplace_back(name);
        }
    }
    return names;
}

}  // namespace ghreveal::css
