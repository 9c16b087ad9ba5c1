#include "export/notes/notes_text.h"

#include <algorithm>
#include <array>

#include "deck/link_address.h"
#include "dom/document.h"
#include "dom/parse.h"
#include "math/plain_text.h"
#include "support/ascii.h"

namespace ghreveal::exporter {

namespace {

constexpr std::array<std::string_view, 20> kBlocks{
    "p",  "div", "ul", "ol", "li", "dl", "dt",    "dd", "pre", "blockquote",
    "h1", "h2",  "h3", "h4", "h5", "h6", "table", "tr", "hr",  "section"};

bool is_block(const dom::Node& node) {
    return node.is_element() &&
           std::find(kBlocks.begin(), kBlocks.end(), node.name) != kBlocks.end();
}

class Writer {
public:
    void add(const dom::Node& node) {
        if (node.is_text()) {
            add_text(node.text);
            return;
        }
        if (node.name == "script" || node.name == "style") {
            return;
        }
        const bool block = is_block(node);
        if (block || node.name == "br") {
            end_line();
        }
        if (node.name == "li") {
            text_ += "- ";
        } else if (node.name == "td" || node.name == "th") {
            add_text(" ");
        }
        preformatted_ += node.name == "pre" ? 1 : 0;
        for (const dom::Node* child = node.first_child; child != nullptr; child = child->next) {
            add(*child);
        }
        preformatted_ -= node.name == "pre" ? 1 : 0;
        add_address(node);
        if (block) {
            end_line();
        }
    }

    std::string take() {
        end_line();
        return std::move(text_);
    }

private:
    void add_text(const std::string& text) {
        for (const char c : text) {
            if (preformatted_ > 0 || !ascii::is_html_space(c)) {
                text_ += c;
            } else if (c == '\n') {
                end_line();
            } else if (!text_.empty() && !ascii::is_html_space(text_.back())) {
                text_ += ' ';
            }
        }
    }

    void add_address(const dom::Node& node) {
        const std::string* address = node.name == "a" ? node.attribute("href") : nullptr;
        const bool is_shown = address != nullptr && !address->empty() && (*address)[0] != '#' &&
                              dom::text_content(node) != *address;
        if (is_shown && deck::safe_address(*address)) {
            text_ += " (" + *address + ")";
        }
    }

    void end_line() {
        while (!text_.empty() && text_.back() == ' ') {
            text_.pop_back();
        }
        if (!text_.empty() && text_.back() != '\n') {
            text_ += '\n';
        }
    }

    std::string text_;
    int preformatted_ = 0;
};

}  // namespace

std::string notes_text(const std::string& notes_html) {
    dom::Document document;
    dom::Node& section = document.create_element("section");
    dom::parse_fragment(document, section, notes_html, "section", {});
    math::put_sources_back(document, section);
    Writer writer;
    for (const dom::Node* child = section.first_child; child != nullptr; child = child->next) {
        writer.add(*child);
    }
    std::string text = writer.take();
    const auto first = std::find_if_not(text.begin(), text.end(), ascii::is_html_space);
    text.erase(text.begin(), first);
    while (!text.empty() && ascii::is_html_space(text.back())) {
        text.pop_back();
    }
    return text;
}

}  // namespace ghreveal::exporter
