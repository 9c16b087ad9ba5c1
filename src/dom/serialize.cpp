#include <algorithm>
#include <array>

#include "dom/document.h"
#include "dom/parse.h"
#include "support/html_escape.h"

namespace ghreveal::dom {

namespace {

// HTML §13.1.2 "Void elements".
constexpr std::array<std::string_view, 13> kVoidElements{
    "area",  "base", "br",   "col",    "embed", "hr", "img",
    "input", "link", "meta", "source", "track", "wbr"};

enum class Escapes : bool { kNo, kYes };

void append_characters(std::string& out, std::string_view text, HtmlPlace place, Escapes escapes) {
    if (escapes == Escapes::kYes) {
        append_escaped(out, text, place);
    } else {
        out += text;
    }
}

void append_start_tag(std::string& out, const Node& node, Escapes escapes = Escapes::kYes) {
    out += '<';
    out += node.name;
    for (const Attribute& attribute : node.attributes) {
        out += ' ';
        out += attribute.name;
        out += "=\"";
        append_characters(out, attribute.value, HtmlPlace::kAttribute, escapes);
        out += '"';
    }
    out += '>';
}

bool is_void(const Node& node) {
    return !node.is_foreign &&
           std::find(kVoidElements.begin(), kVoidElements.end(), node.name) != kVoidElements.end();
}

void append_markup(std::string& out, const Node& node, Escapes escapes) {
    if (node.is_text()) {
        append_characters(out, node.text, HtmlPlace::kText, escapes);
        return;
    }
    if (node.is_element(kComment)) {
        out += "<!--" + node.text + "-->";
        return;
    }
    append_start_tag(out, node, escapes);
    if (is_void(node)) {
        return;
    }
    for (const Node* child = node.first_child; child != nullptr; child = child->next) {
        append_markup(out, *child, escapes);
    }
    out += "</" + node.name + ">";
}

void append_dump(std::string& out, const Node& node, std::size_t depth) {
    out.append(depth * 2, ' ');
    if (node.is_text()) {
        out += '"';
        for (const char c : node.text) {
            c == '\n' ? out += "\\n" : out += c;
        }
        out += "\"\n";
        return;
    }
    append_start_tag(out, node);
    out += '\n';
    for (const Node* child = node.first_child; child != nullptr; child = child->next) {
        append_dump(out, *child, depth + 1);
    }
}

}  // namespace

std::string text_content(const Node& node) {
    std::string text;
    for_each(node, [&](const Node& below) {
        if (below.is_text()) {
            text += below.text;
        }
    });
    return text;
}

std::string outer_markup(const Node& node) {
    std::string out;
    append_markup(out, node, Escapes::kYes);
    return out;
}

std::string inner_markup_as_text(const Node& node) {
    std::string text;
    for (const Node* child = node.first_child; child != nullptr; child = child->next) {
        append_markup(text, *child, Escapes::kNo);
    }
    return text;
}

std::string dump(const Node& root) {
    std::string out;
    append_dump(out, root, 0);
    return out;
}

}  // namespace ghreveal::dom
