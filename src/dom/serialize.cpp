#include <algorithm>
#include <array>

#include "dom/document.h"
#include "support/html_escape.h"

namespace ghreveal::dom {

namespace {

// HTML §13.1.2 "Void elements".
constexpr std::array<std::string_view, 13> kVoidElements{
    "area",  "base", "br",   "col",    "embed", "hr", "img",
    "input", "link", "meta", "source", "track", "wbr"};

void append_start_tag(std::string& out, const Node& node) {
    out += '<';
    out += node.name;
    for (const Attribute& attribute : node.attributes) {
        out += ' ';
        out += attribute.name;
        out += "=\"";
        append_escaped(out, attribute.value, HtmlPlace::kAttribute);
        out += '"';
    }
    out += '>';
}

bool is_void(const Node& node) {
    return !node.is_foreign &&
           std::find(kVoidElements.begin(), kVoidElements.end(), node.name) != kVoidElements.end();
}

void append_markup(std::string& out, const Node& node) {
    if (node.is_text()) {
        append_escaped(out, node.text, HtmlPlace::kText);
        return;
    }
    append_start_tag(out, node);
    if (is_void(node)) {
        return;
    }
    for (const Node* child = node.first_child; child != nullptr; child = child->next) {
        append_markup(out, *child);
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
    append_markup(out, node);
    return out;
}

std::string dump(const Node& root) {
    std::string out;
    append_dump(out, root, 0);
    return out;
}

}  // namespace ghreveal::dom
