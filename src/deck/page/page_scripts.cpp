#include "deck/page/page_scripts.h"

namespace ghreveal::deck {

namespace {

// A section's Markdown stands in a <script> that is none.
bool holds_markdown(const dom::Node& script) {
    const std::string* type = script.attribute("type");
    return (type != nullptr && type->find("template") != type->npos) ||
           script.parent->attribute("data-markdown") != nullptr;
}

}  // namespace

std::vector<PageScript> page_scripts(const dom::Node& html) {
    std::vector<PageScript> scripts;
    dom::for_each(html, [&](const dom::Node& node) {
        if (node.is_element("script") && !holds_markdown(node)) {
            const std::string* address = node.attribute("src");
            scripts.push_back(
                {address == nullptr ? "" : *address, dom::text_content(node), node.line});
        }
    });
    return scripts;
}

}  // namespace ghreveal::deck
