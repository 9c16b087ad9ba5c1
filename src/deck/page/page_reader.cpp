#include "deck/page/page_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>

#include "deck/jekyll/site.h"
#include "deck/page/external_elements.h"
#include "deck/page/generators.h"
#include "deck/page/markdown_sections.h"
#include "deck/page/math_settings.h"
#include "deck/page/presentation.h"
#include "deck/page/reveal_defaults.h"
#include "deck/page/reveal_version.h"
#include "deck/page/scripts/object_literal.h"
#include "deck/page/scripts/page_scripts.h"
#include "deck/settings/front_matter.h"
#include "deck/slide_facts.h"
#include "dom/parse.h"
#include "media/address.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::deck {

namespace {

dom::Node* first_named(dom::Node& root, std::string_view name) {
    return dom::find_first(root, [&](const dom::Node& node) { return node.is_element(name); });
}

// The first `.reveal` that has `.slides`.
void find_slides(Deck& deck) {
    const auto has_class = [](std::string_view name) {
        return [name](const dom::Node& node) { return node.is_element() && node.has_class(name); };
    };
    deck.reveal = dom::find_first(*deck.html, [&](dom::Node& node) {
        deck.slides_element =
            has_class("reveal")(node) ? dom::find_first(node, has_class("slides")) : nullptr;
        return deck.slides_element != nullptr;
    });
    if (deck.reveal == nullptr) {
        throw Error({deck.file, 1}, "the page has no slides",
                    "reveal.js's are <section> elements in an element of class 'slides', in one "
                    "of class 'reveal'");
    }
}

// As reveal.js 3.4 and its sheets have it; earlier ones differ.
Configuration configuration_of(RevealVersion version) {
    Configuration configuration;
    if (version < RevealVersion{3, 4}) {
        configuration.margin = 0.1;
        configuration.max_scale = version.major < 3 ? 1 : 1.5;
    }
    return configuration;
}

// What of the configuration the page's reading itself needs.
struct PageSettings {
    MarkdownSettings markdown;
    std::string theme;
};

// Templates that load several files of Markdown have their separators set by a script, on what
// `[data-markdown]` selects.
void read_markdown_attributes(std::string_view script, MarkdownSettings& settings) {
    if (script.find("[data-markdown]") == script.npos) {
        return;
    }
    for (auto& [name, value] : pairs_of_strings(script, ".setAttribute")) {
        if (name.starts_with("data-separator")) {
            settings.attributes.push_back({std::move(name), std::move(value)});
        }
    }
}

PageSettings read_settings(Deck& deck, const std::vector<PageScript>& scripts,
                           const ReadOptions& options, Diagnostics& diagnostics) {
    PageSettings settings;
    MarkdownSettings& markdown = settings.markdown;
    const std::vector<std::string_view> texts = texts_of(scripts);
    for (const PageScript& script : scripts) {
        read_markdown_attributes(script.text, markdown);
        for (const std::string_view function : kRevealCalls) {
            for (const std::string& literal : object_literals(script.text, function, texts)) {
                read_configuration(literal, script.line, deck, diagnostics);
                const auto values = flat_values(literal, {deck.file, script.line}, options.limits);
                const auto text = [&](const char* key, std::string& target) {
                    const auto value = values.find(key);
                    target = value == values.end() ? target : value->second;
                };
                text("markdown.separator", markdown.separator);
                text("markdown.verticalSeparator", markdown.vertical_separator);
                text("markdown.notesSeparator", markdown.notes_separator);
                text("theme", settings.theme);
            }
        }
    }
    return settings;
}

// Before 3.0 the script put the `theme` of the configuration into the link whose id is "theme".
void load_configured_theme(Deck& deck, const std::string& theme) {
    constexpr RevealVersion kTakesSheetsAsTheyAre{3, 0};
    dom::Node* link = dom::find_first(*deck.html, [](const dom::Node& node) {
        const std::string* id = node.is_element("link") ? node.attribute("id") : nullptr;
        return id != nullptr && *id == "theme";
    });
    const std::string* href = link == nullptr ? nullptr : link->attribute("href");
    if (theme.empty() || href == nullptr || deck.version >= kTakesSheetsAsTheyAre) {
        return;
    }
    const std::size_t end = href->find(".css");
    if (end != href->npos) {
        const std::size_t begin = href->rfind('/', end) + 1;
        link->set_attribute("href", href->substr(0, begin) + theme + href->substr(end));
    }
}

bool is_named_in(const std::vector<PageScript>& scripts,
                 std::initializer_list<std::string_view> marks) {
    const auto is_marked = [&](std::string_view text) {
        return std::any_of(marks.begin(), marks.end(),
                           [&](std::string_view mark) { return text.find(mark) != text.npos; });
    };
    return std::any_of(scripts.begin(), scripts.end(), [&](const PageScript& script) {
        return is_marked(script.address) || is_marked(script.text);
    });
}

// highlight.js, or reveal.js's plugin of it, counts over Prism.
CodeColouring code_colouring_of(const std::vector<PageScript>& scripts) {
    if (is_named_in(scripts, {"highlight.js", "highlight.min.js", "highlight.esm.js",
                              "RevealHighlight", "hljs"})) {
        return CodeColouring::kHighlightJs;
    }
    return is_named_in(scripts, {"prism.js", "prism.min.js", "prism-core", "prismjs", "Prism."})
               ? CodeColouring::kPrism
               : CodeColouring::kNone;
}

void read_metadata(Deck& deck) {
    Metadata& metadata = deck.metadata;
    if (const dom::Node* title = first_named(*deck.html, "title")) {
        metadata.title = dom::outer_markup(*title);
        const std::size_t begin = metadata.title.find('>') + 1;
        metadata.title = std::string(
            ascii::trimmed(metadata.title.substr(begin, metadata.title.rfind("</") - begin)));
    }
    if (const std::string* language = deck.html->attribute("lang")) {
        metadata.language = *language;
    }
    dom::for_each(static_cast<const dom::Node&>(*deck.html), [&](const dom::Node& node) {
        const std::string* name = node.is_element("meta") ? node.attribute("name") : nullptr;
        const std::string* content = name != nullptr ? node.attribute("content") : nullptr;
        if (content == nullptr) {
            return;
        }
        const std::string key = ascii::lower_case(*name);
        if (key == "author" && metadata.author.empty()) {
            metadata.author = *content;
        } else if (key == "description") {
            metadata.subject = *content;
        } else if (key == "keywords") {
            for (const std::string_view keyword : ascii::split(*content, ',')) {
                metadata.keywords.emplace_back(ascii::trimmed(keyword));
            }
        }
    });
}

// HTML §4.2.3: the first one's address is what the page's relative ones are joined to.
void apply_base(Deck& deck, Diagnostics& diagnostics) {
    const dom::Node* base = dom::find_first(*deck.html, [](const dom::Node& node) {
        return node.is_element("base") && node.attribute("href") != nullptr;
    });
    if (base == nullptr) {
        return;
    }
    const std::string address = media::cleaned_address(*base->attribute("href"));
    if (media::has_scheme_or_host(address)) {
        diagnostics.warn(Rule::kLeftOut, dom::position_of(*base, deck.file),
                         "a <base> on the web is not followed",
                         "the page's files are looked for beside it");
        return;
    }
    const std::string folder =
        media::percent_decoded(address.substr(0, address.find_first_of("?#")));
    const std::filesystem::path path = folder.substr(0, folder.rfind('/') + 1);
    deck.site.base =
        path.is_absolute() ? deck.site.root / path.relative_path() : deck.site.base / path;
}

}  // namespace

Deck read_page(std::string_view html, const std::string& file, const ReadOptions& options,
               Diagnostics& diagnostics) {
    Deck deck;
    deck.format = Format::kPage;
    deck.file = file == "-" ? "(standard input)" : file;
    deck.site = find_project(file);
    deck.site.source = options.files;
    check_open_elements(html, options.limits, {deck.file, 1});
    deck.html = &dom::parse_document(deck.document, html, options.limits);
    check_elements(deck, options.limits);
    deck.body = first_named(*deck.html, "body");
    apply_base(deck, diagnostics);
    find_slides(deck);
    deck.version =
        options.version ? *options.version : version_of_page(*deck.html, deck.site, options.limits);
    deck.configuration = configuration_of(deck.version);
    read_own_defaults(deck, options.limits);
    const std::vector<PageScript> scripts = page_scripts(*deck.html, deck.site, options.limits);
    const PageSettings settings = read_settings(deck, scripts, options, diagnostics);
    load_configured_theme(deck, settings.theme);
    read_math_settings(deck, scripts, options);
    read_metadata(deck);
    deck.code_colouring = code_colouring_of(scripts);
    // Asciidoctor brings its own copy of the plugin, which has this template for a line.
    deck.has_early_line_tables = is_named_in(scripts, {R"(<td class="{0}"><div class="{1} {2}")"});
    if (is_named_in(scripts, {"external", "loadhtmlslides"})) {
        load_external_elements(deck, options, diagnostics);
        check_elements(deck, options.limits);
    }
    expand_markdown_sections(deck, settings.markdown, options, diagnostics);
    check_elements(deck, options.limits);
    move_quarto_elements(deck);
    present(deck, html, options, diagnostics);
    return deck;
}

}  // namespace ghreveal::deck
