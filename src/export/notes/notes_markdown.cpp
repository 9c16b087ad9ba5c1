#include "export/notes/notes_markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "dom/document.h"
#include "dom/parse.h"
#include "math/plain_text.h"
#include "support/ascii.h"
#include "support/html_escape.h"

namespace ghreveal::exporter {

namespace {

using dom::Node;

bool is_one_of(const Node& node, std::initializer_list<std::string_view> names) {
    return node.is_element() && std::find(names.begin(), names.end(), node.name) != names.end();
}

bool is_block(const Node& node) {
    return is_one_of(node, {"p",  "div",    "ul",     "ol",      "dl",      "pre",  "blockquote",
                            "h1", "h2",     "h3",     "h4",      "h5",      "h6",   "table",
                            "hr", "figure", "iframe", "section", "details", "aside"});
}

bool is_blank(const Node& node) {
    return node.is_text() && std::all_of(node.text.begin(), node.text.end(), ascii::is_html_space);
}

// What kramdown's backslash takes from a character its meaning.
constexpr std::string_view kEscaped = "\\*_`[]{}<>|\"'$";

std::string escaped(const std::string& text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = std::string_view(text).substr(i);
        const bool is_typographic = rest.starts_with("--") || rest.starts_with("...");
        if (rest.starts_with("&")) {
            result += "&amp;";
            continue;
        }
        if (kEscaped.find(text[i]) != std::string_view::npos || is_typographic) {
            result += '\\';
        }
        result += ascii::is_html_space(text[i]) && text[i] != '\n' ? ' ' : text[i];
    }
    return result;
}

// At a line's beginning these would make a heading, a list, a definition or a quotation.
std::string with_safe_beginning(const std::string& line) {
    const std::size_t first = line.find_first_not_of(' ');
    if (first == std::string::npos) {
        return "";
    }
    const std::string_view rest = std::string_view(line).substr(first);
    const std::size_t after_digits = rest.find_first_not_of("0123456789");
    const bool is_number = after_digits != 0 && after_digits != std::string_view::npos &&
                           (rest[after_digits] == '.' || rest[after_digits] == ')');
    if (is_number) {
        return std::string(rest.substr(0, after_digits)) + "\\" +
               std::string(rest.substr(after_digits));
    }
    const bool begins_block =
        std::string_view("#+-:=").find(rest.front()) != std::string_view::npos;
    return (begins_block ? "\\" : "") + std::string(rest);
}

class Lines {
public:
    void add(const std::string& text) { text_ += text; }
    // The text with its lines trimmed and their beginnings made safe.
    std::string take() const {
        std::string result;
        std::size_t at = 0;
        while (at <= text_.size()) {
            const std::size_t end = std::min(text_.find('\n', at), text_.size());
            std::string line = text_.substr(at, end - at);
            const bool is_hard_break = line.ends_with("  ");
            while (!line.empty() && line.back() == ' ') {
                line.pop_back();
            }
            line = is_raw(line) ? line : with_safe_beginning(line);
            if (!line.empty()) {
                result += line + (is_hard_break ? "  \n" : "\n");
            }
            at = end + 1;
        }
        while (!result.empty() && ascii::is_html_space(result.back())) {
            result.pop_back();
        }
        return result;
    }

private:
    static bool is_raw(const std::string& line) { return line.starts_with('<'); }
    std::string text_;
};

std::string code_span(const std::string& code) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : code) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    const std::string pad = longest > 0 ? " " : "";
    return fence + pad + code + pad + fence;
}

std::string attribute_of(const Node& node, std::string_view name) {
    const std::string* value = node.attribute(name);
    return value == nullptr ? "" : *value;
}

std::string children_as_spans(const Node& parent);

// [text](address "title"), or the same for a picture.
std::string link(const std::string& text, const std::string& address, const std::string& title) {
    return fmt::format("[{}]({}{})", text, address,
                       title.empty() ? "" : fmt::format(" \"{}\"", title));
}

// A start tag as it was, for elements that Markdown has no sign for.
std::string start_tag(const Node& node) {
    std::string tag = "<" + node.name;
    for (const dom::Attribute& attribute : node.attributes) {
        tag += fmt::format(" {}=\"{}\"", attribute.name,
                           escaped_html(attribute.value, HtmlPlace::kAttribute));
    }
    return tag + ">";
}

std::string span(const Node& node) {
    if (node.is_text()) {
        return escaped(node.text);
    }
    const bool is_plain = node.attributes.empty();
    if (node.is_element("br")) {
        return "  \n";
    }
    if (is_plain && node.is_element("em")) {
        return "*" + children_as_spans(node) + "*";
    }
    if (is_plain && node.is_element("strong")) {
        return "**" + children_as_spans(node) + "**";
    }
    if (is_plain && node.is_element("del")) {
        return "~~" + children_as_spans(node) + "~~";
    }
    if (is_plain && node.is_element("code")) {
        return code_span(dom::text_content(node));
    }
    if (node.is_element("a") && node.attribute("href") != nullptr) {
        return link(children_as_spans(node), attribute_of(node, "href"),
                    attribute_of(node, "title"));
    }
    if (node.is_element("img")) {
        return "!" + link(escaped(attribute_of(node, "alt")), attribute_of(node, "src"),
                          attribute_of(node, "title"));
    }
    if (node.first_child == nullptr) {
        return dom::outer_markup(node);
    }
    return start_tag(node) + children_as_spans(node) + "</" + node.name + ">";
}

std::string children_as_spans(const Node& parent) {
    std::string text;
    for (const Node* child = parent.first_child; child != nullptr; child = child->next) {
        text += span(*child);
    }
    return text;
}

// Every line after the first begins with `indent`; the first with `first`.
std::string indented(const std::string& text, const std::string& first, const std::string& indent) {
    std::string result = first;
    for (std::size_t i = 0; i < text.size(); ++i) {
        result += text[i];
        if (text[i] == '\n' && i + 1 < text.size() && text[i + 1] != '\n') {
            result += indent;
        }
    }
    return result;
}

std::string blocks_of(const Node& parent, bool tight);

std::string code_block(const Node& pre) {
    const Node* code = pre.first_child;
    std::string language = code != nullptr ? attribute_of(*code, "class") : "";
    language = language.starts_with("language-") ? language.substr(9) : "";
    std::string text = dom::text_content(pre);
    if (!text.ends_with('\n')) {
        text += '\n';
    }
    const std::string fence = text.find("```") == std::string::npos ? "```" : "~~~~~~";
    return fence + language + "\n" + text + fence;
}

bool is_loose(const Node& item) {
    for (const Node* child = item.first_child; child != nullptr; child = child->next) {
        if (!is_blank(*child)) {
            return child->is_element("p");
        }
    }
    return false;
}

std::string list(const Node& node) {
    std::string result;
    int number = 1;
    for (const Node* item = node.first_child; item != nullptr; item = item->next) {
        if (!item->is_element("li")) {
            continue;
        }
        const std::string marker = node.name == "ol" ? fmt::format("{}. ", number++) : "* ";
        const bool loose = is_loose(*item);
        const std::string content = blocks_of(*item, !loose);
        result +=
            indented(content, marker, std::string(marker.size(), ' ')) + (loose ? "\n\n" : "\n");
    }
    while (result.ends_with('\n')) {
        result.pop_back();
    }
    return result;
}

std::string definition_list(const Node& node) {
    std::string result;
    for (const Node* part = node.first_child; part != nullptr; part = part->next) {
        if (part->is_element("dt")) {
            result += (result.empty() ? "" : "\n") + blocks_of(*part, true) + "\n";
        } else if (part->is_element("dd")) {
            const bool loose = is_loose(*part);
            result += (loose ? "\n" : "") + indented(blocks_of(*part, !loose), ": ", "  ") + "\n";
        }
    }
    while (result.ends_with('\n')) {
        result.pop_back();
    }
    return result;
}

std::string block(const Node& node) {
    const bool is_heading = node.name.size() == 2 && node.name[0] == 'h' && node.name[1] != 'r';
    if (is_heading) {
        const auto level = static_cast<std::size_t>(node.name[1] - '0');
        const std::string id = attribute_of(node, "id");
        return std::string(level, '#') + " " + children_as_spans(node) +
               (id.empty() ? "" : " {#" + id + "}");
    }
    if (node.is_element("p") && node.attributes.empty()) {
        Lines lines;
        lines.add(children_as_spans(node));
        return lines.take();
    }
    if (is_one_of(node, {"ul", "ol"}) && node.attributes.empty()) {
        return list(node);
    }
    if (node.is_element("dl")) {
        return definition_list(node);
    }
    if (node.is_element("blockquote")) {
        const std::string content = blocks_of(node, false);
        std::string quoted = "> ";
        for (const char c : content) {
            quoted += c == '\n' ? std::string("\n> ") : std::string(1, c);
        }
        return quoted;
    }
    if (node.is_element("pre")) {
        return code_block(node);
    }
    return node.is_element("hr") ? "* * *" : dom::outer_markup(node);
}

// The blocks below `parent`, and the text between them; `tight`: no empty lines between them.
std::string blocks_of(const Node& parent, bool tight) {
    std::vector<std::string> blocks;
    Lines spans;
    const auto end_spans = [&] {
        if (std::string text = spans.take(); !text.empty()) {
            blocks.push_back(std::move(text));
        }
        spans = {};
    };
    for (const Node* child = parent.first_child; child != nullptr; child = child->next) {
        if (!is_block(*child)) {
            spans.add(span(*child));
            continue;
        }
        end_spans();
        if (child->first_child != nullptr || !child->is_element("p")) {
            blocks.push_back(block(*child));
        }
    }
    end_spans();
    return fmt::format("{}", fmt::join(blocks, tight ? "\n" : "\n\n"));
}

}  // namespace

std::string notes_markdown(const std::string& notes_html) {
    dom::Document document;
    Node& section = document.create_element("section");
    dom::parse_fragment(document, section, notes_html, "section", {});
    math::put_sources_back(document, section);
    const std::string text = blocks_of(section, false);
    return text.empty() ? "" : text + "\n";
}

}  // namespace ghreveal::exporter
