#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <vector>

#include "check/rules/rules_of_deck.h"
#include "style/properties/values/value_reader.h"
#include "support/ascii.h"
#include "support/file.h"
#include "support/rules.h"

namespace ghreveal::check {

namespace {

// HTML's elements (HTML §4, and those of §16 that browsers still show).
const std::vector<std::string> kElements{
    "a",      "abbr",     "acronym",  "address", "area",     "article",    "aside",      "audio",
    "b",      "base",     "bdi",      "bdo",     "big",      "blockquote", "body",       "br",
    "button", "canvas",   "caption",  "center",  "cite",     "code",       "col",        "colgroup",
    "data",   "datalist", "dd",       "del",     "details",  "dfn",        "dialog",     "dir",
    "div",    "dl",       "dt",       "em",      "embed",    "fieldset",   "figcaption", "figure",
    "font",   "footer",   "form",     "frame",   "frameset", "h1",         "h2",         "h3",
    "h4",     "h5",       "h6",       "head",    "header",   "hgroup",     "hr",         "html",
    "i",      "iframe",   "img",      "input",   "ins",      "kbd",        "label",      "legend",
    "li",     "link",     "main",     "map",     "mark",     "marquee",    "math",       "menu",
    "meta",   "meter",    "nav",      "nobr",    "noscript", "object",     "ol",         "optgroup",
    "option", "output",   "p",        "param",   "picture",  "pre",        "progress",   "q",
    "rb",     "rp",       "rt",       "rtc",     "ruby",     "s",          "samp",       "script",
    "search", "section",  "select",   "slot",    "small",    "source",     "span",       "strike",
    "strong", "style",    "sub",      "summary", "sup",      "svg",        "table",      "tbody",
    "td",     "template", "textarea", "tfoot",   "th",       "thead",      "time",       "title",
    "tr",     "track",    "tt",       "u",       "ul",       "var",        "video",      "wbr"};

// reveal.js's attributes, of all its versions, and of its plugins.
const std::vector<std::string> kAttributes{"data-background",
                                           "data-background-color",
                                           "data-background-image",
                                           "data-background-size",
                                           "data-background-position",
                                           "data-background-repeat",
                                           "data-background-opacity",
                                           "data-background-video",
                                           "data-background-video-loop",
                                           "data-background-video-muted",
                                           "data-background-iframe",
                                           "data-background-interactive",
                                           "data-background-gradient",
                                           "data-background-hash",
                                           "data-background-transition",
                                           "data-transition",
                                           "data-transition-speed",
                                           "data-state",
                                           "data-autoslide",
                                           "data-fragment-index",
                                           "data-markdown",
                                           "data-separator",
                                           "data-separator-vertical",
                                           "data-separator-notes",
                                           "data-charset",
                                           "data-element-attributes",
                                           "data-attributes",
                                           "data-notes",
                                           "data-timing",
                                           "data-visibility",
                                           "data-auto-animate",
                                           "data-auto-animate-id",
                                           "data-auto-animate-restart",
                                           "data-auto-animate-easing",
                                           "data-auto-animate-duration",
                                           "data-auto-animate-delay",
                                           "data-auto-animate-unmatched",
                                           "data-auto-animate-target",
                                           "data-id",
                                           "data-trim",
                                           "data-noescape",
                                           "data-line-numbers",
                                           "data-ln-start-from",
                                           "data-src",
                                           "data-srcset",
                                           "data-autoplay",
                                           "data-ignore",
                                           "data-preload",
                                           "data-preview-link",
                                           "data-preview-image",
                                           "data-preview-video",
                                           "data-link-target",
                                           "data-menu-title",
                                           "data-stretch",
                                           "data-chalkboard",
                                           "data-prevent-swipe",
                                           "data-audio-src",
                                           "data-external",
                                           "data-external-replace"};

// What only scripts, plugins or other programs show.
constexpr std::array<std::string_view, 8> kPlaceholders{"canvas", "video", "audio",  "iframe",
                                                        "object", "embed", "script", "dialog"};

constexpr std::size_t kLargestSheet = 1U << 20U;

bool is_any_of(std::string_view word, const auto& list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// The names of Font Awesome's icons, as its sheet has them: `.fa-NAME`.
std::vector<std::string> icon_names() {
    const std::string sheet =
        read_file(data_directory() / "themes" / "base" / "font-awesome.css", kLargestSheet);
    std::vector<std::string> names;
    for (std::size_t at = sheet.find(".fa-"); at != std::string::npos;
         at = sheet.find(".fa-", at + 1)) {
        const std::size_t begin = at + 4;
        const std::size_t end =
            sheet.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-", begin);
        names.push_back(sheet.substr(begin, end - begin));
    }
    return names;
}

class ElementCheck {
public:
    ElementCheck(const deck::Deck& deck, Diagnostics& diagnostics)
        : deck_(deck), diagnostics_(diagnostics) {}

    void check(const dom::Node& node) {
        if (!node.is_element() || node.is_foreign) {
            return;
        }
        check_name(node);
        check_alternative(node);
        check_icon(node);
        for (const dom::Attribute& attribute : node.attributes) {
            check_attribute(node, attribute);
        }
    }

private:
    void check_name(const dom::Node& node) {
        if (is_any_of(node.name, kPlaceholders)) {
            const bool is_script = node.name == "script";
            if (node.line != 0 && !(is_script && deck_.format == deck::Format::kPage)) {
                warn(Rule::kScriptContent, node,
                     is_script ? "a script is not run"
                               : fmt::format("<{}> is shown as a placeholder", node.name),
                     is_script ? "what it would change stays as it is"
                               : "a picture in its place is printed");
            }
            return;
        }
        // With a hyphen it is somebody's own (HTML §4.13.3).
        if (!is_any_of(node.name, kElements) && node.name.find('-') == std::string::npos) {
            const std::string near = nearest_match(node.name, kElements);
            warn(
                Rule::kUnknownElement, node, fmt::format("unknown element '{}'", node.name),
                near.empty() ? "it is shown as its text" : fmt::format("did you mean '{}'?", near));
        }
    }

    void check_alternative(const dom::Node& node) {
        if (node.name != "img") {
            return;
        }
        const std::string* text = node.attribute("alt");
        const bool is_markdown = deck_.format != deck::Format::kPage;
        if (text == nullptr || (text->empty() && is_markdown)) {
            const std::string* address = node.attribute("src");
            warn(Rule::kMissingAlt, node,
                 fmt::format("the picture '{}' has no alternative text",
                             address != nullptr ? address->substr(0, 200) : ""),
                 is_markdown ? "write it: ![what it shows](…)" : "write alt=\"what it shows\"");
        }
    }

    void check_icon(const dom::Node& node) {
        if (!node.has_class("fa") || deck_.format == deck::Format::kPage) {
            return;
        }
        if (icons_.empty()) {
            icons_ = icon_names();
        }
        ascii::any_word(*node.attribute("class"), [&](std::string_view word) {
            if (word.starts_with("fa-") && !is_any_of(word.substr(3), icons_)) {
                const std::string name(word.substr(3));
                const std::string near = nearest_match(name, icons_);
                warn(Rule::kUnknownIcon, node, fmt::format("unknown icon '{}'", name),
                     near.empty() ? "icons are those of Font Awesome 4.7"
                                  : fmt::format("did you mean '{}'?", near));
            }
            return false;
        });
    }

    void check_attribute(const dom::Node& node, const dom::Attribute& attribute) {
        if (attribute.name == "srcdoc" && node.name == "iframe") {
            warn(Rule::kUnknownAttribute, node, "'srcdoc' of a frame is not shown",
                 "write it into the slide itself");
        }
        check_background(node, attribute);
        if (!attribute.name.starts_with("data-") || is_any_of(attribute.name, kAttributes) ||
            !reported_.insert(attribute.name).second) {
            return;
        }
        // Authors may have attributes of their own: only what looks like a slip is one.
        const std::string near = nearest_slip(attribute.name);
        if (!near.empty()) {
            warn(Rule::kUnknownAttribute, node,
                 fmt::format("unknown attribute '{}'", attribute.name),
                 fmt::format("did you mean '{}'?", near));
        }
    }

    // One word there is a colour's name: an address has a dot or a slash, other colours have more.
    void check_background(const dom::Node& node, const dom::Attribute& attribute) {
        const bool is_background =
            attribute.name == "data-background" || attribute.name == "data-background-color";
        const std::string value = ascii::lower_case(ascii::trimmed(attribute.value));
        const bool is_word =
            !value.empty() && std::all_of(value.begin(), value.end(), ascii::is_letter);
        if (is_background && is_word && !style::named_color(value) && value != "transparent" &&
            value != "currentcolor") {
            warn(Rule::kUnknownAttribute, node,
                 fmt::format("'{}' of {} is no colour", attribute.value, attribute.name),
                 "write a colour of CSS, or the address of a picture");
        }
    }

    static std::string nearest_slip(const std::string& name) {
        constexpr std::size_t kPrefix = 5;  // of "data-", which is alike in all of them
        std::vector<std::string> names;
        for (const std::string& known : kAttributes) {
            names.push_back(known.substr(kPrefix));
        }
        const std::string near = nearest_match(name.substr(kPrefix), names);
        const bool is_short = name.size() < kPrefix + 5;
        return near.empty() || is_short ? "" : "data-" + near;
    }

    void warn(Rule rule, const dom::Node& node, std::string what, std::string hint) {
        diagnostics_.warn(rule, dom::position_of(node, deck_.file), std::move(what),
                          std::move(hint));
    }

    const deck::Deck& deck_;
    Diagnostics& diagnostics_;
    std::vector<std::string> icons_;
    std::unordered_set<std::string> reported_;
};

}  // namespace

void check_elements(const deck::Deck& deck, Diagnostics& diagnostics) {
    ElementCheck check(deck, diagnostics);
    for (const deck::Slide& slide : deck.slides) {
        dom::for_each(*slide.section, [&](const dom::Node& node) { check.check(node); });
    }
}

}  // namespace ghreveal::check
