#include "export/notes/safe_html.h"

#include <algorithm>
#include <array>

#include "deck/link_address.h"
#include "dom/document.h"
#include "dom/parse.h"
#include "math/plain_text.h"
#include "support/ascii.h"
#include "support/unicode/shortened.h"

namespace ghreveal::exporter {

namespace {

using Names = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view name, Names names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_allowed_element(std::string_view name) {
    return is_one_of(
        name,
        {"a",       "abbr",     "address",    "article",    "aside",   "audio",   "b",      "bdi",
         "bdo",     "big",      "blockquote", "br",         "caption", "center",  "cite",   "code",
         "col",     "colgroup", "data",       "dd",         "del",     "details", "dfn",    "div",
         "dl",      "dt",       "em",         "figcaption", "figure",  "font",    "footer", "h1",
         "h2",      "h3",       "h4",         "h5",         "h6",      "header",  "hr",     "i",
         "img",     "ins",      "kbd",        "li",         "main",    "mark",    "nav",    "ol",
         "p",       "picture",  "pre",        "q",          "rp",      "rt",      "ruby",   "s",
         "samp",    "section",  "small",      "source",     "span",    "strike",  "strong", "sub",
         "summary", "sup",      "table",      "tbody",      "td",      "tfoot",   "th",     "thead",
         "time",    "tr",       "track",      "tt",         "u",       "ul",      "var",    "video",
         "wbr"});
}

// What is in these is no text of the notes, or is parsed in other ways by other programs. Of other
// elements that are not allowed the content stays.
bool goes_with_its_content(const dom::Node& node) {
    return node.is_foreign ||
           is_one_of(node.name,
                     {"applet",   "base",   "embed",    "frame",     "frameset", "head",
                      "iframe",   "link",   "math",     "meta",      "noembed",  "noframes",
                      "noscript", "object", "param",    "plaintext", "script",   "select",
                      "style",    "svg",    "template", "textarea",  "title",    "xmp"});
}

bool is_allowed_attribute(std::string_view name) {
    if (name.starts_with("data-") || name.starts_with("aria-")) {
        return std::all_of(name.begin(), name.end(),
                           [](char c) { return ascii::is_alphanumeric(c) || c == '-'; });
    }
    return is_one_of(
        name, {"align",     "alt",     "bgcolor", "border",   "cellpadding", "cellspacing", "cite",
               "class",     "color",   "colspan", "controls", "datetime",    "dir",         "face",
               "headers",   "height",  "hidden",  "href",     "id",          "kind",        "label",
               "lang",      "loading", "media",   "muted",    "open",        "poster",      "rel",
               "reversed",  "role",    "rowspan", "scope",    "size",        "sizes",       "span",
               "src",       "srclang", "srcset",  "start",    "style",       "summary",     "title",
               "translate", "type",    "valign",  "value",    "width"});
}

// A raster picture in the address itself; `data:` of other types are documents.
bool is_picture_data(std::string_view address) {
    const std::array<std::string_view, 5> types{"png", "jpeg", "jpg", "gif", "webp"};
    return std::any_of(types.begin(), types.end(), [&](std::string_view type) {
        const std::string beginning = "data:image/" + std::string(type);
        return ascii::starts_ignoring_case(address, beginning + ";") ||
               ascii::starts_ignoring_case(address, beginning + ",");
    });
}

bool is_safe_address(std::string_view address) {
    return is_picture_data(ascii::trimmed(address)) || deck::safe_address(address).has_value();
}

// HTML §4.8.4.2.1: addresses and their descriptors between commas. None may hold one itself, so
// that what is looked at is what a browser takes.
bool is_safe_srcset(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        for (const std::string_view word : ascii::words(text.substr(0, end))) {
            if (!deck::safe_address(word)) {
                return false;
            }
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

// Of declarations: no functions that load, nothing that old browsers run, no escapes that hide one.
bool is_safe_style(std::string_view text) {
    const std::string lower = ascii::lower_case(text);
    const std::array<std::string_view, 11> kept_out{
        "url",        "image-set", "src(",     "image(", "cross-fade(", "expression",
        "javascript", "binding",   "behavior", "@",      "/*"};
    return lower.find('\\') == std::string::npos &&
           std::none_of(kept_out.begin(), kept_out.end(), [&](std::string_view word) {
               return lower.find(word) != std::string::npos;
           });
}

std::string safe_style(std::string_view style) {
    std::string result;
    for (std::string_view rest = style; !rest.empty();) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        const std::string_view declaration = rest.substr(0, end);
        if (is_safe_style(declaration) && !ascii::is_blank(declaration)) {
            result += std::string(declaration) + ";";
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return is_safe_style(result) ? result : "";
}

bool is_address(std::string_view name) {
    return is_one_of(name, {"href", "src", "cite", "poster"});
}

class Sanitizer {
public:
    explicit Sanitizer(dom::Document& document) : document_(document) {}

    void clean_children(dom::Node& parent) {
        for (dom::Node* child = parent.first_child; child != nullptr;) {
            dom::Node* next = child->next;
            if (child->is_element()) {
                clean(*child);
            }
            child = next;
        }
    }

    std::set<std::string> left_out;

private:
    void clean(dom::Node& node) {
        if (goes_with_its_content(node)) {
            note("<" + node.name + ">");
            document_.remove(node);
            return;
        }
        clean_children(node);
        if (is_allowed_element(node.name)) {
            clean_attributes(node);
            return;
        }
        note("<" + node.name + ">");
        for (dom::Node* child = node.first_child; child != nullptr;) {
            dom::Node* next = child->next;
            document_.remove(*child);
            document_.insert_before(node, *child);
            child = next;
        }
        document_.remove(node);
    }

    void clean_attributes(dom::Node& node) {
        std::erase_if(node.attributes, [&](dom::Attribute& attribute) {
            const std::string& value = attribute.value;
            if (!is_allowed_attribute(attribute.name)) {
                note(attribute.name);
                return true;
            }
            const bool is_safe = is_address(attribute.name)   ? is_safe_address(value)
                                 : attribute.name == "srcset" ? is_safe_srcset(value)
                                                              : true;
            if (!is_safe) {
                note(value);
                return true;
            }
            if (attribute.name == "style" && !is_safe_style(value)) {
                note(value);
                attribute.value = safe_style(value);
                return attribute.value.empty();
            }
            return false;
        });
    }

    void note(const std::string& what) {
        constexpr std::size_t kShown = 40;
        left_out.insert(utf8::shortened(what, kShown));
    }

    dom::Document& document_;
};

}  // namespace

SafeHtml safe_html(const std::string& html) {
    dom::Document document;
    dom::Node& section = document.create_element("section");
    dom::parse_fragment(document, section, html, "section", {});
    const bool had_formulas = math::has_formula(section);
    math::put_sources_back(document, section);
    Sanitizer sanitizer(document);
    sanitizer.clean_children(section);
    // Comments and doctypes are the places where parsers differ; they vanish with the rest.
    const bool is_as_it_was = !had_formulas && sanitizer.left_out.empty() &&
                              html.find("<!") == std::string::npos &&
                              html.find("<?") == std::string::npos;
    if (is_as_it_was) {
        return {html, {}};
    }
    SafeHtml safe{"", std::move(sanitizer.left_out)};
    for (const dom::Node* child = section.first_child; child != nullptr; child = child->next) {
        safe.html += dom::outer_markup(*child);
    }
    return safe;
}

}  // namespace ghreveal::exporter
