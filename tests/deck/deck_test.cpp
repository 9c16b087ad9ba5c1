#include "deck/deck.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace ghreveal;

namespace {

deck::Deck parsed(const std::string& body, Diagnostics& diagnostics,
                  const std::string& front_matter = "title: T\n") {
    return deck::parse_deck("---\n" + front_matter + "---\n" + body, "deck.md", {}, diagnostics);
}

deck::Deck parsed(const std::string& body) {
    Diagnostics diagnostics;
    deck::Deck deck = parsed(body, diagnostics);
    CHECK(diagnostics.empty());
    return deck;
}

std::string markup(const deck::Slide& slide) {
    return dom::outer_markup(*slide.section);
}

}  // namespace

TEST_CASE("a deck is cut into stacks and slides, numbered as reveal.js does") {
    const deck::Deck deck = parsed("a\n\n§break\n\nb\n\n§new\n\nc");
    REQUIRE(deck.slides.size() == 4);
    CHECK(to_string(deck.slides[0].index) == "0");
    CHECK(to_string(deck.slides[1].index) == "1/0");
    CHECK(to_string(deck.slides[2].index) == "1/1");
    CHECK(to_string(deck.slides[3].index) == "2/0");
    CHECK(deck.slides[3].number == 4);
    CHECK(deck.slides[2].section->parent->has_class("stack"));
}

TEST_CASE("a keyword that stood in a paragraph leaves an empty one on both sides") {
    const deck::Deck deck = parsed("a\n\n§break\n\nb");
    CHECK(markup(deck.slides[1]).find("<p>a</p>\n<p></p></section>") != std::string::npos);
    CHECK(markup(deck.slides[2]).find("<section class=\"present\"><p></p>") == 0);
}

TEST_CASE("text right behind a separator stands outside any paragraph") {
    const deck::Deck deck = parsed("a\n§break\nloose");
    CHECK(markup(deck.slides[2]) == "<section class=\"present\">\nloose<p></p>\n</section>");
}

TEST_CASE("what follows §notes is not on the slide") {
    const deck::Deck deck = parsed("a\n\n§notes\n\nsaid");
    CHECK(markup(deck.slides[1]).find("said") == std::string::npos);
    CHECK(deck.slides[1].notes_html.find("said") != std::string::npos);
    CHECK(parsed("§notes\n\nPARAGRAPHnew").slides[1].notes_html.find("§new") != std::string::npos);
}

TEST_CASE("a separator at the end makes no slide") {
    CHECK(parsed("a\n\n§new\n").slides.size() == 2);
    CHECK(parsed("a\n\n§break\n\n<br>\n").slides.size() == 2);
}

TEST_CASE("slides know the lines they stand on") {
    const deck::Deck deck = parsed("a\n\n§break\n\nb");  // the front matter has three lines
    CHECK(deck.slides[1].first_line == 4);
    CHECK(deck.slides[2].first_line == 6);
    CHECK(deck.slides[2].section->first_child->next->next->line == 8);
}

TEST_CASE("Pictures and raw HTML know their own line, inside a paragraph and inside a block") {
    const deck::Deck deck = parsed(
        "text\ntext ![a](a.png)\n<img src='b.png'>\n\n"
        "<div>\n<p><img src='c.png'></p></div>\n");
    std::vector<int> lines;
    dom::for_each(*deck.slides[1].section, [&](const dom::Node& node) {
        if (node.is_element("img")) {
            lines.push_back(node.line);
        }
    });
    CHECK(lines == std::vector<int>{5, 6, 9});
}

TEST_CASE("§element sets attributes on the element that holds it, classes added") {
    const deck::Deck deck = parsed("- x §element:class=a§; §element:style=color:red;§;");
    CHECK(markup(deck.slides[1]).find("<li class=\"a\" style=\"color:red;\">x  </li>") !=
          std::string::npos);
}

TEST_CASE("§pelement reaches the node before its text, or the element before its paragraph") {
    const deck::Deck deck =
        parsed("![p](p.png) §pelement:width=40§;\n\n> q\n\n§pelement:class=a§;");
    CHECK(markup(deck.slides[1]).find("width=\"40\"") != std::string::npos);
    CHECK(markup(deck.slides[1]).find("<blockquote class=\"a\">") != std::string::npos);
}

TEST_CASE("§slide and §id set attributes of the section") {
    const deck::Deck deck = parsed("## A\n§id:x§;\n§slide: data-background=#fff §;");
    CHECK(*deck.slides[1].section->attribute("id") == "x");
    CHECK(*deck.slides[1].section->attribute("data-background") == "#fff");
}

TEST_CASE("§fragment needs no space after it and makes its direct parent the fragment") {
    const deck::Deck deck = parsed("a **b§fragment.** c");
    REQUIRE(deck.slides[1].fragments.size() == 1);
    CHECK(deck.slides[1].fragments[0].element->name == "strong");
    CHECK(dom::text_content(*deck.slides[1].fragments[0].element) == "b.");
}

TEST_CASE("fragments with an index come first, the same index at the same step") {
    const deck::Deck deck =
        parsed("- a §fragment\n- b §fragment:2§;\n- c §fragment:1§;\n- d §fragment:2§;");
    const deck::Slide& slide = deck.slides[1];
    CHECK(slide.steps == 3);
    const auto step_of = [&](const char* text) {
        for (const deck::Fragment& fragment : slide.fragments) {
            if (dom::text_content(*fragment.element).starts_with(text)) {
                return fragment.step;
            }
        }
        return 0;
    };
    CHECK(step_of("c") == 1);
    CHECK(step_of("b") == 2);
    CHECK(step_of("d") == 2);
    CHECK(step_of("a") == 3);
}

TEST_CASE("§icon puts Font Awesome's element where it stood") {
    CHECK(markup(parsed("a §icon:github§; b").slides[1])
              .find("<p>a <i class=\"fa fa-github\"></i> b</p>") != std::string::npos);
}

TEST_CASE("PARAGRAPH shows the sign itself") {
    CHECK(dom::text_content(*parsed("`PARAGRAPHnew`").slides[1].section).find("§new") !=
          std::string::npos);
}

TEST_CASE("keywords are read in one pass over their text") {
    // 100,000 in a paragraph: to move the rest of it for each would be 10^11 bytes.
    std::string text;
    for (int i = 0; i < 100'000; ++i) {
        text += "x §icon:home§; PARAGRAPH §element:class=y§; §foo ";
    }
    Diagnostics diagnostics;
    const deck::Deck deck = parsed(text, diagnostics);
    std::size_t icons = 0;
    dom::for_each(static_cast<const dom::Node&>(*deck.slides[1].section),
                  [&](const dom::Node& node) { icons += node.is_element("i") ? 1 : 0; });
    CHECK(icons == 100'000);
    CHECK(diagnostics.warnings().size() == 1);
    CHECK(dom::text_content(*deck.slides[1].section).starts_with("x  §  §foo x "));
}

TEST_CASE("a drawing's shapes are closed where they stand: any number may be on a slide") {
    std::string shapes;
    for (int i = 0; i < 10'000; ++i) {
        shapes += "<rect width=\"1\"/><path d=\"M0 0\"/>\n";
    }
    CHECK_NOTHROW(parsed("<div><svg><g>" + shapes + "</g></svg></div>"));
    CHECK_THROWS_WITH(parsed("<div>" + shapes + "</div>"),
                      Catch::Contains("too many elements are opened"));
    CHECK_THROWS_WITH(parsed("<div><svg><b></b>" + shapes + "</svg></div>"),
                      Catch::Contains("too many elements are opened"));
    CHECK_THROWS_WITH(parsed("<div><svg><foreignObject>" + shapes + "</foreignObject></svg></div>"),
                      Catch::Contains("too many elements are opened"));
}

TEST_CASE("a deck may have as many slides as the limit says, and its title") {
    const auto deck_of = [](int slides) {
        std::string text = "x";
        for (int i = 1; i < slides; ++i) {
            text += "\n\n§break\n\nx";
        }
        return text;
    };
    Diagnostics diagnostics;
    deck::ReadOptions options;
    options.limits.slides = 5;
    const std::string head = "---\ntitle: T\n---\n\n";
    CHECK(deck::parse_deck(head + deck_of(5), "d.md", options, diagnostics).slides.size() == 6);
    CHECK_THROWS_WITH(deck::parse_deck(head + deck_of(6), "d.md", options, diagnostics),
                      "more than 5 slides");
}

TEST_CASE("an unknown keyword is shown and reported with its line and what it may have been") {
    Diagnostics diagnostics;
    const deck::Deck deck = parsed("a\n\nb §fragmant", diagnostics);
    REQUIRE(diagnostics.warnings().size() == 1);
    CHECK(to_string(diagnostics.warnings()[0]) ==
          "deck.md:6: warning: unknown keyword '§fragmant'; did you mean '§fragment'?");
    CHECK(dom::text_content(*deck.slides[1].section).find("§fragmant") != std::string::npos);
}

TEST_CASE("links name slides by index, by id, with a slash or without") {
    const deck::Deck deck = parsed("## A\n\n§break\n\n<p id=\"here\">x</p>\n\n§new\n\n## C");
    CHECK(deck::resolve_link(deck, "#/1/1").slide == 2u);
    CHECK(deck::resolve_link(deck, "#/2").slide == 3u);
    CHECK(deck::resolve_link(deck, "#here").slide == 2u);
    CHECK(deck::resolve_link(deck, "#/here").slide == 2u);
    CHECK(deck::resolve_link(deck, "#a").slide == 1u);
    CHECK(deck::resolve_link(deck, "#/0").slide == 0u);
    CHECK_FALSE(deck::resolve_link(deck, "#nowhere").slide.has_value());
    CHECK(deck::resolve_link(deck, "https://x.org/").address == "https://x.org/");
    CHECK(deck::resolve_link(deck, "#h%65re").slide == 2u);
    CHECK(deck::resolve_link(deck, "javascript:alert(1)").address.empty());
}

TEST_CASE("a deck with as many links as slides has them all resolved in one walk over it") {
    // 9,000 slides of 20 elements: to look for each id in all of them would be 10^9 steps.
    std::string text;
    for (int i = 0; i < 9000; ++i) {
        text += "<p id=\"p" + std::to_string(i) + "\">";
        for (int j = 0; j < 9; ++j) {
            text += "<b id=\"i\"></b><i></i>";
        }
        text += "</p>\n\n§break\n\n";
    }
    const deck::Deck deck = parsed(text);
    std::size_t right = 0;
    for (std::size_t i = 0; i < 9000; ++i) {
        const std::string id = "#p" + std::to_string(i);
        const std::string index = "#/1/" + std::to_string(i);
        right += deck::resolve_link(deck, id).slide == i + 1 ? 1 : 0;
        right += deck::resolve_link(deck, index).slide == i + 1 ? 1 : 0;
        right += deck::resolve_link(deck, "#none").slide ? 1 : 0;
    }
    CHECK(right == 18'000);
}

TEST_CASE("slides are selected by position, range, index and id") {
    const deck::Deck deck = parsed("## A\n\n§break\n\n## B\n\n§new\n\n## C");
    using Selected = std::vector<std::size_t>;
    CHECK(deck::select_slides(deck, "2") == Selected{1});
    CHECK(deck::select_slides(deck, "2-3,1") == Selected{0, 1, 2});
    CHECK(deck::select_slides(deck, "3-") == Selected{2, 3});
    CHECK(deck::select_slides(deck, "1/1") == Selected{2});
    CHECK(deck::select_slides(deck, "#c") == Selected{3});
    CHECK_THROWS_AS(deck::select_slides(deck, "9"), Error);
    CHECK_THROWS_AS(deck::select_slides(deck, "x"), Error);
    CHECK_THROWS_AS(deck::select_slides(deck, ""), Error);
}

TEST_CASE("the slide number follows the configuration") {
    Diagnostics diagnostics;
    const auto number = [&](const char* format, std::size_t slide) {
        const deck::Deck deck =
            parsed("a\n\n§break\n\nb", diagnostics,
                   std::string("title: T\ninitialization:\n  slideNumber: ") + format + "\n");
        const auto text = deck::slide_number_text(deck, deck.slides[slide]);
        return text.first + text.delimiter + text.second;
    };
    CHECK(number("c/t", 2) == "3/3");
    CHECK(number("c", 1) == "2");
    CHECK(number("h/v", 2) == "2/2");
    CHECK(number("true", 2) == "2.2");
    CHECK(number("true", 0) == "1");
    CHECK(number("false", 1) == "");
}

TEST_CASE("the slide number is written as the version of reveal.js writes it") {
    const auto numbers = [](const deck::RevealVersion& version, const char* format) {
        Diagnostics diagnostics;
        deck::Deck deck =
            parsed("a\n\n§break\n\nb", diagnostics,
                   std::string("title: T\ninitialization:\n  slideNumber: ") + format + "\n");
        deck.version = version;
        std::string all;
        for (const deck::Slide& slide : deck.slides) {
            const auto text = deck::slide_number_text(deck, slide);
            all += text.first + text.delimiter + text.second + ";";
        }
        return all;
    };
    CHECK(numbers({2, 6}, "true") == "0;1;1 - 1;");
    CHECK(numbers({3, 0}, "c/t") == "0;1;1 - 1;");
    CHECK(numbers({3, 0}, "false") == ";;;");
    CHECK(numbers({3, 1}, "true") == "1;2;3;");
    CHECK(numbers({3, 1}, "c / t (h.v)") == "1 / 3 (0.0);2 / 3 (1.0);3 / 3 (1.1);");
    CHECK(numbers({3, 2}, "c / t") == "1;2.1;2.2;");
}

TEST_CASE("initialization values keep their type, and wrong ones are reported with their line") {
    Diagnostics diagnostics;
    const deck::Deck deck =
        parsed("a", diagnostics, "initialization:\n  center: false\n  width: wide\n");
    CHECK_FALSE(deck.configuration.center);
    CHECK(deck.configuration.width == 960);
    REQUIRE(diagnostics.warnings().size() == 1);
    CHECK(diagnostics.warnings()[0].where.line == 4);
}

TEST_CASE("a front matter that is not YAML, or never closed, is an error with its line") {
    Diagnostics diagnostics;
    try {
        deck::parse_deck("---\ntitle: x\ntheme: [a\n---\n", "deck.md", {}, diagnostics);
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.where().file == "deck.md");
        CHECK(error.where().line >= 3);
    }
    CHECK_THROWS_AS(deck::parse_deck("---\ntitle: x\n", "deck.md", {}, diagnostics), Error);
}

namespace {

class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / "ghreveal-deck-test") {
        std::filesystem::create_directories(path_ / "sub");
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(path_ / name) << text;
    }
    std::string path(const std::string& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

}  // namespace

TEST_CASE("Liquid includes files, shows values, leaves raw text, drops comments") {
    const Folder folder;
    folder.write("_config.yml", "name: The site\n");
    folder.write("sub/part.md", "included\n");
    folder.write(
        "sub/deck.md",
        "---\ntitle: T\n---\n{% include_relative part.md %}\n{{ page.title }} {{ site.name }} "
        "{% raw %}{{ x }}{% endraw %}{% comment %}no{% endcomment %}\n");
    Diagnostics diagnostics;
    const deck::Deck deck = deck::read_deck(folder.path("sub/deck.md"), {}, diagnostics);
    CHECK(dom::text_content(*deck.slides[1].section).find("included\nT The site {{ x }}") == 0);
    CHECK(diagnostics.empty());
}

TEST_CASE("an include that includes itself is an error") {
    const Folder folder;
    folder.write("loop.md", "{% include_relative loop.md %}\n");
    Diagnostics diagnostics;
    CHECK_THROWS_AS(deck::read_deck(folder.path("loop.md"), {}, diagnostics), Error);
}

TEST_CASE("an include outside the site is refused") {
    const Folder folder;
    folder.write("deck.md", "{% include_relative ../../../etc/passwd %}\n");
    Diagnostics diagnostics;
    CHECK_THROWS_AS(deck::read_deck(folder.path("deck.md"), {}, diagnostics), Error);
}

TEST_CASE("an unknown Liquid tag is left as written and reported") {
    Diagnostics diagnostics;
    const deck::Deck deck = parsed("a {% unknown %}", diagnostics);
    CHECK(dom::text_content(*deck.slides[1].section).find("{% unknown %}") != std::string::npos);
    REQUIRE(diagnostics.warnings().size() == 1);
    CHECK(diagnostics.warnings()[0].where.line == 4);
}

TEST_CASE("more slides than the limit is an error") {
    Diagnostics diagnostics;
    deck::ReadOptions options;
    options.limits.slides = 2;
    CHECK_THROWS_AS(
        deck::parse_deck("a\n§new\nb\n§new\nc\n§new\nd", "deck.md", options, diagnostics), Error);
}

TEST_CASE("a picture knows its own line, not its slide's") {
    const deck::Deck deck = parsed("a\n\nb\n![p](p.png)");
    int line = 0;
    dom::for_each(*deck.slides[1].section,
                  [&](const dom::Node& node) { line = node.is_element("img") ? node.line : line; });
    CHECK(line == 7);
}

TEST_CASE("All §notes parts of a slide are its notes, in order, with their keywords done") {
    const deck::Deck deck = parsed(
        "## a\n\n§notes\n\nfirst §icon:check§; and §fragment\n\n§notes\n\nsecond PARAGRAPHnew\n");
    const std::string& notes = deck.slides[1].notes_html;
    CHECK(notes.find("first") < notes.find("second"));
    CHECK(notes.find("second §new") != std::string::npos);
    CHECK(notes.find("<i class=\"fa fa-check\"") != std::string::npos);
    CHECK(notes.find("fragment") == std::string::npos);
    CHECK(notes.find("§icon") == std::string::npos);
}
