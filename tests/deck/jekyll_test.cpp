// What Jekyll 4.3.1 made of the pages of tests/data/jekyll (tools/compare-jekyll --accept).
#include <catch2/catch.hpp>
#include <filesystem>

#include "../build_paths.h"
#include "../support/temporary_folder.h"
#include "deck/deck.h"
#include "support/file.h"

using namespace ghreveal;

namespace {

const std::filesystem::path kSite = testing::source_dir() / "tests/data/jekyll";

// The file's text behind Liquid; a last line end is there or not.
std::string expanded(const std::filesystem::path& file, Diagnostics& diagnostics) {
    std::string text =
        deck::deck_markdown(read_file(file, 1u << 20), file.string(), {}, diagnostics);
    text.resize(text.find_last_not_of('\n') + 1);
    return text;
}

std::string jekylls(std::filesystem::path file) {
    std::string text = read_file(file.replace_extension(".expanded"), 1u << 20);
    text.resize(text.find_last_not_of('\n') + 1);
    return text;
}

std::string expanded_text(const std::string& text) {
    Diagnostics diagnostics;
    return deck::deck_markdown(text, "deck.md", {}, diagnostics);
}

}  // namespace

TEST_CASE("loops, conditions, filters and tags of Liquid give Jekyll's text, byte for byte") {
    for (const char* name : {"loops.md", "conditions.md", "filters.md", "tags.md", "pages.md"}) {
        Diagnostics diagnostics;
        const std::filesystem::path file = kSite / "_presentations" / name;
        CHECK(expanded(file, diagnostics) == jekylls(file));
    }
    Diagnostics diagnostics;
    CHECK(expanded(kSite / "page.md", diagnostics) == jekylls(kSite / "page.md"));
    CHECK(diagnostics.empty());
}

TEST_CASE("filters and variables that Jekyll leaves out without a word are said once") {
    Diagnostics diagnostics;
    expanded(kSite / "_presentations/tags.md", diagnostics);
    REQUIRE(diagnostics.warnings().size() == 2);
    CHECK(diagnostics.warnings()[0].what ==
          "'{{ undefined_thing }}' has no value, and shows nothing");
    Diagnostics of_filters;
    expanded(kSite / "_presentations/filters.md", of_filters);
    REQUIRE(of_filters.warnings().size() == 1);
    CHECK(of_filters.warnings()[0].what == "unknown Liquid filter 'unknown_one'");
}

TEST_CASE("markdownify is kramdown's HTML") {
    CHECK(expanded_text("{{ '**bold** text' | markdownify }}") ==
          "<p><strong>bold</strong> text</p>\n\n");
}

TEST_CASE("Liquid's loops are bounded in steps, what they make in bytes, blocks in depth") {
    CHECK_THROWS_WITH(
        expanded_text(
            "{% for i in (1..9999999) %}{% for j in (1..9999999) %}{% endfor %}{% endfor %}"),
        "the deck's Liquid has too much to do");
    CHECK_THROWS_WITH(expanded_text("{% assign a = 'xxxxxxxx' %}{% for i in (1..64) %}"
                                    "{% assign a = a | append: a %}{% endfor %}"),
                      "the deck and what it includes are too large");
    CHECK_THROWS_WITH(expanded_text("{% assign a = 'x,x,x,x' | split: ',' %}{% for i in (1..64) %}"
                                    "{% assign a = a | concat: a %}{% endfor %}"),
                      "the deck and what it includes are too large");
    std::string deep;
    for (int i = 0; i < 100'000; ++i) {
        deep += "{% if true %}";
    }
    CHECK_NOTHROW(expanded_text(deep));
    CHECK_NOTHROW(expanded_text("{{ a" + std::string(100'000, '[') + " }}"));
}

TEST_CASE("values of defaults: are the front matter's where it has none, most specific ones win") {
    const TemporaryFolder site;
    site.put("_config.yml",
             "defaults:\n"
             "- scope: {path: '', type: presentations}\n"
             "  values: {theme: night, author: A, initialization: {slideNumber: true}}\n"
             "- scope: {path: _presentations/deep}\n"
             "  values: {theme: sky}\n"
             "- scope: {path: '', type: posts}\n"
             "  values: {theme: beige}\n");
    const auto read = [&](const std::string& name, const std::string& front_matter) {
        Diagnostics diagnostics;
        return deck::read_deck(
            site.put("_presentations/" + name, "---\n" + front_matter + "---\nx\n").string(), {},
            diagnostics);
    };
    const deck::Deck plain = read("a.md", "title: T\ninitialization: {width: 800}\n");
    CHECK(plain.theme == "night");
    CHECK(plain.metadata.author == "A");
    CHECK(plain.configuration.slide_number == deck::SlideNumberFormat::kHDotV);
    CHECK(plain.configuration.width == 800);
    CHECK(read("deep/b.md", "title: T\n").theme == "sky");
    CHECK(read("deep/c.md", "theme: moon\n").theme == "moon");
}

TEST_CASE("front matter may end with three dots, and authors may be a list") {
    Diagnostics diagnostics;
    const deck::Deck deck = deck::parse_deck("---\ntitle: T\nauthor: [Ann, {name: Bob}]\n...\nx\n",
                                             "deck.md", {}, diagnostics);
    CHECK(deck.metadata.title == "T");
    CHECK(deck.metadata.author == "Ann, Bob");
    CHECK(diagnostics.empty());
}

namespace {

deck::FileKind kind(const TemporaryFolder& site, const std::string& name, const std::string& text) {
    return deck::kind_of_file(text, site.put(name, text).string());
}

}  // namespace

TEST_CASE(
    "a page is a deck by its layout or what is around that, gh-reveal's or reveal-md's hand") {
    using deck::FileKind;
    const TemporaryFolder site;
    site.put("_config.yml", "collections: [talks]\n");
    site.put("_layouts/base.html", "<div class=\"reveal\"></div><script src=reveal.js></script>");
    site.put("_layouts/talk.html", "---\nlayout: base\n---\n{{ content }}");
    site.put("_layouts/page.html", "---\nlayout: default\n---\n{{ content }}");
    site.put("_layouts/default.html", "<html>{{ content }}</html>");
    CHECK(kind(site, "_talks/a.md", "---\nlayout: talk\n---\nx") == FileKind::kDeck);
    CHECK(kind(site, "_talks/b.md", "---\nlayout: page\n---\nx") == FileKind::kOther);
    CHECK(kind(site, "c.md", "---\nlayout: talk\n---\nx") == FileKind::kDeck);
    CHECK(kind(site, "d.md", "---\ntitle: About\n---\nx") == FileKind::kOther);
    CHECK(kind(site, "e.md", "---\ntitle: T\n---\na\n\n§new\n\nb") == FileKind::kDeck);
    CHECK(kind(site, "f.md", "---\ntitle: Rules\n---\na\n\n---\n\nb") == FileKind::kOther);
    CHECK(kind(site, "g.md", "a\n<!-- .slide: class=x -->\n\n---\n\nb") == FileKind::kDeck);
    CHECK(kind(site, "README.md", "---\ntheme: x\n---\n§new") == FileKind::kOther);
    CHECK(kind(site, "_presentations/h.md", "---\ntitle: T\n---\nx") == FileKind::kDeck);
    CHECK(kind(site, "_presentations/i.md", "---\npublished: false\n---\nx") == FileKind::kOther);
    CHECK(kind(site, "_presentations/j.md", "---\ndraft: true\n---\nx") == FileKind::kDraft);
    const TemporaryFolder plain;
    CHECK(kind(plain, "talk.md", "# A\n\n---\n\n# B") == FileKind::kDeck);
    CHECK(kind(plain, "README.md", "# A\n\n---\n\n# B") == FileKind::kOther);
}

// Values of kramdown 2.4.0 with the same options.
TEST_CASE("kramdown's options come from _config.yml, and so does the language") {
    const TemporaryFolder site;
    site.put("_config.yml",
             "lang: fr\nkramdown:\n  hard_wrap: true\n  auto_ids: false\n"
             "  smart_quotes: apos,apos,quot,quot\n");
    const std::string text = "---\ntitle: T\n---\n# H\n\n\"a\"\n'b'\n";
    Diagnostics diagnostics;
    const std::string file = site.put("deck.md", text).string();
    CHECK(deck::deck_html(text, file, {}, diagnostics) == "<h1>H</h1>\n<p>\"a\"<br />\n'b'</p>\n");
    CHECK(deck::parse_deck(text, file, {}, diagnostics).metadata.language == "fr");
}
