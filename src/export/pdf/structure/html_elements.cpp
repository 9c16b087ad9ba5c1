#include "export/pdf/structure/html_elements.h"

#include <algorithm>
#include <array>
#include <utility>

#include "export/pdf/document/document_facts.h"
#include "support/ascii.h"

namespace ghreveal::exporter {

namespace {

constexpr auto kRoles = std::to_array<std::pair<std::string_view, ElementRole>>({
    {"a", ElementRole::kLink},         {"address", ElementRole::kBlock},
    {"article", ElementRole::kBlock},  {"aside", ElementRole::kBlock},
    {"audio", ElementRole::kPicture},  {"blockquote", ElementRole::kBlockQuote},
    {"canvas", ElementRole::kPicture}, {"caption", ElementRole::kCaption},
    {"center", ElementRole::kBlock},   {"code", ElementRole::kCode},
    {"dd", ElementRole::kDescription}, {"details", ElementRole::kBlock},
    {"div", ElementRole::kBlock},      {"dl", ElementRole::kTerms},
    {"dt", ElementRole::kTerm},        {"embed", ElementRole::kPicture},
    {"fieldset", ElementRole::kBlock}, {"figcaption", ElementRole::kParagraph},
    {"figure", ElementRole::kBlock},   {"footer", ElementRole::kBlock},
    {"form", ElementRole::kBlock},     {"h1", ElementRole::kHeading},
    {"h2", ElementRole::kHeading},     {"h3", ElementRole::kHeading},
    {"h4", ElementRole::kHeading},     {"h5", ElementRole::kHeading},
    {"h6", ElementRole::kHeading},     {"header", ElementRole::kBlock},
    {"hr", ElementRole::kBlock},       {"iframe", ElementRole::kPicture},
    {"img", ElementRole::kPicture},    {"kbd", ElementRole::kCode},
    {"li", ElementRole::kListItem},    {"main", ElementRole::kBlock},
    {"menu", ElementRole::kList},      {"nav", ElementRole::kBlock},
    {"object", ElementRole::kPicture}, {"ol", ElementRole::kList},
    {"p", ElementRole::kParagraph},    {"pre", ElementRole::kCodeBlock},
    {"q", ElementRole::kQuote},        {"samp", ElementRole::kCode},
    {"section", ElementRole::kBlock},  {"summary", ElementRole::kParagraph},
    {"svg", ElementRole::kPicture},    {"table", ElementRole::kTable},
    {"tbody", ElementRole::kRowGroup}, {"td", ElementRole::kCell},
    {"tfoot", ElementRole::kRowGroup}, {"th", ElementRole::kCell},
    {"thead", ElementRole::kRowGroup}, {"tr", ElementRole::kRow},
    {"tt", ElementRole::kCode},        {"ul", ElementRole::kList},
    {"video", ElementRole::kPicture},
});

static_assert(std::is_sorted(kRoles.begin(), kRoles.end()));

const std::string& attribute_or_empty(const dom::Node& node, std::string_view name) {
    static const std::string kEmpty;
    const std::string* value = node.attribute(name);
    return value != nullptr ? *value : kEmpty;
}

// The last part of an address, without its ending.
std::string file_name(std::string_view address) {
    if (address.starts_with("data:")) {
        return "";
    }
    address = address.substr(0, std::min(address.find_first_of("?#"), address.size()));
    address.remove_prefix(address.rfind('/') + 1);
    return std::string(address.substr(0, std::min(address.rfind('.'), address.size())));
}

std::string text_of_drawing(const dom::Node& svg) {
    const dom::Node* title =
        dom::find_first(svg, [](const dom::Node& node) { return node.is_element("title"); });
    return words_of(title != nullptr ? *title : svg);
}

bool is_decoration(const dom::Node& element) {
    const std::string& role = attribute_or_empty(element, "role");
    return attribute_or_empty(element, "aria-hidden") == "true" || role == "presentation" ||
           role == "none";
}

}  // namespace

ElementRole role_of(const dom::Node& element) {
    if (element.attribute("data-tex") != nullptr) {
        return ElementRole::kFormula;
    }
    if (element.is_element("sup") && attribute_or_empty(element, "id").starts_with("fnref")) {
        return ElementRole::kReference;
    }
    const auto found = std::lower_bound(
        kRoles.begin(), kRoles.end(), element.name,
        [](const auto& role, const std::string& name) { return role.first < name; });
    return found != kRoles.end() && found->first == element.name ? found->second
                                                                 : ElementRole::kInline;
}

std::string words_of(const dom::Node& element) {
    return collapsed_text(dom::text_content(element));
}

std::string label_of(const dom::Node& element) {
    const std::string label = collapsed_text(attribute_or_empty(element, "aria-label"));
    return label.empty() ? collapsed_text(attribute_or_empty(element, "title")) : label;
}

std::string alternative_text(const dom::Node& element) {
    const std::string* alt = element.attribute("alt");
    if (is_decoration(element) || (alt != nullptr && element.is_element("img") && alt->empty())) {
        return "";
    }
    std::string text = alt != nullptr ? collapsed_text(*alt) : "";
    if (text.empty()) {
        text = label_of(element);
    }
    if (text.empty() && element.is_element("svg")) {
        text = text_of_drawing(element);
    }
    for (const char* address : {"src", "data-src", "data"}) {
        if (text.empty()) {
            text = element.is_element("img") ? file_name(attribute_or_empty(element, address))
                                             : attribute_or_empty(element, address);
        }
    }
    return text.empty() ? element.name : text;
}

std::string_view list_numbering(const dom::Node& list) {
    if (!list.is_element("ol")) {
        return "/Disc";
    }
    const std::string& type = attribute_or_empty(list, "type");
    return type == "a"   ? "/LowerAlpha"
           : type == "A" ? "/UpperAlpha"
           : type == "i" ? "/LowerRoman"
           : type == "I" ? "/UpperRoman"
                         : "/Decimal";
}

}  // namespace ghreveal::exporter
