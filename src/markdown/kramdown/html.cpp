#include "markdown/kramdown/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "markdown/kramdown/html_tag.h"
#include "support/ascii.h"

namespace ghreveal::markdown::kramdown {

namespace {

using Type = ElementType;

// `language-x` among an element's classes names the code's language; the rest stays.
std::string take_language(AttributeList& attributes) {
    for (auto& [name, value] : attributes) {
        const std::size_t at = name == "class" ? value.find("language-") : value.npos;
        if (at == value.npos || (at > 0 && value[at - 1] != ' ')) {
            continue;
        }
        const std::size_t end = std::min(value.find_first_of(ascii::kSpace, at), value.size());
        std::string language = value.substr(at, end - at);
        value.erase(at, end - at);
        value = ascii::trimmed(value);
        std::erase_if(attributes,
                      [](const auto& one) { return one.first == "class" && one.second.empty(); });
        return language;
    }
    return "";
}

const char* block_name(Type type) {
    switch (type) {
        case Type::kParagraph:
            return "p";
        case Type::kBlockquote:
            return "blockquote";
        case Type::kUnorderedList:
            return "ul";
        case Type::kOrderedList:
            return "ol";
        case Type::kListItem:
            return "li";
        case Type::kDefinitionList:
            return "dl";
        case Type::kTerm:
            return "dt";
        case Type::kDefinition:
            return "dd";
        case Type::kTable:
            return "table";
        case Type::kTableHead:
            return "thead";
        case Type::kTableBody:
            return "tbody";
        case Type::kTableFoot:
            return "tfoot";
        case Type::kRow:
            return "tr";
        default:
            return "div";
    }
}

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
    std::map<std::size_t, std::size_t> note_numbers_;  // by definition
};

void HtmlWriter::write(const Element& element) {
    switch (element.type) {
        case Type::kRoot:
        case Type::kBlank:
        case Type::kBoundary:
        case Type::kRawText:
        case Type::kComment:
            return;
        case Type::kText:
            mark(element);
            return append_escaped(out_.text, element.value, Escaping::kText);
        case Type::kSymbol:
        case Type::kVerbatim:
            mark(element);
            out_.text += element.value;
            return;
        case Type::kHtml:
            return write_html_element(element);
        case Type::kMath:
            return write_math(element);
        case Type::kLink:
        case Type::kImage:
        case Type::kBreak:
        case Type::kCode:
        case Type::kFootnote:
        case Type::kEmphasis:
        case Type::kStrong:
        case Type::kAbbreviation:
            return write_span(element);
        default:
            return write_block(element);
    }
}

void HtmlWriter::write_block(const Element& element) {
    switch (element.type) {
        case Type::kHeading: {
            const std::string name = fmt::format("h{}", element.level);
            return write_simple(element, name, ">\n");
        }
        case Type::kRule:
            return open(element, "hr", element.attributes, " />\n");
        case Type::kCodeBlock:
            return write_code_block(element);
        case Type::kTable:
            return write_table(element);
        case Type::kListItem:
        case Type::kDefinition:
            return write_item(element);
        case Type::kParagraph:
            if (element.is_transparent) {
                return write_children(element);
            }
            return write_simple(element, "p", ">\n");
        case Type::kTerm:
            return write_simple(element, "dt", ">\n");
        default:
            open(element, block_name(element.type), element.attributes, ">\n");
            write_children(element);
            close(block_name(element.type));
    }
}

void HtmlWriter::write_item(const Element& element) {
    const bool is_plain = element.children.empty() || element.children.front()->is_transparent;
    open(element, block_name(element.type), element.attributes, is_plain ? ">" : ">\n");
    write_children(element);
    close(block_name(element.type));
}

void HtmlWriter::write_code_block(const Element& element) {
    AttributeList attributes = element.attributes;
    const std::string language = take_language(attributes);
    open(element, "pre", attributes);
    open(element, "code", language.empty() ? AttributeList{} : AttributeList{{"class", language}});
    std::string_view code = element.value;
    code.remove_suffix(code.ends_with('\n') ? 1 : 0);
    append_escaped(out_.text, code, Escaping::kAll);
    out_.text += "\n</code></pre>\n";
}

void HtmlWriter::write_table(const Element& table) {
    open(table, "table", table.attributes, ">\n");
    for (const Element* part : table.children) {
        open(*part, block_name(part->type), part->attributes, ">\n");
        for (const Element* row : part->children) {
            open(*row, "tr", row->attributes, ">\n");
            write_cells(*row, part->is(Type::kTableHead) ? "th" : "td", table);
            close("tr");
        }
        close(block_name(part->type));
    }
    close("table");
}

void HtmlWriter::write_cells(const Element& row, const char* name, const Element& table) {
    static constexpr const char* kNames[]{"", "left", "center", "right"};
    for (std::size_t column = 0; column < row.children.size(); ++column) {
        const Element& cell = *row.children[column];
        const Alignment alignment =
            column < table.alignments.size() ? table.alignments[column] : Alignment::kDefault;
        AttributeList attributes = cell.attributes;
        if (alignment != Alignment::kDefault) {
            attributes.emplace_back(
                "style", fmt::format("text-align: {}", kNames[static_cast<int>(alignment)]));
        }
        open(cell, name, attributes);
        const std::size_t begin = out_.text.size();
        write_children(cell);
        out_.text += out_.text.size() == begin ? "\u00a0" : "";
        close(name);
    }
}

void HtmlWriter::write_span(const Element& element) {
    switch (element.type) {
        case Type::kLink:
            return write_simple(element, "a", ">");
        case Type::kImage:
            return open(element, "img", element.attributes, " />");
        case Type::kBreak:
            return open(element, "br", element.attributes, " />");
        case Type::kCode:
            open(element, "code");
            append_escaped(out_.text, element.value, Escaping::kAll);
            return close("code", ">");
        case Type::kFootnote:
            return write_footnote_mark(element);
        case Type::kEmphasis:
            return write_simple(element, "em", ">");
        case Type::kAbbreviation:
            open(element, "abbr");
            append_escaped(out_.text, element.value, Escaping::kText);
            return close("abbr", ">");
        default:
            return write_simple(element, "strong", ">");
    }
}

void HtmlWriter::write_html_element(const Element& element) {
    const bool is_span = element.category == Category::kSpan;
    // In raw HTML nothing is added to what was written.
    const char* line_end = is_span || in_raw_html_ ? "" : "\n";
    const bool is_empty = element.children.empty() &&
                          (has_no_content(element.value) || (element.is_closed && !is_span));
    if (is_empty) {
        open(element, element.value, element.attributes, " />");
        out_.text += line_end;
        return;
    }
    const bool has_blocks = !is_span && element.content == ContentModel::kBlock;
    open(element, element.value, element.attributes, has_blocks ? ">\n" : ">");
    const bool outer = in_raw_html_;
    in_raw_html_ = element.content == ContentModel::kRaw;
    write_children(element);
    in_raw_html_ = outer;
    close(element.value, ">");
    out_.text += line_end;
}

// As kramdown writes it for MathJax, which does not run here: the formula stays text.
void HtmlWriter::write_math(const Element& element) {
    const bool is_block = element.category == Category::kBlock;
    const char* name = is_block ? "div" : "span";
    const bool has_attributes = !element.attributes.empty();
    if (has_attributes) {
        open(element, name);
    }
    mark(element);
    out_.text += is_block ? "\\[" : has_attributes ? "$" : "\\(";
    append_escaped(out_.text, element.value, Escaping::kAll);
    out_.text += is_block ? "\\]\n" : has_attributes ? "$" : "\\)";
    if (has_attributes) {
        close(name, is_block ? ">\n" : ">");
    }
}

void HtmlWriter::write_footnote_mark(const Element& element) {
    const std::size_t definition = document_.footnote_index.at(element.value);
    const auto [entry, is_new] = note_numbers_.emplace(definition, notes_.size());
    std::string repeat;
    if (is_new) {
        notes_.push_back({definition, element.value, 0});
    } else {
        repeat = fmt::format(":{}", ++notes_[entry->second].repeats);
    }
    mark(element);
    out_.text += fmt::format(
        "<sup id=\"fnref:{0}{1}\" role=\"doc-noteref\"><a href=\"#fn:{0}\" class=\"footnote\" "
        "rel=\"footnote\">{2}</a></sup>",
        element.value, repeat, entry->second + 1);
}

void HtmlWriter::write_back_links(std::size_t number, bool after_text) {
    const Note& note = notes_[number];
    for (int i = 0; i <= note.repeats; ++i) {
        const std::string repeat = i == 0 ? "" : fmt::format(":{}", i);
        const std::string count = i == 0 ? "" : fmt::format("<sup>{}</sup>", i + 1);
        out_.text += i > 0 || after_text ? "\u00a0" : "";
        out_.text += fmt::format(
            "<a href=\"#fnref:{}{}\" class=\"reversefootnote\" role=\"doc-backlink\">&#8617;{}</a>",
            note.name, repeat, count);
    }
}

// A note's blocks; the link back stands in its last paragraph, or in one of its own.
void HtmlWriter::write_note(std::size_t number) {
    const Element& content = *document_.footnotes[notes_[number].definition].content;
    mark(content);
    out_.text += fmt::format("<li id=\"fn:{}\" role=\"doc-endnote\">\n", notes_[number].name);
    const Element* last = nullptr;
    for (const Element* child : content.children) {
        last = child->is(Type::kBlank) ? last : child;
    }
    for (const Element* child : content.children) {
        if (child == last && child->is(Type::kParagraph)) {
            open(*child, "p");
            write_children(*child);
            write_back_links(number, true);
            close("p");
        } else {
            write(*child);
        }
    }
    if (last == nullptr || !last->is(Type::kParagraph)) {
        out_.text += "<p>";
        write_back_links(number, false);
        close("p");
    }
    close("li");
}

void HtmlWriter::write_footnotes() {
    if (notes_.empty()) {
        return;
    }
    out_.text += "<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n";
    // A note may have marks in it, which add notes.
    for (std::size_t number = 0; number < notes_.size(); ++number) {
        write_note(number);
    }
    out_.text += "</ol>\n</div>\n";
}

}  // namespace

HtmlText write_html(const KramdownDocument& document, const Element& root) {
    HtmlWriter writer(document);
    writer.write_children(root);
    writer.write_footnotes();
    return writer.take();
}

}  // namespace ghreveal::markdown::kramdown
