// Footnotes: their marks in the text, and the notes behind it, or where `{:footnotes}` stands.
#include <fmt/format.h>

#include <algorithm>

#include "markdown/kramdown/html_writer.h"

namespace ghreveal::markdown::kramdown {

using Type = ElementType;

namespace {

// Moves the text from `begin` on to the place `to` before it, its origins along.
void move_end_to(HtmlText& html, std::size_t to, std::size_t begin) {
    const std::size_t moved = html.text.size() - begin;
    const auto at = [&](std::size_t index) {
        return html.text.begin() + static_cast<std::ptrdiff_t>(index);
    };
    std::rotate(at(to), at(begin), html.text.end());
    for (auto& origin : html.origins) {
        if (origin.offset >= begin) {
            origin.offset -= begin - to;
        } else if (origin.offset >= to) {
            origin.offset += moved;
        }
    }
    std::stable_sort(html.origins.begin(), html.origins.end(),
                     [](const auto& a, const auto& b) { return a.offset < b.offset; });
}

}  // namespace

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
        element.value, repeat,
        static_cast<long long>(entry->second) + document_.options.footnote_nr);
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
    const std::size_t begin = out_.text.size();
    out_.text += "<div class=\"footnotes\" role=\"doc-endnotes\">\n";
    const int first = document_.options.footnote_nr;
    out_.text += first == 1 ? "<ol>\n" : fmt::format("<ol start=\"{}\">\n", first);
    // A note may have marks in it, which add notes.
    for (std::size_t number = 0; number < notes_.size(); ++number) {
        write_note(number);
    }
    out_.text += "</ol>\n</div>\n";
    if (footnotes_at_) {
        move_end_to(out_, *footnotes_at_, begin);
    }
}

}  // namespace ghreveal::markdown::kramdown
