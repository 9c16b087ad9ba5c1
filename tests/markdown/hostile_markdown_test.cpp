// Decks that were made to cost time or memory: each is read in time, or refused with a clear error.
#include <catch2/catch.hpp>

#include "deck/deck.h"

using namespace ghreveal;

namespace {

std::string repeated(std::string_view part, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) {
        text += part;
    }
    return text;
}

// Reads a deck; an Error is as good as slides, if it says where.
void read(const std::string& text) {
    Diagnostics diagnostics;
    try {
        deck::parse_deck(text, "deck.md", {}, diagnostics);
    } catch (const Error& error) {
        CHECK(error.where().file == "deck.md");
    }
}

// Sanitizers make the same work many times slower, and look for something else than time.
#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t kLarge = 64u << 10;
#else
constexpr std::size_t kLarge = 1u << 20;
#endif
constexpr std::size_t kMedium = kLarge / 4;

}  // namespace

TEST_CASE("a megabyte of markup that is begun and never ended is read in time") {
    const std::string part =
        GENERATE(as<std::string>(), "[", "![", "*", "**a ", "_a *b ", "`", "``a ", "<", "<!--",
                 "<b>", "$$", "~~a ", "{::a}", "{:", "&", "\\", "\"", "<a b=\"", "[a](", "[a](<b",
                 "<<", "[^a]", "*a **b ");
    CAPTURE(part);
    read(repeated(part, kLarge));
}

TEST_CASE("lines that begin blocks without an end are read in time") {
    const std::string part =
        GENERATE(as<std::string>(), "```x\n", "~~~\na\n````\n", "<div>\n", "> ", "- ", "1. ",
                 "{::comment}\n", "$$\n\n", "| a\n", "[a]: b\n", "*[a]: b\n", "[^a]: b\n\n    c\n",
                 "<p markdown=\"1\">\n", "{% raw %}\n", "a\n: b\n", "<!--\n\n", "# a\n", "a\n---\n",
                 "§new ", "§element:");
    CAPTURE(part);
    read(repeated(part, kMedium));
}

TEST_CASE("what is nested too deep is shown as it is written") {
    Diagnostics diagnostics;
    const auto html = deck::deck_html(repeated("> ", 2000) + "deepest", "deck.md", {}, diagnostics);
    CHECK(html.find("&gt; &gt; deepest") != std::string::npos);
}

TEST_CASE("too much markup without an end is reported") {
    Diagnostics diagnostics;
    deck::deck_html(repeated("[a ", kLarge), "deck.md", {}, diagnostics);
    REQUIRE(diagnostics.warnings().size() == 1);
    CHECK(to_string(diagnostics.warnings()[0]) ==
          "deck.md: warning: too much markup is begun and never ended; the rest is shown as "
          "written; look for brackets, asterisks, backticks or tags without an end");
}

TEST_CASE("attribute lists that name one another end") {
    Diagnostics diagnostics;
    CHECK(deck::deck_html("{:a: b .x}\n{:b: a .y}\n\ntext\n{: a}\n", "deck.md", {}, diagnostics)
              .find("text") != std::string::npos);
}

TEST_CASE("footnotes that name one another end") {
    Diagnostics diagnostics;
    const auto html =
        deck::deck_html("x[^a]\n\n[^a]: y[^b]\n[^b]: z[^a]\n", "deck.md", {}, diagnostics);
    CHECK(html.find("id=\"fn:b\"") != std::string::npos);
}

TEST_CASE("bytes that are no text, NUL, CR LF and a byte order mark are read") {
    Diagnostics diagnostics;
    const std::string text =
        "\xEF\xBB\xBF---\r\ntitle: x\r\n---\r\n\r\na" + std::string(1, '\0') + "b \xFF\r\nc\rd";
    const auto html = deck::deck_html(text, "deck.md", {}, diagnostics);
    CHECK(html == "<p>a" + std::string(1, '\0') + "b \uFFFD\nc\nd</p>\n");
    CHECK(diagnostics.empty());
}

TEST_CASE("abbreviations of a thousand lengths are looked for in time") {
    std::string definitions;
    for (std::size_t length = 2; length < kMedium / 512; ++length) {
        definitions += "*[" + repeated("- ", 2 * length) + "+]: x\n";
    }
    read("---\ntitle: T\n---\n\n" + repeated("- ", 80) + repeated("x - - ", kMedium) + "\n\n" +
         definitions);
    std::string words;
    definitions.clear();
    for (int i = 0; i < 20'000; ++i) {
        words += "AB" + std::to_string(i) + " ";
        definitions += "*[AB" + std::to_string(i) + "]: x\n";
    }
    read("---\ntitle: T\n---\n\n" + words + "\n\n" + definitions);
}

TEST_CASE("elements on one long line are read in time") {
    read("---\ntitle: T\n---\n\n" + repeated("<div></div> <svg><path/></svg> ", 4 * kLarge));
    read("---\ntitle: T\n---\n\n<div markdown=\"1\">" + repeated("<p>x</p> <!-- c -->", kLarge));
}
