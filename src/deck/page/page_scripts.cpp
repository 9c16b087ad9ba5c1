#include "deck/page/page_scripts.h"

namespace ghreveal::deck {

std::vector<PageScript> page_scripts(const dom::Node& html) {
    std::vector<PageScript> scripts;
    dom::for_each(html, [&](const dom::Node& node) {
        if (node.is_element("script") && !node.parent->is_element("section")) {
            const std::string* address = node.attribute("src");
            scripts.push_back(
                {address == nullptr ? "" : *address, dom::text_content(node), node.line});
        }
    });
    return scripts;
}

}  // namespace ghreveal::deck
