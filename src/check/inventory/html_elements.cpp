#include <array>
#include <unordered_map>

#include "check/inventory/html_inventory.h"
#include "support/ascii.h"

namespace ghreveal::check {

namespace {

// HTML §4, and those of §16.2 that browsers still draw.
constexpr std::string_view kDrawn =
    "a abbr acronym address area article aside b base bdi bdo big blockquote body br button "
    "caption "
    "center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em "
    "fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i "
    "image img "
    "ins kbd label legend li link listing main map mark math menu meta nav nobr noembed noframes "
    "noscript ol optgroup option output p param picture plaintext pre q rb rp s samp search select "
    "rt rtc ruby section slot small source span strike strong style sub summary sup svg table "
    "tbody td "
    "template textarea tfoot th thead time title tr track tt u ul var wbr xmp";

constexpr std::string_view kPlaceholders = "audio canvas embed iframe object script video";

struct Otherwise {
    std::string_view names;
    std::string_view note;
};

constexpr auto kOtherwise = std::to_array<Otherwise>({
    {"input keygen meter progress selectedcontent",
     "such a control is a plain box; a picture of the form looks right"},
    {"frame frameset", "frames are not shown; link to their pages"},
    {"marquee", "it stands still"},
});

const std::unordered_map<std::string_view, ElementFacts>& elements() {
    static const auto kElements = [] {
        std::unordered_map<std::string_view, ElementFacts> all;
        const auto add = [&all](std::string_view names, ElementFacts facts) {
            for (const std::string_view name : ascii::words(names)) {
                all.emplace(name, facts);
            }
        };
        add(kDrawn, {ElementKind::kDrawn, ""});
        add(kPlaceholders, {ElementKind::kPlaceholder, ""});
        for (const Otherwise& row : kOtherwise) {
            add(row.names, {ElementKind::kOtherwise, row.note});
        }
        return all;
    }();
    return kElements;
}

}  // namespace

ElementFacts element_facts(std::string_view name) {
    const auto found = elements().find(name);
    return found == elements().end() ? ElementFacts{} : found->second;
}

std::vector<std::string> element_names() {
    std::vector<std::string> names;
    for (const auto& [name, facts] : elements()) {
        names.emplace_back(name);
    }
    return names;
}

}  // namespace ghreveal::check
