#include "deck/deck.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "deck/encoding.h"
#include "deck/jekyll/file_kind.h"
#include "deck/jekyll/kramdown_options.h"
#include "deck/jekyll/liquid_values.h"
#include "deck/jekyll/page_address.h"
#include "deck/jekyll/site.h"
#include "deck/jekyll/site_configuration.h"
#include "deck/liquid/liquid.h"
#include "deck/page/markdown_deck.h"
#include "deck/page/page_reader.h"
#include "deck/page/reveal_version.h"
#include "deck/settings/front_matter.h"
#include "deck/slides.h"
#include "markdown/kramdown/kramdown.h"
#include "support/ascii.h"
#include "support/file.h"
#include "support/rules.h"
#include "support/unicode/utf8.h"

namespace ghreveal::deck {

namespace {

constexpr const char* kDefaultTheme = "black";
constexpr const char* kStandardInput = "-";

// A deck on its way: what the front matter says, and the Markdown behind it.
struct Opened {
    Deck deck;
    markdown::SourceLines lines;
    markdown::kramdown::Options kramdown;
};

// `reveal: version:`, which the site's pages load reveal.js by.
std::optional<RevealVersion> version_of_site(const jekyll::SiteConfiguration& site,
                                             Diagnostics& diagnostics) {
    const YAML::Node reveal = site.node("reveal");
    const YAML::Node written =
        reveal && reveal.IsMap() ? reveal["version"] : YAML::Node(YAML::NodeType::Undefined);
    if (!written || !written.IsScalar()) {
        return std::nullopt;
    }
    const auto version = parse_version(written.Scalar());
    if (!version) {
        diagnostics.warn(Rule::kRevealVersion, {site.file(), 0},
                         "'" + written.Scalar() + "' is no version of reveal.js",
                         "write 3.8.0, say");
    }
    return version;
}

// The lines with Liquid carried out; included files are numbered in the deck's document.
markdown::SourceLines expand(const SplitDeck& split, const jekyll::SitePage& page, Deck& deck,
                             const jekyll::SiteConfiguration& configuration,
                             Diagnostics& diagnostics) {
    jekyll::LiquidValues values(page, configuration);
    const liquid::Context context{
        deck.file,
        deck.site,
        [&] { return values.page(); },
        [&] { return values.site(); },
        [&](const liquid::PageName& name) { return linked_address(name, configuration); },
        configuration.limits(),
        diagnostics};
    liquid::ExpandedSource source =
        apply_liquid(markdown::split_lines(split.body, {split.body_line, 0}), context);
    for (std::string& file : source.included_files) {
        deck.document.add_file(std::move(file));
    }
    return std::move(source.lines);
}

Opened open_deck(std::string_view text, const std::string& file, const ReadOptions& options,
                 Diagnostics& diagnostics) {
    Opened opened;
    Deck& deck = opened.deck;
    deck.file = file == kStandardInput ? "(standard input)" : file;
    deck.site = find_site(file);
    deck.site.source = options.files;
    deck.theme = kDefaultTheme;
    deck.math.mode = options.math;
    deck.math.macros = options.macros;
    deck.math.delimiters = math::bracket_delimiters();  // as kramdown writes $$
    const SplitDeck split = split_front_matter(text, deck.file);
    const jekyll::SiteConfiguration configuration(deck.site, options.limits);
    const jekyll::SitePage page = jekyll::page_of(split, file, configuration);
    read_front_matter(page.front_matter, deck, diagnostics);
    jekyll::set_addresses(deck.site, configuration);
    opened.kramdown = jekyll::kramdown_options(configuration);
    if (deck.metadata.language.empty()) {
        deck.metadata.language = configuration.text("lang");
    }
    const auto version =
        options.version ? options.version : version_of_site(configuration, diagnostics);
    deck.version = version.value_or(deck.version);
    opened.lines = expand(split, page, deck, configuration, diagnostics);
    return opened;
}

markdown::HtmlText to_html(const Opened& opened, const Limits& limits, Diagnostics& diagnostics) {
    markdown::kramdown::MarkdownHtml converted =
        markdown::kramdown::markdown_to_html(opened.lines, limits, opened.kramdown);
    if (converted.gave_up) {
        diagnostics.warn(Rule::kBrokenMarkup, {opened.deck.file, 0},
                         "too much markup is begun and never ended; the rest is shown as written",
                         "look for brackets, asterisks, backticks or tags without an end");
    }
    for (const auto& [name, origin] : converted.unknown_references) {
        const std::deque<std::string>& files = opened.deck.document.files();
        const bool is_included = origin.file > 0 && origin.file <= static_cast<int>(files.size());
        const std::string& file =
            is_included ? files[static_cast<std::size_t>(origin.file - 1)] : opened.deck.file;
        diagnostics.warn(Rule::kBrokenMarkup, {file, origin.line},
                         fmt::format("nothing defines the attributes '{{:{}}}'", name),
                         "a class is written with a dot: {:." + name + "}");
    }
    return std::move(converted.html);
}

bool has_page_suffix(const std::string& file) {
    const std::string suffix = ascii::lower_case(std::filesystem::path(file).extension().string());
    return suffix == ".html" || suffix == ".htm" || suffix == ".xhtml";
}

// Which Markdown it is, not whether it is a deck: a law's text has § as well.
bool is_written_for_gh_reveal(std::string_view text) {
    constexpr std::array<std::string_view, 3> kMarks{"§", "PARAGRAPH", "\ninitialization:"};
    return std::any_of(kMarks.begin(), kMarks.end(),
                       [&](std::string_view mark) { return text.find(mark) != text.npos; });
}

bool has_reveal_md_marks(std::string_view text) {
    std::string_view front;
    std::string_view body = text;
    if (text.starts_with("---\n") || text.starts_with("---\r\n")) {
        const std::size_t end = text.find("\n---", 3);
        front = text.substr(0, end);
        body = end == text.npos ? std::string_view{} : text.substr(end + 4);
    }
    for (const std::string_view key : {"\nrevealOptions:", "\nslideOptions:", "\nseparator:",
                                       "\nverticalSeparator:", "\nhighlightTheme:"}) {
        if (front.find(key) != front.npos) {
            return true;
        }
    }
    return body.find("\n\n---\n\n") != body.npos || body.find("\r\n---\r\n") != body.npos ||
           (body.find("\n---\n") != body.npos && body.find("\n----\n") != body.npos) ||
           body.find("<!-- .slide:") != body.npos || body.find("<!-- .element:") != body.npos;
}

// gh-reveal's keywords and front matter make a deck gh-reveal's; else `---` between blank lines,
// reveal-md's own keys, separators and comments, or its file in the project make it reveal-md's.
bool is_reveal_markdown(std::string_view text, const std::string& file) {
    return !is_written_for_gh_reveal(text) &&
           (has_reveal_md_marks(text) || nearest_file(find_project(file), "reveal-md.json"));
}

}  // namespace

std::string to_string(const SlideIndex& index) {
    return index.in_stack ? std::to_string(index.h) + "/" + std::to_string(index.v)
                          : std::to_string(index.h);
}

Format format_of(std::string_view text, const std::string& file) {
    const std::string_view beginning = ascii::trimmed(text.substr(0, 4096));
    if (ascii::starts_ignoring_case(beginning, "<!doctype html") ||
        ascii::starts_ignoring_case(beginning, "<html") || has_page_suffix(file)) {
        return Format::kPage;
    }
    return is_reveal_markdown(text, file) ? Format::kMarkdown : Format::kGhReveal;
}

namespace {

// What is asked for is not looked for: that goes through the text, and up the folders.
Format format_to_read(std::string_view text, const std::string& file, const ReadOptions& options) {
    return options.format ? *options.format : format_of(text, file);
}

}  // namespace

Deck parse_deck(std::string_view text, const std::string& file, const ReadOptions& options,
                Diagnostics& diagnostics) {
    const std::string clean = utf8::sanitized(text);
    switch (format_to_read(clean, file, options)) {
        case Format::kPage:
            return read_page(clean, file, options, diagnostics);
        case Format::kMarkdown:
            return read_markdown_deck(clean, file, options, diagnostics);
        case Format::kGhReveal:
            break;
    }
    Opened opened = open_deck(clean, file, options, diagnostics);
    const markdown::HtmlText html = to_html(opened, options.limits, diagnostics);
    build_slides(opened.deck, {html, opened.lines, clean}, options, diagnostics);
    return std::move(opened.deck);
}

FileKind kind_of_file(std::string_view text, const std::string& file) {
    const Limits limits;
    return jekyll::kind_of_file(text, file, {find_site(file), limits});
}

Deck read_deck(const std::string& path, const ReadOptions& options, Diagnostics& diagnostics) {
    const std::string text =
        utf8_text(read_file(path, options.limits.source_bytes, {path, 0}, SpecialFiles::kRead),
                  path, diagnostics);
    return parse_deck(text, path, options, diagnostics);
}

std::string deck_markdown(std::string_view text, const std::string& file,
                          const ReadOptions& options, Diagnostics& diagnostics) {
    std::string clean = utf8::sanitized(text);
    if (format_to_read(clean, file, options) != Format::kGhReveal) {
        return clean;
    }
    std::string markdown;
    for (const markdown::SourceLine& line : open_deck(clean, file, options, diagnostics).lines) {
        markdown += line.text + "\n";
    }
    return markdown;
}

std::string deck_html(std::string_view text, const std::string& file, const ReadOptions& options,
                      Diagnostics& diagnostics) {
    const std::string clean = utf8::sanitized(text);
    if (format_to_read(clean, file, options) != Format::kGhReveal) {
        return dom::outer_markup(*parse_deck(clean, file, options, diagnostics).html) + "\n";
    }
    const Opened opened = open_deck(clean, file, options, diagnostics);
    return to_html(opened, options.limits, diagnostics).text;
}

}  // namespace ghreveal::deck
