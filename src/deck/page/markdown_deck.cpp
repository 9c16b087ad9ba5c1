#include "deck/page/markdown_deck.h"

#include <filesystem>
#include <map>
#include <vector>

#include "deck/jekyll/site.h"
#include "deck/page/markdown_sections.h"
#include "deck/page/presentation.h"
#include "deck/settings/front_matter.h"
#include "deck/slide_facts.h"
#include "media/address.h"
#include "support/ascii.h"
#include "support/file.h"

namespace ghreveal::deck {

namespace {

namespace fs = std::filesystem;
using Values = std::map<std::string, std::string>;

// What reveal-md shows decks with when nobody asks for anything else.
constexpr RevealVersion kVersion{5, 1};
constexpr const char* kTheme = "black";
constexpr const char* kSeparator = R"(\r?\n---\r?\n)";
constexpr const char* kVerticalSeparator = R"(\r?\n----\r?\n)";

class MarkdownDeckReader {
public:
    MarkdownDeckReader(const std::string& file, const ReadOptions& options,
                       Diagnostics& diagnostics)
        : options_(options), diagnostics_(diagnostics) {
        deck_.format = Format::kMarkdown;
        deck_.file = file == "-" ? "(standard input)" : file;
        deck_.site = find_project(file);
        deck_.site.source = options.files;
        deck_.version = options.version.value_or(kVersion);
        deck_.configuration.slide_number = SlideNumberFormat::kHDotV;
        deck_.math.mode = options.math;
        deck_.math.macros = options.macros;
        deck_.math.delimiters = math::all_delimiters();
        deck_.math.finds_environments = true;
        deck_.math.looks_into_code = true;  // the way around Markdown's own use of `_` and `*`
    }

    Deck read(std::string_view text) {
        const SplitDeck split = split_front_matter(text, deck_.file);
        read_settings(split.front_matter);
        build_page();
        add_markdown(split);
        expand_markdown_sections(deck_, {}, options_, diagnostics_);
        check_elements(deck_, options_.limits);
        present(deck_, text, options_, diagnostics_);
        return std::move(deck_);
    }

private:
    // What is read later wins.
    void read_settings(std::string_view front_matter) {
        deck_.theme = kTheme;
        if (const auto file = nearest_file(deck_.site, "reveal.json")) {
            read_configuration(text_of(*file), 1, deck_, diagnostics_);
        }
        if (const auto file = nearest_file(deck_.site, "reveal-md.json")) {
            values_ = flat_values(text_of(*file), {file->string(), 1}, options_.limits);
            deck_.theme = value("theme", kTheme);
            deck_.code_style = value("highlightTheme", "");
            add_sheets(value("css", ""), file->parent_path());
        }
        const std::vector<std::string> of_project = deck_.style_sheets;
        read_front_matter(front_matter, deck_, diagnostics_);
        if (deck_.style_sheets.empty()) {
            deck_.style_sheets = of_project;
        }
        for (const auto& [key, written] :
             flat_values(front_matter, {deck_.file, 2}, options_.limits)) {
            values_[key] = written;
        }
    }

    std::string text_of(const fs::path& file) const {
        return read_file(file, options_.limits.source_bytes);
    }

    std::string value(const char* key, const char* otherwise) const {
        const auto found = values_.find(key);
        return found == values_.end() ? otherwise : found->second;
    }

    // Sheets that the project's file names are beside it, or have an address of their own.
    void add_sheets(std::string_view list, const fs::path& folder) {
        for (const std::string_view item : ascii::split(list, ',')) {
            const std::string name(ascii::trimmed(item));
            if (name.starts_with('/') || media::has_scheme_or_host(name)) {
                deck_.style_sheets.push_back(name);
            } else if (!name.empty()) {
                const fs::path sheet = folder / fs::path(name);
                deck_.style_sheets.push_back(
                    "/" + sheet.lexically_relative(deck_.site.root).generic_string());
            }
        }
    }

    dom::Node& add(dom::Node& parent, std::string_view name, std::string_view classes = "") {
        dom::Node& element = deck_.document.create_element(name);
        deck_.document.append_child(parent, element);
        element.add_class(classes);
        return element;
    }

    void build_page() {
        deck_.html = &deck_.document.create_element("html");
        dom::Node& head = add(*deck_.html, "head");
        for (const std::string& sheet : deck_.style_sheets) {
            dom::Node& link = add(head, "link");
            link.line = 1;
            link.attributes = {{"rel", "stylesheet"}, {"href", sheet}};
        }
        deck_.body = &add(*deck_.html, "body");
        deck_.reveal = &add(*deck_.body, "div", "reveal");
        deck_.slides_element = &add(*deck_.reveal, "div", "slides");
    }

    // All of the text is in one section, as reveal-md's page has it.
    void add_markdown(const SplitDeck& split) {
        dom::Node& section = add(*deck_.slides_element, "section");
        section.set_attribute("data-markdown", "");
        section.set_attribute("data-separator", value("separator", kSeparator));
        section.set_attribute("data-separator-vertical",
                              value("verticalSeparator", kVerticalSeparator));
        if (values_.contains("notesSeparator")) {
            section.set_attribute("data-separator-notes", values_["notesSeparator"]);
        }
        dom::Node& holder = add(section, "script");
        dom::Node& content = deck_.document.create_text("\n" + std::string(split.body));
        content.line = split.body_line - 1;
        deck_.document.append_child(holder, content);
    }

    const ReadOptions& options_;
    Diagnostics& diagnostics_;
    Deck deck_;
    Values values_;
};

}  // namespace

Deck read_markdown_deck(std::string_view text, const std::string& file, const ReadOptions& options,
                        Diagnostics& diagnostics) {
    return MarkdownDeckReader(file, options, diagnostics).read(text);
}

}  // namespace ghreveal::deck
