// `--article`: what slides say, as running text. Read back by poppler.
#include "handouts.h"

using ghreveal::testing::count_of;
using ghreveal::testing::output_of;
using ghreveal::testing::Workspace;

namespace {

// The article's text, its lines joined by single blanks.
std::string article_of(const Workspace& folder, const std::string& deck) {
    REQUIRE(folder.run("export --handout --article --offline --force -o out.pdf " + deck).status ==
            0);
    return output_of(folder, "pdftotext -raw out.pdf - | tr -s '\\n\\f ' ' '");
}

// Of the box of a word that is there once: "xMin", "yMin", in pt from the page's top left.
double edge_of(const Workspace& folder, const std::string& word, const std::string& edge) {
    const std::string boxes = output_of(folder, "pdftotext -bbox out.pdf -");
    const std::size_t at = boxes.find(">" + word + "</word>");
    REQUIRE(at != std::string::npos);
    return std::stod(boxes.substr(boxes.rfind(edge + "=\"", at) + edge.size() + 2));
}
double top_of(const Workspace& folder, const std::string& word) {
    return edge_of(folder, word, "yMin");
}
double left_of(const Workspace& folder, const std::string& word) {
    return edge_of(folder, word, "xMin");
}

}  // namespace

TEST_CASE("an article shows of a slide what is there when it ends") {
    const Workspace folder;
    folder.write("talk.md",
                 "---\ntitle: t\n---\n\n## Slide\n\n"
                 "<style>.unseen { display: none } .blind { visibility: hidden }</style>\n"
                 "<p class=\"fragment\">comes</p>\n<p class=\"fragment fade-out\">goes</p>\n"
                 "<p class=\"fragment current-visible\">passes</p>\n"
                 "<p class=\"fragment semi-fade-out\">pales</p>\n"
                 "<p class=\"unseen\">nothing</p>\n"
                 "<div class=\"blind\">hidden <b style=\"visibility: visible\">seen</b></div>\n"
                 "<p class=\"fragment\">stays</p>\n");
    const std::string text = article_of(folder, "talk.md");
    INFO(text);
    for (const char* shown : {"comes", "pales", "seen", "stays"}) {
        CHECK(count_of(text, shown) == 1);
    }
    for (const char* gone : {"goes", "passes", "nothing", "hidden"}) {
        CHECK(count_of(text, gone) == 0);
    }
}

TEST_CASE("an article's items have the markers of the slide's, generated text is in it") {
    const Workspace folder;
    folder.write("talk.md",
                 "---\ntitle: t\n---\n\n## Slide\n\n"
                 "<style>.reveal ol.up { list-style: upper-roman }\n"
                 ".reveal ul.arrow { list-style: none }\n"
                 ".reveal .arrow li::before { content: \"→ \" }\n"
                 ".reveal .part { counter-increment: part }\n"
                 ".reveal .part::before { content: \"Part \" counter(part) \": \" }\n"
                 ".reveal .icon::after { content: \"\\f015\" }</style>\n"
                 "<ol class=\"up\" start=\"3\"><li>three</li><li>four</li></ol>\n"
                 "<ul class=\"arrow\"><li>onward <q>quote</q></li></ul>\n"
                 "<p class=\"part\">first</p><p class=\"part icon\">second</p>\n");
    const std::string text = article_of(folder, "talk.md");
    INFO(text);
    for (const char* said :
         {"III. three", "IV. four", "→ onward “quote”", "Part 1: first", "Part 2: second "}) {
        CHECK(count_of(text, said) == 1);
    }
    CHECK(count_of(text, "•") == 0);
}

TEST_CASE("an article's cells are aligned as the slide's") {
    const Workspace folder;
    folder.write("talk.md",
                 "---\ntitle: t\n---\n\n## Slide\n\n| a | wide number |\n|---|--:|\n| b | 7 |\n");
    article_of(folder, "talk.md");
    CHECK(left_of(folder, "7") > left_of(folder, "number"));
}

TEST_CASE("an article has code once that a slide steps through") {
    const Workspace folder;
    folder.write("page.html",
                 "<!doctype html><html><body><div class=\"reveal\"><div class=\"slides\"><section>"
                 "<h2>Code</h2><pre><code data-line-numbers=\"1|2|3\">alpha\nbeta\ngamma"
                 "</code></pre></section></div></div>"
                 "<script src=\"dist/reveal.js\"></script>"
                 "<script src=\"plugin/highlight/highlight.js\"></script>"
                 "<script>Reveal.initialize({plugins: [RevealHighlight]})</script></body></html>");
    const std::string text = article_of(folder, "page.html");
    INFO(text);
    CHECK(count_of(text, "beta") == 1);
}

TEST_CASE("formulas are whole in articles and in notes") {
    const Workspace folder;
    folder.write("talk.md",
                 "---\ntitle: t\n---\n\n## Slide\n\n$$\\frac{over}{under}$$ is it\n\n"
                 "§notes\n\nLast is $$\\frac{high}{low}$$\n");
    article_of(folder, "talk.md");
    CHECK(top_of(folder, "over") < top_of(folder, "under") - 4);
    CHECK(top_of(folder, "high") < top_of(folder, "low") - 4);
}

TEST_CASE("a caption's number and title are apart for those who hear it") {
    const Workspace folder;
    folder.write("talk.md", "---\ntitle: t\n---\n\n## Words\n");
    REQUIRE(folder.run("export --handout --offline --force -o out.pdf talk.md").status == 0);
    CHECK(count_of(output_of(folder, "pdfinfo -struct-text out.pdf"), "\"2 Words\"") == 1);
}
