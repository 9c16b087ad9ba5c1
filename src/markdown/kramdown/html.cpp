#include "markdown/kramdown/html.h"

#include <fmt/format.h>

#include <algorithm>

#include "markdown/kramdown/html_tag.h"
#include "markdown/kramdown/html_writer.h"
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

// Whether a list has `{:name}`.
bool refers_to(const Element& list, std::string_view name) {
    if ((!list.is(Type::kUnorderedList) && !list.is(Type::kOrderedList)) ||
        !list.inline_attributes) {
        return false;
    }
    const auto& references = list.inline_attributes->references;
    return std::find(references.begin(), references.end(), name) != references.end();
}

bool has_word(std::string_view text, std::string_view word) {
    const auto words = ascii::split(text, ' ');
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Each space and tab as an element whose class says where in its line it is.
void append_with_spaces_shown(std::string& out, std::string_view code) {
    for (std::size_t at = 0; at < code.size();) {
        const std::size_t begin = std::min(code.find_first_of(" \t", at), code.size());
        append_escaped(out, code.substr(at, begin - at), Escaping::kAll);
        const std::size_t end = std::min(code.find_first_not_of(" \t", begin), code.size());
        const bool is_first = begin == 0 || code[begin - 1] == '\n';
        const bool is_last = end == code.size() || code[end] == '\n';
        const char* const place = is_first ? "-l" : is_last ? "-r" : "";
        for (const char c : code.substr(begin, end - begin)) {
            out += fmt::format("<span class=\"ws-{}{}\">{}</span>", c == '\t' ? "tab" : "space",
                               place, c == '\t' ? "\t" : "\u22c5");
        }
        at = end;
    }
}

}  // namespace

void HtmlWriter::write(const Element& element) {
    switch (element.type) {
        case Type::kRoot:
        case Type::kBlank:
        case Type::kBoundary:
        case Type::kRawText:
            return;
        case Type::kComment:
            out_.text += shown_of_comment(element.value);
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
            if (element.children.size() == 1 && element.children[0]->is(Type::kImage) &&
                element.children[0]->is_standalone) {
                return write_figure(element, *element.children[0]);
            }
            return write_simple(element, "p", ">\n");
        case Type::kTerm:
            return write_simple(element, "dt", ">\n");
        default:
            if (!footnotes_at_ && refers_to(element, "footnotes")) {
                footnotes_at_ = out_.text.size();
                return;
            }
            open(element, block_name(element.type), element.attributes, ">\n");
            write_children(element);
            close(block_name(element.type));
    }
}

// A paragraph that is an image alone, its text as the caption; the image's class and id are the
// figure's, where that has none.
void HtmlWriter::write_figure(const Element& paragraph, const Element& image) {
    AttributeList figure = paragraph.attributes;
    AttributeList own;
    for (const auto& [name, value] : image.attributes) {
        const bool moves = (name == "class" || name == "id") &&
                           find_attribute(paragraph.attributes, name) == nullptr;
        (moves ? figure : own).emplace_back(name, value);
    }
    open(paragraph, "figure", figure, ">\n  ");
    open(image, "img", own, " />\n  <figcaption>");
    const std::string* caption = find_attribute(own, "alt");
    append_escaped(out_.text, caption == nullptr ? "" : *caption, Escaping::kText);
    out_.text += "</figcaption>\n";
    close("figure");
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
    const std::string* classes = find_attribute(attributes, "class");
    if (classes != nullptr && has_word(*classes, "show-whitespaces")) {
        append_with_spaces_shown(out_.text, code);
    } else {
        append_escaped(out_.text, code, Escaping::kAll);
    }
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

HtmlText write_html(const KramdownDocument& document, const Element& root) {
    HtmlWriter writer(document);
    writer.write_children(root);
    writer.write_footnotes();
    return writer.take();
}

}  // namespace ghreveal::markdown::kramdown
