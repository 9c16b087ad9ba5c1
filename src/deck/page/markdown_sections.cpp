#include "deck/page/markdown_sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "deck/page/comment_attributes.h"
#include "deck/page/external_elements.h"
#include "dom/parse.h"
#include "markdown/reveal/commonmark.h"
#include "support/ascii.h"
#include "support/html_escape.h"
#include "support/rules.h"

namespace ghreveal::deck {

namespace {

using markdown::reveal::Separators;
using markdown::reveal::SlideText;

// What a section's slides are made of.
struct Source {
    std::string text;
    markdown::Origin first;
};

// The plugin cuts every section from npm's 4.1.1 on, whose files say 4.1.0.
constexpr RevealVersion kCutsEverySection{4, 1};

// The attributes that give separators have had their names since then.
constexpr RevealVersion kNamesSeparators{3, 0};

// Versions whose marked goes by CommonMark in these.
constexpr RevealVersion kHasCommonHtml{3, 8};
constexpr RevealVersion kWantsSpaceInHeadings{3, 4};
constexpr RevealVersion kNamesHeadings{3, 1};
constexpr RevealVersion kKeepsNoBreakSpaces{4, 0};
constexpr RevealVersion kHasAttributesWithoutValue{4, 0};
constexpr RevealVersion kNestsByText{4, 1};
constexpr RevealVersion kTablesEndParagraphs{4, 3};
constexpr RevealVersion kBlocksEndItems{5, 0};

// marked's class of a fence's language; from version 4 on the plugin writes the language alone.
std::string_view language_prefix(RevealVersion version) {
    constexpr RevealVersion kFirst{3, 1};
    constexpr RevealVersion kLonger{3, 8};
    constexpr RevealVersion kNone{4, 0};
    if (version < kFirst || version >= kNone) {
        return "";
    }
    return version < kLonger ? "lang-" : "language-";
}

markdown::reveal::TableEnd table_end(RevealVersion version) {
    constexpr RevealVersion kBlocksEndTables{4, 0};
    using markdown::reveal::TableEnd;
    return version < kHasCommonHtml     ? TableEnd::kOtherText
           : version < kBlocksEndTables ? TableEnd::kEmptyLine
                                        : TableEnd::kBlock;
}

std::string default_separator(RevealVersion version) {
    return version < kCutsEverySection ? R"(^\r?\n---\r?\n$)" : R"(\r?\n---\r?\n)";
}

std::string default_notes_separator(RevealVersion version) {
    if (version < RevealVersion{3, 6}) {
        return "note:";
    }
    // As its JavaScript string has it: `\s` is there an `s`.
    return version < RevealVersion{4, 6} ? "notes?:" : "^s*notes?:";
}

const std::string* filled(const dom::Node& node, std::string_view attribute) {
    const std::string* value = node.attribute(attribute);
    return value != nullptr && !value->empty() ? value : nullptr;
}

std::string attribute_or(const dom::Node& node, std::string_view attribute,
                         const std::string& setting, const std::string& otherwise) {
    const std::string* value = filled(node, attribute);
    return value != nullptr ? *value : !setting.empty() ? setting : otherwise;
}

// The element that holds a section's text, where it is not the section itself.
const dom::Node& text_holder(const dom::Node& section) {
    const dom::Node* holder = dom::find_first(section, [](const dom::Node& node) {
        return node.is_element("script") || node.attribute("data-template") != nullptr;
    });
    return holder == nullptr ? section : *holder;
}

// Not for the slides that are made: how they are to be made.
bool is_instruction(std::string_view attribute) {
    return attribute.starts_with("data-markdown") || attribute.starts_with("data-separator") ||
           attribute.starts_with("data-vertical") || attribute.starts_with("data-notes");
}

class Expansion {
public:
    Expansion(Deck& deck, const MarkdownSettings& settings, const ReadOptions& options,
              Diagnostics& diagnostics)
        : deck_(deck), settings_(settings), options_(options), diagnostics_(diagnostics) {}

    void run() {
        std::vector<dom::Node*> sections;
        dom::for_each(*deck_.slides_element, [&](dom::Node& node) {
            if (node.is_element("section") && node.attribute("data-markdown") != nullptr) {
                sections.push_back(&node);
            }
        });
        for (dom::Node* section : sections) {
            for (const dom::Attribute& attribute : settings_.attributes) {
                section->set_attribute(attribute.name, attribute.value);
            }
            expand(*section, add_file(*section));
        }
    }

private:
    // The number of the file that a section names; 0: none.
    int add_file(const dom::Node& section) {
        const std::string& address = *section.attribute("data-markdown");
        if (address.empty()) {
            return 0;
        }
        const auto file = media::resolve_file(deck_.site, address);
        return deck_.document.add_file(file ? file->string() : address);
    }

    void expand(dom::Node& section, int file) {
        const std::optional<Source> source =
            file > 0 ? read(section, file) : std::optional(text_of(section));
        if (!source) {
            return;
        }
        const bool is_cut = file > 0 || deck_.version >= kCutsEverySection ||
                            filled(section, "data-separator") != nullptr ||
                            filled(section, vertical_attribute()) != nullptr ||
                            filled(section, notes_attribute()) != nullptr;
        if (is_cut) {
            cut(section, *source);
            return;
        }
        deck_.document.remove_children(section);
        const markdown::reveal::SlideCutter cutter(
            {"(?!)", "", default_notes_separator(deck_.version)});
        fill(section, cutter.cut(source->text).front().slides.front(), *source, section);
    }

    static Source text_of(const dom::Node& section) {
        const dom::Node& holder = text_holder(section);
        std::string text = dom::text_content(holder);
        for (std::size_t at = text.find("__SCRIPT_END__"); at != text.npos;
             at = text.find("__SCRIPT_END__", at)) {
            text.replace(at, 14, "</script>");
        }
        const int line = holder.first_child != nullptr ? holder.first_child->line : holder.line;
        return {markdown::reveal::unindented(text), {line, 0}};
    }

    std::optional<Source> read(dom::Node& section, int number) {
        const std::string& address = *section.attribute("data-markdown");
        auto file = read_named_file(deck_, section, address, options_, diagnostics_);
        return file ? std::optional(Source{std::move(file->text), {1, number}}) : std::nullopt;
    }

    void cut(dom::Node& section, const Source& source) {
        const markdown::reveal::SlideCutter cutter(separators_of(section));
        if (const std::string error = cutter.error(); !error.empty()) {
            diagnostics_.warn(Rule::kInvalidValue, dom::position_of(section, deck_.file),
                              "a separator is no regular expression: " + error);
        }
        for (const markdown::reveal::SlideGroup& group : cutter.cut(source.text)) {
            dom::Node& made = make_section(section);
            deck_.document.insert_before(section, made);
            if (!group.is_stack) {
                fill(made, group.slides.front(), source, section);
                continue;
            }
            for (const SlideText& slide : group.slides) {
                dom::Node& vertical = deck_.document.create_element("section");
                vertical.line = section.line;
                deck_.document.append_child(made, vertical);
                fill(vertical, slide, source, section);
            }
        }
        deck_.document.remove(section);
    }

    std::string_view vertical_attribute() const {
        return deck_.version < kNamesSeparators ? "data-vertical" : "data-separator-vertical";
    }
    std::string_view notes_attribute() const {
        return deck_.version < kNamesSeparators ? "data-notes" : "data-separator-notes";
    }

    Separators separators_of(const dom::Node& section) const {
        return {attribute_or(section, "data-separator", settings_.separator,
                             default_separator(deck_.version)),
                attribute_or(section, vertical_attribute(), settings_.vertical_separator, ""),
                attribute_or(section, notes_attribute(), settings_.notes_separator,
                             default_notes_separator(deck_.version))};
    }

    dom::Node& make_section(const dom::Node& like) {
        dom::Node& section = deck_.document.create_element("section");
        dom::place_at(section, like);
        for (const dom::Attribute& attribute : like.attributes) {
            if (!is_instruction(attribute.name)) {
                section.attributes.push_back(attribute);
            }
        }
        return section;
    }

    // The slide's elements, its attributes from comments, its notes. `asked` has the attributes
    // that say how comments are read.
    void fill(dom::Node& section, const SlideText& slide, const Source& source,
              const dom::Node& asked) {
        section.set_attribute("data-markdown", "");
        section.set_attribute("data-markdown-parsed", "true");
        const markdown::Origin first = origin_of(slide.text, source);
        section.line = first.line;
        section.file = deck_.document.file(first.file);
        const markdown::HtmlText html = html_of(slide, source);
        dom::parse_fragment(deck_.document, section, html.text, "section", options_.limits,
                            {&html.origins, 0}, dom::Comments::kKeep);
        AttributeSeparators separators;
        if (const std::string* element = filled(asked, "data-element-attributes")) {
            separators.element = *element;
        }
        if (const std::string* attributes = filled(asked, "data-attributes")) {
            separators.slide = *attributes;
        }
        if (deck_.version < kHasAttributesWithoutValue) {
            separators.attribute = kEarlyAttribute;
        }
        apply_comment_attributes(deck_.document, section, separators);
    }

    // Text and notes are one HTML text for the plugin: an end tag in the notes closes what the text
    // left open, and what follows it is seen.
    markdown::HtmlText html_of(const SlideText& slide, const Source& source) const {
        const markdown::reveal::Dialect dialect{
            .early_html = deck_.version < kHasCommonHtml,
            .items_nest_early = deck_.version < kNestsByText,
            .no_break_spaces = deck_.version >= kKeepsNoBreakSpaces,
            .heading_ids = deck_.version >= kNamesHeadings,
            .tables_end_paragraphs = deck_.version >= kTablesEndParagraphs,
            .table_end = table_end(deck_.version),
            .headings_need_space = deck_.version >= kWantsSpaceInHeadings,
            .item_blocks = deck_.version >= kBlocksEndItems
                               ? markdown::reveal::ItemBlocks::kHtmlAndQuotes
                               : markdown::reveal::ItemBlocks::kAll,
            .language_prefix = language_prefix(deck_.version)};
        const markdown::Origin first = origin_of(slide.text, source);
        if (!slide.notes) {
            return markdown::reveal::commonmark_to_html(slide.text, first, dialect);
        }
        const markdown::HtmlText notes = markdown::reveal::commonmark_to_html(
            *slide.notes, origin_of(*slide.notes, source), dialect);
        constexpr std::string_view kBegin = "<aside class=\"notes\">";
        constexpr std::string_view kEnd = "</aside>";
        if (markdown::reveal::ends_in_code(slide.text)) {
            report_notes_in_code(slide, source);
            return markdown::reveal::commonmark_to_html(
                fmt::format("{}{}{}{}\n", slide.text, kBegin, notes.text, kEnd), first, dialect);
        }
        markdown::HtmlText html = markdown::reveal::commonmark_to_html(slide.text, first, dialect);
        html.text += kBegin;
        append(html, notes);
        html.text += kEnd;
        return html;
    }

    void report_notes_in_code(const SlideText& slide, const Source& source) const {
        const markdown::Origin where = origin_of(*slide.notes, source);
        const std::string* file = deck_.document.file(where.file);
        diagnostics_.warn(Rule::kBrokenMarkup, {file == nullptr ? deck_.file : *file, where.line},
                          "these notes begin in code, so they are shown with it",
                          "end the code's fence before them, or begin their line without blanks");
    }

    static void append(markdown::HtmlText& html, const markdown::HtmlText& part) {
        for (dom::SourceMark mark : part.origins) {
            mark.offset += html.text.size();
            html.origins.push_back(mark);
        }
        html.text += part.text;
    }

    static markdown::Origin origin_of(std::string_view part, const Source& source) {
        const auto before = part.data() - source.text.data();
        return {source.first.line + static_cast<int>(std::count(
                                        source.text.begin(), source.text.begin() + before, '\n')),
                source.first.file};
    }

    Deck& deck_;
    const MarkdownSettings& settings_;
    const ReadOptions& options_;
    Diagnostics& diagnostics_;
};

}  // namespace

void expand_markdown_sections(Deck& deck, const MarkdownSettings& settings,
                              const ReadOptions& options, Diagnostics& diagnostics) {
    Expansion(deck, settings, options, diagnostics).run();
}

}  // namespace ghreveal::deck
