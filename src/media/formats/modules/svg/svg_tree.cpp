#include "media/formats/modules/svg/svg_tree.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "media/formats/modules/svg/foreign_object.h"
#include "media/formats/modules/svg/svg_risks.h"
#include "media/formats/modules/svg/svg_style.h"
#include "media/formats/modules/svg/xml_node.h"
#include "support/ascii.h"
#include "support/error.h"
#include "support/handle.h"

namespace ghreveal::media {

namespace {

using Document = Handle<xmlDoc, xmlFreeDoc>;
using Parser = Handle<xmlParserCtxt, xmlFreeParserCtxt>;

// XML 1.0 §4.2.2: entities kept elsewhere are left undeclared, so that no file is read for them.
void declare_entity(void* parser, const xmlChar* name, int type, const xmlChar* public_id,
                    const xmlChar* system_id, xmlChar* content) {
    if (type == XML_INTERNAL_GENERAL_ENTITY || type == XML_INTERNAL_PARAMETER_ENTITY) {
        xmlSAX2EntityDecl(parser, name, type, public_id, system_id, content);
    }
}

std::string sentence_of(const xmlParserCtxt& parser) {
    const xmlError& error = parser.lastError;
    std::string message = error.message != nullptr ? error.message : "";
    std::replace(message.begin(), message.end(), '\n', ' ');
    return "it is no whole XML (line " + std::to_string(error.line) + ": " +
           std::string(ascii::trimmed(message)) + ")";
}

Document parse(const std::string& text, SvgFindings& findings) {
    const Parser parser{xmlNewParserCtxt()};
    if (!parser) {
        findings.problem = "there is not enough memory";
        return nullptr;
    }
    parser->sax->entityDecl = declare_entity;
    parser->sax->externalSubset = nullptr;
    Document document{xmlCtxtReadMemory(
        parser.get(), text.data(), static_cast<int>(text.size()), nullptr, nullptr,
        XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)};
    if (!document) {
        findings.problem = sentence_of(*parser);
    }
    return document;
}

std::string serialized(xmlDoc* document) {
    xmlChar* bytes = nullptr;
    int length = 0;
    xmlDocDumpMemoryEnc(document, &bytes, &length, "UTF-8");
    std::string text(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    xmlFree(bytes);
    return text;
}

// Walks over all elements once for what they declare, once to change them.
class Preparer {
public:
    Preparer(const SvgReading& reading, SvgFindings& findings, SvgTree& tree)
        : reading_(reading), findings_(findings), tree_(tree) {}

    // False with a problem.
    bool read(xmlNode* element, int depth);
    void change(xmlNode* element, bool in_text);

private:
    bool exceeds(std::string limit, std::string problem) {
        findings_.problem = std::move(problem);
        findings_.limit = std::move(limit);
        return false;
    }
    void take_text(xmlNode* element);
    void change_attributes(xmlNode* element);
    void change_style_sheet(xmlNode* element);
    void change_link(xmlNode* element, bool in_text);
    void change_picture(xmlNode* element);
    std::string resolved(std::string_view css) const {
        return without_functions(css, variables_, reading_.limits.variable_bytes);
    }

    const SvgReading& reading_;
    SvgFindings& findings_;
    SvgTree& tree_;
    SvgVariables variables_;
    std::size_t elements_ = 0;
    SvgRisks risks_;
};

void Preparer::take_text(xmlNode* element) {
    const std::string name = name_of(element);
    const std::string style = attribute_of(element, "style");
    collect_variables(style, variables_);
    collect_families(style, tree_.set_text.families);
    collect_family_list(attribute_of(element, "font-family"), tree_.set_text.families);
    if (name == "style") {
        const std::string css = text_of(element);
        collect_variables(css, variables_);
        collect_families(css, tree_.set_text.families);
    } else if (name == "text" || name == "foreignObject") {
        tree_.set_text.characters += characters_of(text_of(element));
    }
}

bool Preparer::read(xmlNode* element, int depth) {
    if (++elements_ > reading_.limits.svg_elements) {
        return exceeds("svg-elements", "the SVG picture has too many elements");
    }
    if (depth > reading_.limits.svg_nesting) {
        return exceeds("svg-nesting", "the SVG picture's elements are nested too deeply");
    }
    take_text(element);
    risks_.look_at(element);
    for (xmlNode* child = first_element(element); child != nullptr; child = next_element(child)) {
        if (!read(child, depth + 1)) {
            return false;
        }
    }
    findings_.needs_trial = risks_.are_high();
    findings_.looks_per_pixel = risks_.looks_per_pixel();
    return true;
}

void Preparer::change_attributes(xmlNode* element) {
    // SVG 2 §16.1.5: `href` is the newer name, and comes first.
    const std::string old_link = take_attribute(element, "xlink:href");
    if (!old_link.empty() && attribute_of(element, "href").empty()) {
        set_attribute(element, "href", old_link);
    }
    for (const auto& [name, value] : attributes_of(element)) {
        if (ascii::starts_ignoring_case(name, "on")) {
            take_attribute(element, name);
        } else if (value.find("var(") != std::string::npos ||
                   value.find("light-dark(") != std::string::npos) {
            set_attribute(element, name, resolved(value));
        }
    }
}

void Preparer::change_style_sheet(xmlNode* element) {
    const std::string css = text_of(element);
    if (css.find("var(") != std::string::npos || css.find("light-dark(") != std::string::npos) {
        set_text(element, resolved(css));
    }
}

// Cairo's PDF surface does not survive the links that librsvg makes: a link is a group, and what it
// leads to is remembered.
void Preparer::change_link(xmlNode* element, bool in_text) {
    const std::string address = take_attribute(element, "href");
    rename(element, in_text ? "tspan" : "g");
    if (address.empty() || in_text) {
        return;
    }
    std::string id = attribute_of(element, "id");
    if (id.empty()) {
        id = "ghreveal-link-" + std::to_string(tree_.links.size());
        set_attribute(element, "id", id);
    }
    tree_.links.push_back({address, id});
}

void Preparer::change_picture(xmlNode* element) {
    const std::string address = attribute_of(element, "href");
    if (ascii::starts_ignoring_case(ascii::trimmed(address), "data:")) {
        set_attribute(element, "href", reading_.checked_picture(address));
    }
}

void Preparer::change(xmlNode* element, bool in_text) {
    change_attributes(element);
    const std::string name = name_of(element);
    if (name == "style") {
        change_style_sheet(element);
    } else if (name == "a") {
        change_link(element, in_text);
    } else if (name == "image" || name == "feImage") {
        change_picture(element);
    } else if (name == "switch") {
        keep_first_fitting(element);
    } else if (name == "foreignObject") {
        element = as_text(element);
    }
    const bool is_text = in_text || name == "text";
    xmlNode* next = nullptr;
    for (xmlNode* child = first_element(element); child != nullptr; child = next) {
        next = next_element(child);
        if (name_of(child) == "script") {
            remove(child);
        } else {
            change(child, is_text);
        }
    }
}

// The colour behind a whole picture, which only browsers draw (SVG 2 §3.7 leaves it to CSS).
void add_background(xmlNode* root) {
    const std::string style = attribute_of(root, "style");
    std::string color = style_value(style, "background-color");
    color = color.empty() ? style_value(style, "background") : color;
    if (color.empty() || color == "none" || color == "transparent" ||
        color.find("url(") != std::string::npos || color.find("gradient(") != std::string::npos) {
        return;
    }
    xmlNode* rect = xmlNewNode(root->ns, reinterpret_cast<const xmlChar*>("rect"));
    if (xmlNode* first = first_element(root)) {
        xmlAddPrevSibling(first, rect);
    } else {
        xmlAddChild(root, rect);
    }
    double x = 0;
    double y = 0;
    std::istringstream view_box(attribute_of(root, "viewBox"));
    view_box >> x >> y;
    set_attribute(rect, "x", std::to_string(x));
    set_attribute(rect, "y", std::to_string(y));
    set_attribute(rect, "width", "100%");
    set_attribute(rect, "height", "100%");
    set_attribute(rect, "style", "fill:" + color + ";stroke:none");
}

// As a picture the drawing fills what its shares would be of (CSS Images 3 §4.3: these are no size
// of its own).
bool made_to_fill_viewport(xmlNode* root) {
    const std::string width = attribute_of(root, "width");
    const std::string height = attribute_of(root, "height");
    // What is left out is all of it.
    const auto is_share = [](const std::string& size) {
        return size.empty() || size.ends_with('%');
    };
    if ((!is_share(width) && !is_share(height)) || (width.empty() && height.empty())) {
        return false;
    }
    set_attribute(root, "width", "100%");
    set_attribute(root, "height", "100%");
    return true;
}

}  // namespace

SvgTree prepare_svg(const std::string& text, const SvgReading& reading, SvgFindings& findings) {
    SvgTree tree;
    const Document document = parse(text, findings);
    if (!document) {
        return tree;
    }
    xmlNode* root = xmlDocGetRootElement(document.get());
    if (root == nullptr || name_of(root) != "svg") {
        findings.problem = "it is no SVG picture";
        return tree;
    }
    if (xmlDtd* declarations = xmlGetIntSubset(document.get())) {
        xmlUnlinkNode(reinterpret_cast<xmlNode*>(declarations));
        xmlFreeDtd(declarations);
    }
    if (root->ns == nullptr) {
        set_attribute(root, "xmlns", "http://www.w3.org/2000/svg");
    }
    Preparer preparer(reading, findings, tree);
    try {
        if (preparer.read(root, 1)) {
            preparer.change(root, false);
            add_background(root);
            tree.text = serialized(document.get());
            if (made_to_fill_viewport(root)) {
                tree.filling_text = serialized(document.get());
            }
        }
    } catch (const Error& error) {
        findings.problem = error.what();
        findings.hint = error.hint();
    }
    return tree;
}

}  // namespace ghreveal::media
