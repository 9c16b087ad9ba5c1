#include "deck/page/reveal_defaults.h"

#include <string>
#include <string_view>

#include "deck/page/scripts/literal_reader.h"
#include "deck/page/scripts/site_file.h"
#include "deck/settings/front_matter.h"
#include "dom/document.h"

namespace ghreveal::deck {

namespace {

bool is_reveal_script(const dom::Node& node) {
    const std::string* address = node.is_element("script") ? node.attribute("src") : nullptr;
    if (address == nullptr) {
        return false;
    }
    const std::string_view path =
        std::string_view(*address).substr(0, address->find_first_of("?#"));
    return path.ends_with("/reveal.js") || path.ends_with("/reveal.min.js") ||
           path == "reveal.js" || path == "reveal.min.js";
}

// The object that begins with the size; empty where there is none. Its later members are none of
// a page's.
std::string size_object(std::string_view script) {
    const std::size_t scale = script.find("minScale");
    const std::size_t begin = scale == script.npos ? scale : script.rfind('{', scale);
    if (begin == script.npos || script.find("width", begin) > scale) {
        return "";
    }
    const std::string object = std::string(script.substr(begin, scale - begin)) + "}";
    LiteralReader reader(object);
    return reader.value().value_or("");
}

}  // namespace

void read_own_defaults(Deck& deck, const Limits& limits) {
    const dom::Node* script =
        deck.version.major < 4 ? dom::find_first(*deck.html, is_reveal_script) : nullptr;
    if (script == nullptr) {
        return;
    }
    const std::string object =
        size_object(text_of_site_file(*script->attribute("src"), deck.site, limits));
    Diagnostics unsaid;  // it is no text of the author's
    if (!object.empty()) {
        read_configuration(object, script->line, deck, unsaid);
    }
}

}  // namespace ghreveal::deck
