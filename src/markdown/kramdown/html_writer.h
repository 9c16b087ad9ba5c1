// kramdown's tree -> HTML text: html.cpp writes blocks and spans, footnotes.cpp the notes.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/html_text.h"
#include "markdown/kramdown/document.h"
#include "support/ascii.h"

namespace ghreveal::markdown::kramdown {

class HtmlWriter {
public:
    explicit HtmlWriter(const KramdownDocument& document) : document_(document) {}

    void write_children(const Element& element) {
        for (const Element* child : element.children) {
            write(*child);
        }
    }
    void write_footnotes();
    HtmlText take() { return std::move(out_); }

private:
    void write(const Element&);
    void write_block(const Element&);
    void write_span(const Element&);
    void write_figure(const Element& paragraph, const Element& image);
    void write_item(const Element&);
    void write_code_block(const Element&);
    void write_table(const Element&);
    void write_cells(const Element& row, const char* name, const Element& table);
    void write_html_element(const Element&);
    void write_math(const Element&);
    void write_footnote_mark(const Element&);
    void write_note(std::size_t number);
    void write_back_links(std::size_t number, bool after_text);

    // Notes where in the deck the element stands; called before its start tag.
    void mark(const Element& element) { mark(element.origin); }
    void mark(Origin origin) {
        if (origin.line > 0 && (out_.origins.empty() || out_.origins.back().line != origin.line ||
                                out_.origins.back().file != origin.file)) {
            out_.origins.push_back({out_.text.size(), origin.line, origin.file});
        }
    }
    void open(const Element& element, std::string_view name, const AttributeList& attributes,
              std::string_view end = ">") {
        mark(element);
        out_.text += '<';
        out_.text += name;
        for (const auto& [key, value] : attributes) {
            if (key == "id" && ascii::is_blank(value)) {
                continue;
            }
            out_.text += ' ';
            out_.text += key;
            out_.text += "=\"";
            append_escaped(out_.text, value, Escaping::kAttribute);
            out_.text += '"';
        }
        out_.text += end;
    }
    void open(const Element& element, std::string_view name) {
        open(element, name, element.attributes);
    }
    void close(std::string_view name, std::string_view end = ">\n") {
        out_.text += "</";
        out_.text += name;
        out_.text += end;
    }
    void write_simple(const Element& element, std::string_view name, std::string_view end) {
        open(element, name);
        write_children(element);
        close(name, end);
    }

    // A footnote that a mark was written for.
    struct Note {
        std::size_t definition = 0;
        std::string name;
        int repeats = 0;
    };

    const KramdownDocument& document_;
    HtmlText out_;
    bool in_raw_html_ = false;
    std::vector<Note> notes_;
    std::optional<std::size_t> footnotes_at_;          // where a list with `{:footnotes}` stood
    std::map<std::size_t, std::size_t> note_numbers_;  // by definition
};

}  // namespace ghreveal::markdown::kramdown
