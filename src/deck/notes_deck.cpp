#include "deck/notes_deck.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dom/parse.h"
#include "markdown/source_text.h"
#include "support/ascii.h"

namespace ghreveal::deck {

namespace {

constexpr Px kNoHeight = 1e6;  // as high as a note may get

constexpr std::array<std::string_view, 23> kBlocks{
    "p",      "div",    "ul",      "ol",    "dl",     "pre",   "blockquote", "h1",
    "h2",     "h3",     "h4",      "h5",    "h6",     "table", "hr",         "section",
    "center", "figure", "details", "style", "script", "aside", "iframe"};

// What shows without any text in it.
constexpr std::array<std::string_view, 9> kShown{"img",    "iframe", "svg",   "video", "i",
                                                 "object", "embed",  "audio", "math"};

bool is_block(const dom::Node& node) {
    return node.is_element() &&
           std::find(kBlocks.begin(), kBlocks.end(), node.name) != kBlocks.end();
}

dom::Node& add_element(dom::Document& document, dom::Node& parent, std::string_view name) {
    dom::Node& element = document.create_element(name);
    document.append_child(parent, element);
    return element;
}

// Text of a note that the cut left outside any paragraph gets one.
void wrap_loose_text(dom::Document& document, dom::Node& section) {
    dom::Node* paragraph = nullptr;
    for (dom::Node* child = section.first_child; child != nullptr;) {
        dom::Node* const next = child->next;
        const bool is_blank_text = child->is_text() && ascii::is_blank(child->text);
        if (is_block(*child)) {
            paragraph = nullptr;
        } else if (paragraph != nullptr || !is_blank_text) {
            if (paragraph == nullptr) {
                paragraph = &document.create_element("p");
                paragraph->line = child->line;
                document.insert_before(*child, *paragraph);
            }
            document.remove(*child);
            document.append_child(*paragraph, *child);
        }
        child = next;
    }
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (const std::string_view line = ascii::trimmed(text.substr(0, end)); !line.empty()) {
            lines.push_back(line);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool ends_sentence(std::string_view line) {
    return line.ends_with("…") ||
           std::string_view(".!?:;").find(line.back()) != std::string_view::npos;
}

bool is_list_of_remarks(std::string_view text) {
    constexpr std::size_t kProseLine = 50;
    const std::vector<std::string_view> lines = lines_of(text);
    if (lines.size() < 2) {
        return false;
    }
    const auto end = lines.end() - 1;
    const bool has_short_line = std::any_of(
        lines.begin(), end, [](std::string_view line) { return line.size() < kProseLine; });
    return has_short_line || std::all_of(lines.begin(), end, ends_sentence);
}

// The line ends around the text are the markup's, not the author's.
void trim_ends(dom::Node& paragraph) {
    if (dom::Node* first = paragraph.first_child; first != nullptr && first->is_text()) {
        first->text.erase(
            first->text.begin(),
            std::find_if_not(first->text.begin(), first->text.end(), ascii::is_html_space));
    }
    if (dom::Node* last = paragraph.last_child; last != nullptr && last->is_text()) {
        while (!last->text.empty() && ascii::is_html_space(last->text.back())) {
            last->text.pop_back();
        }
    }
}

void keep_lines(dom::Node& section) {
    dom::for_each(section, [](dom::Node& node) {
        if (node.is_element("p") && is_list_of_remarks(dom::text_content(node))) {
            trim_ends(node);
            node.add_class("lines");
        }
    });
}

bool has_anything(const dom::Node& section) {
    return dom::find_first(section, [](const dom::Node& node) {
               return node.is_text()
                          ? !ascii::is_blank(node.text)
                          : std::find(kShown.begin(), kShown.end(), node.name) != kShown.end();
           }) != nullptr;
}

// What keywords leave of a paragraph of their own.
void drop_empty_paragraphs(dom::Document& document, dom::Node& section) {
    std::vector<dom::Node*> empty;
    dom::for_each(section, [&](dom::Node& node) {
        if (node.is_element("p") && !has_anything(node)) {
            empty.push_back(&node);
        }
    });
    for (dom::Node* paragraph : empty) {
        document.remove(*paragraph);
    }
}

// Who gave the talk, and when, below its title.
std::string byline(const Metadata& metadata) {
    std::string text = metadata.author;
    text += text.empty() || metadata.date.empty() ? metadata.date : ", " + metadata.date;
    return text.empty() ? "" : fmt::format("<p class=\"byline\">{}</p>", text);
}

void add_slide_content(Deck& notes, Slide& note, const Slide& source, const SlideView& view,
                       const Limits& limits) {
    add_article_content(notes.document, *note.section, *source.section, view);
    drop_empty_paragraphs(notes.document, *note.section);
    if (source.number == 1) {
        note.section->add_class("title");
        dom::parse_fragment(notes.document, *note.section, byline(notes.metadata), "section",
                            limits);
    }
    wrap_loose_text(notes.document, *note.section);
}

void build_page(Deck& notes) {
    dom::Document& document = notes.document;
    notes.html = &document.create_element("html");
    notes.body = &add_element(document, *notes.html, "body");
    notes.reveal = &add_element(document, *notes.body, "div");
    notes.reveal->add_class("reveal notes");
    notes.slides_element = &add_element(document, *notes.reveal, "div");
    notes.slides_element->add_class("slides");
}

}  // namespace

Deck notes_deck(const Deck& deck, const std::vector<std::size_t>& slides,
                const NotesDeckOptions& options) {
    Deck notes;
    notes.file = deck.file;
    notes.site = deck.site;
    notes.metadata = deck.metadata;
    notes.has_formulas = deck.has_formulas;
    notes.configuration.width = options.width;
    notes.configuration.height = kNoHeight;
    notes.configuration.margin = 0;
    notes.configuration.center = false;
    build_page(notes);
    notes.reveal->set_attribute("style",
                                fmt::format("--picture-height: {:.0f}px", options.picture_height));
    if (options.slide_view) {
        notes.reveal->add_class("article");
    }
    for (const std::size_t index : slides) {
        const Slide& source = deck.slides[index];
        if (source.notes_html.empty() && !options.slide_view) {
            continue;
        }
        Slide note;
        note.index = source.index;
        note.number = source.number;
        note.first_line = source.first_line;
        note.last_line = source.last_line;
        note.section = &add_element(notes.document, *notes.slides_element, "section");
        note.section->line = source.first_line;
        if (options.slide_view) {
            add_slide_content(notes, note, source, options.slide_view(index), options.limits);
        }
        dom::parse_fragment(notes.document, *note.section, source.notes_html, "section",
                            options.limits);
        if (!has_anything(*note.section)) {
            notes.document.remove(*note.section);
            continue;
        }
        wrap_loose_text(notes.document, *note.section);
        keep_lines(*note.section);
        notes.slides.push_back(std::move(note));
    }
    return notes;
}

}  // namespace ghreveal::deck
