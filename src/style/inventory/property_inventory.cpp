#include "style/inventory/property_inventory.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "style/properties/properties.h"
#include "support/ascii.h"

namespace ghreveal::style {

namespace {

enum class Lost : std::uint8_t {
    kNever,    // nothing is to be seen of it on paper
    kUnless,   // unless the value is made of these words
    kWith,     // as soon as the value has one of these words; a table of style/properties/ acts on
               // the others
    kRefused,  // the same, of words that the table does not take
};

struct Row {
    std::string_view property;
    Lost lost = Lost::kUnless;
    std::string_view words = "none auto normal";  // between blanks
};

// What pointers, keys, scrolling and time do, and what only browsers' own controls show. Breaks
// between pages are not within a slide.
constexpr auto kNothingToShow = std::to_array<std::string_view>({
    "accent-color",
    "animation-composition",
    "animation-delay",
    "animation-duration",
    "animation-play-state",
    "animation-range",
    "animation-range-end",
    "animation-range-start",
    "animation-timeline",
    "animation-timing-function",
    "appearance",
    // Of a draft of 2009: no browser has them without a prefix.
    "box-align",
    "box-direction",
    "box-flex",
    "box-flex-group",
    "box-lines",
    "box-ordinal-group",
    "box-orient",
    "box-pack",
    "caret-color",
    "color-adjust",
    "color-profile",
    "cursor",
    "font-display",
    "forced-color-adjust",
    "interactivity",
    "interpolate-size",
    "overflow-anchor",
    "overlay",
    "overscroll-behavior",
    "overscroll-behavior-block",
    "overscroll-behavior-inline",
    "overscroll-behavior-x",
    "overscroll-behavior-y",
    "page",
    "page-break-after",
    "page-break-before",
    "perspective-origin",
    "pointer-events",
    "print-color-adjust",
    "reading-flow",
    "reading-order",
    "rendering-intent",
    "resize",
    "scroll-behavior",
    "scroll-margin",
    "scroll-margin-block",
    "scroll-margin-block-end",
    "scroll-margin-block-start",
    "scroll-margin-bottom",
    "scroll-margin-inline",
    "scroll-margin-inline-end",
    "scroll-margin-inline-start",
    "scroll-margin-left",
    "scroll-margin-right",
    "scroll-margin-top",
    "scroll-marker-group",
    "scroll-padding",
    "scroll-padding-block",
    "scroll-padding-block-end",
    "scroll-padding-block-start",
    "scroll-padding-bottom",
    "scroll-padding-inline",
    "scroll-padding-inline-end",
    "scroll-padding-inline-start",
    "scroll-padding-left",
    "scroll-padding-right",
    "scroll-padding-top",
    "scroll-snap-align",
    "scroll-snap-stop",
    "scroll-snap-type",
    "scroll-timeline",
    "scroll-timeline-axis",
    "scroll-timeline-name",
    "scrollbar-color",
    "scrollbar-gutter",
    "scrollbar-width",
    "shape-rendering",
    "speak",
    "speak-as",
    "src",
    "text-rendering",
    "text-size-adjust",
    "timeline-scope",
    "touch-action",
    "transition",
    "transition-behavior",
    "transition-delay",
    "transition-duration",
    "transition-property",
    "transition-timing-function",
    "unicode-range",
    "user-select",
    "view-timeline",
    "view-timeline-axis",
    "view-timeline-inset",
    "view-timeline-name",
    "view-transition-class",
    "view-transition-name",
    "will-change",
});

// Those that no table of style/properties/ has, by this name or with `-webkit-` before it. Of every
// one, the words with which nothing is lost are its initial value's.
constexpr auto kNotSupported = std::to_array<std::string_view>({
    "alignment-baseline",
    "anchor-name",
    "anchor-scope",
    "background-blend-mode",
    "baseline-shift",
    "baseline-source",
    "block-step",
    "border-image-outset",
    "border-image-repeat",
    "border-image-slice",
    "border-image-source",
    "border-image-width",
    "color-interpolation",
    "contain-intrinsic-block-size",
    "contain-intrinsic-height",
    "contain-intrinsic-inline-size",
    "contain-intrinsic-size",
    "contain-intrinsic-width",
    "cx",
    "cy",
    "d",
    "font-language-override",
    "font-optical-sizing",
    "font-palette",
    "font-variant-alternates",
    "font-variant-caps",
    "font-variant-east-asian",
    "font-variant-emoji",
    "font-variant-ligatures",
    "font-variant-numeric",
    "font-variant-position",
    "font-variation-settings",
    "font-width",
    "hanging-punctuation",
    "hyphenate-limit-chars",
    "initial-letter",
    "isolation",
    "lighting-color",
    "line-clamp",
    "marker",
    "mask-border",
    "mask-border-source",
    "mask-mode",
    "mask-type",
    "math-depth",
    "math-shift",
    "math-style",
    "object-view-box",
    "offset",
    "offset-anchor",
    "offset-distance",
    "offset-path",
    "offset-position",
    "offset-rotate",
    "paint-order",
    "perspective",
    "position-anchor",
    "position-area",
    "position-try",
    "position-try-fallbacks",
    "position-try-order",
    "position-visibility",
    "r",
    "ruby-align",
    "ruby-overhang",
    "ruby-position",
    "rx",
    "ry",
    "shape-image-threshold",
    "shape-margin",
    "shape-outside",
    "text-align-all",
    "text-autospace",
    "text-combine-upright",
    "text-emphasis",
    "text-emphasis-color",
    "text-emphasis-position",
    "text-emphasis-style",
    "text-justify",
    "text-spacing-trim",
    "vector-effect",
    "x",
    "y",
    "-webkit-box-reflect",
});

// Those that need more to be said.
constexpr auto kOthers = std::to_array<Row>({
    {"all", Lost::kUnless, ""},
    {"background", Lost::kWith, "fixed local"},
    {"background-attachment", Lost::kWith, "fixed local"},
    {"box-decoration-break", Lost::kUnless, "slice"},
    {"clip-path", Lost::kRefused, "url"},  // a clip or a filter of a drawing
    {"color-interpolation-filters", Lost::kUnless, "linearRGB linearrgb auto"},
    {"color-scheme", Lost::kUnless, "normal light only light dark"},
    {"content-visibility", Lost::kUnless, "visible auto"},
    {"field-sizing", Lost::kUnless, "fixed"},
    {"filter", Lost::kRefused, "url"},
    {"font-kerning", Lost::kUnless, "auto normal"},
    {"font-synthesis-position", Lost::kUnless, "auto"},
    {"font-synthesis-small-caps", Lost::kUnless, "auto"},
    {"hyphens", Lost::kUnless, "none manual"},
    {"image-orientation", Lost::kUnless, "from-image"},
    {"overflow-block", Lost::kUnless, "visible"},
    {"overflow-inline", Lost::kUnless, "visible"},
    {"text-orientation", Lost::kRefused, "upright"},
    {"text-wrap", Lost::kUnless, "wrap auto stable"},
    {"text-wrap-mode", Lost::kUnless, "wrap"},
    {"text-wrap-style", Lost::kUnless, "auto stable"},
    {"transform", Lost::kWith, "perspective"},
    {"transform-style", Lost::kWith, "preserve-3d"},
    {"white-space-collapse", Lost::kUnless, "collapse"},
    {"zoom", Lost::kUnless, "1 100% normal"},
});

const std::unordered_map<std::string_view, Row>& rows() {
    static const auto kRows = [] {
        std::unordered_map<std::string_view, Row> all;
        for (const std::string_view property : kNothingToShow) {
            all.emplace(property, Row{property, Lost::kNever, ""});
        }
        for (const std::string_view property : kNotSupported) {
            all.emplace(property, Row{property});
        }
        for (const Row& row : kOthers) {
            all.emplace(row.property, row);
        }
        return all;
    }();
    return kRows;
}

bool is_wide_keyword(std::string_view word) {
    constexpr std::array<std::string_view, 5> kWide{"inherit", "initial", "revert", "revert-layer",
                                                    "unset"};
    return std::find(kWide.begin(), kWide.end(), word) != kWide.end();
}

std::string word_of(const css::Token& token) {
    return token.is(css::TokenType::kUrl)          ? "url"
           : token.is(css::TokenType::kNumber)     ? fmt::format("{}", token.number)
           : token.is(css::TokenType::kPercentage) ? fmt::format("{}%", token.number)
                                                   : ascii::lower_case(token.value());
}

bool loses_something(const Row& row, const css::Tokens& value) {
    if (row.lost == Lost::kNever || is_for_old_browsers(value)) {
        return false;
    }
    const bool lost_with_words = row.lost == Lost::kWith || row.lost == Lost::kRefused;
    return std::any_of(value.begin(), value.end(), [&](const css::Token& token) {
        if (token.is(css::TokenType::kWhiteSpace) || token.is(css::TokenType::kComma)) {
            return false;
        }
        const std::string word = word_of(token);
        const bool is_among =
            ascii::any_word(row.words, [&](std::string_view known) { return known == word; });
        const bool is_harmless = !row.words.empty() && is_wide_keyword(word);
        return !is_harmless && is_among == lost_with_words;
    });
}

// Names of other browsers, and hacks for old ones: none that is drawn after knows them.
bool is_for_others(std::string_view property) {
    return property.starts_with('-') || property.starts_with('*') || property.starts_with('_');
}

}  // namespace

bool is_for_old_browsers(const css::Tokens& value) {
    if (value.empty()) {
        return false;
    }
    // What an escape of 9 or 0 becomes at the end of `1px \9`, `red\9` and `none\0`.
    const std::string_view last = value.back().value();
    return value[0].is_function("alpha") || value[0].is_function("expression") ||
           value[0].is_ident("progid") || last.ends_with('\t') || last.ends_with("\uFFFD");
}

std::string_view without_webkit_prefix(std::string_view property) {
    constexpr std::string_view kPrefix = "-webkit-";
    return property.starts_with(kPrefix) ? property.substr(kPrefix.size()) : property;
}

Effect effect_of(std::string_view property, const css::Tokens& value) {
    const auto named = rows().find(property);
    if (find_property(property) != nullptr) {
        const bool is_lost = named != rows().end() && named->second.lost != Lost::kUnless &&
                             loses_something(named->second, value);
        return is_lost ? Effect::kNotSupported : Effect::kActedOn;
    }
    const auto row = named == rows().end() ? rows().find(without_webkit_prefix(property)) : named;
    if (row != rows().end() && loses_something(row->second, value)) {
        return Effect::kNotSupported;
    }
    return row != rows().end() || is_for_others(property) ? Effect::kNothingToShow
                                                          : Effect::kUnknown;
}

bool is_refused(std::string_view property, const css::Tokens& value) {
    const auto row = rows().find(property);
    return row != rows().end() && row->second.lost == Lost::kRefused &&
           loses_something(row->second, value);
}

std::vector<std::string_view> needless_rows() {
    std::vector<std::string_view> names;
    for (const auto& [name, row] : rows()) {
        const bool serves_prefix =
            !name.starts_with('-') && find_property("-webkit-" + std::string(name)) == nullptr;
        if (find_property(name) != nullptr && row.lost == Lost::kUnless && !serves_prefix) {
            names.push_back(name);
        }
    }
    return names;
}

}  // namespace ghreveal::style
