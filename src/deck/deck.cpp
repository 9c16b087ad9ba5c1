#include "deck/deck.h"

#include "deck/front_matter.h"
#include "deck/kramdown_source.h"
#include "deck/liquid.h"
#include "deck/markdown_html.h"
#include "deck/site.h"
#include "deck/slides.h"
#include "support/file.h"
#include "support/utf8.h"

namespace ghreveal::deck {

namespace {

constexpr const char* kDefaultTheme = "black";
constexpr const char* kStandardInput = "-";

// A deck on its way: what the front matter says, and the Markdown behind it.
struct Opened {
    Deck deck;
    SourceLines lines;
};

// `site.KEY` from _config.yml, which is read only when a deck asks for it.
std::string site_value(const media::Site& site, const std::string& key, const Limits& limits) {
    const std::filesystem::path config = site.root / "_config.yml";
    if (!std::filesystem::exists(config)) {
        return "";
    }
    const auto values = flat_values(read_file(config, limits.source_bytes), config.string(), 1);
    const auto value = values.find(key);
    return value == values.end() ? "" : value->second;
}

Opened open_deck(std::string_view text, const std::string& file, const ReadOptions& options,
                 Diagnostics& diagnostics) {
    Opened opened;
    Deck& deck = opened.deck;
    deck.file = file == kStandardInput ? "(standard input)" : file;
    deck.site = find_site(file);
    deck.theme = kDefaultTheme;
    const SplitDeck split = split_front_matter(text, deck.file);
    read_front_matter(split.front_matter, deck, diagnostics);
    const LiquidContext liquid{
        deck.file,
        deck.site,
        deck.metadata.other,
        [&](const std::string& key) { return site_value(deck.site, key, options.limits); },
        options.limits,
        diagnostics};
    opened.lines = apply_liquid(split_lines(split.body, split.body_line), liquid);
    return opened;
}

}  // namespace

std::string to_string(const SlideIndex& index) {
    return index.in_stack ? std::to_string(index.h) + "/" + std::to_string(index.v)
                          : std::to_string(index.h);
}

Deck parse_deck(std::string_view text, const std::string& file, const ReadOptions& options,
                Diagnostics& diagnostics) {
    const std::string clean = utf8::sanitized(text);
    Opened opened = open_deck(clean, file, options, diagnostics);
    const std::string html = markdown_to_html(rewrite_kramdown(opened.lines));
    build_slides(opened.deck, html, opened.lines, options, diagnostics);
    return std::move(opened.deck);
}

FileKind kind_of_file(std::string_view text, const std::string& file) {
    const std::string clean = utf8::sanitized(text);
    const SplitDeck split = split_front_matter(clean, file);
    if (split.front_matter.empty()) {
        return FileKind::kOther;
    }
    const auto values = flat_values(split.front_matter, file, 2);
    const auto draft = values.find("draft");
    return draft != values.end() && draft->second == "true" ? FileKind::kDraft : FileKind::kDeck;
}

Deck read_deck(const std::string& path, const ReadOptions& options, Diagnostics& diagnostics) {
    return parse_deck(read_file(path, options.limits.source_bytes, {path, 0}), path, options,
                      diagnostics);
}

std::string deck_html(std::string_view text, const std::string& file, const ReadOptions& options,
                      Diagnostics& diagnostics) {
    const std::string clean = utf8::sanitized(text);
    Opened opened = open_deck(clean, file, options, diagnostics);
    return markdown_to_html(rewrite_kramdown(std::move(opened.lines)));
}

}  // namespace ghreveal::deck
