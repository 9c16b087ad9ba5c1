#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "deck/deck.h"

using namespace ghreveal;

namespace {

class Site {
public:
    Site() : path_(std::filesystem::temp_directory_path() / "ghreveal-liquid-test") {
        std::filesystem::create_directories(path_);
    }
    ~Site() { std::filesystem::remove_all(path_); }
    Site(const Site&) = delete;
    Site& operator=(const Site&) = delete;
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(path_ / name) << text;
    }
    std::string path(const std::string& name) const { return (path_ / name).string(); }
    deck::Deck read(Diagnostics& diagnostics) const {
        return deck::read_deck(path("deck.md"), {}, diagnostics);
    }
    // The error that reading the deck ends with.
    std::string error() const {
        Diagnostics diagnostics;
        try {
            read(diagnostics);
        } catch (const Error& error) {
            return error.message();
        }
        return "";
    }

private:
    std::filesystem::path path_;
};

std::string html(const std::string& text) {
    Diagnostics diagnostics;
    const std::string out = deck::deck_html(text, "deck.md", {}, diagnostics);
    CHECK(diagnostics.empty());
    return out;
}

std::string warning(const std::string& text) {
    Diagnostics diagnostics;
    deck::deck_html(text, "deck.md", {}, diagnostics);
    REQUIRE(diagnostics.warnings().size() == 1);
    return to_string(diagnostics.warnings()[0]);
}

}  // namespace

TEST_CASE("page values are the front matter's, site values _config.yml's, nested ones with dots") {
    const Site site;
    site.write("_config.yml", "owner:\n  name: Ann\n");
    site.write("deck.md",
               "---\ntitle: T\nevent:\n  place: here\n---\n"
               "{{ page.event.place }} {{site.owner.name}} [{{ page.none }}]\n");
    Diagnostics diagnostics;
    const deck::Deck deck = site.read(diagnostics);
    CHECK(dom::text_content(*deck.slides[1].section).find("here Ann []") == 0);
    REQUIRE(diagnostics.warnings().size() == 1);
    CHECK(diagnostics.warnings()[0].what == "'{{ page.none }}' has no value, and shows nothing");
}

TEST_CASE("Liquid in raw is text, in a comment nothing, over several lines too") {
    CHECK(html("{% raw %}\n{{ a }}\n\n{% b %}{% endraw %}\n") ==
          "<p>{{ a }}</p>\n<p>{% b %}</p>\n");
    CHECK(html("a{% comment %}\n{{ b }}\n\n{% c %}\n{% endcomment %}d\n") == "<p>ad</p>\n");
    CHECK(html("x {{ '{{' }} y") == "<p>x {{ y</p>\n");
}

TEST_CASE("hyphens in Liquid's braces take the white space around them") {
    CHECK(html("a {%- raw -%} b {%- endraw %} c") == "<p>a b  c</p>\n");
    CHECK(html("a {%- if true -%} b {%- endif %} c") == "<p>ab c</p>\n");
}

// Jekyll 4.3.1 with `highlighter: none`.
TEST_CASE("highlight is code in its language, fences in it and all") {
    const std::string code =
        "<figure class=\"highlight\"><pre><code class=\"language-c\" data-lang=\"c\">";
    CHECK(html("{% highlight c linenos %}\nint x;\n```\n{% endhighlight %}\n") ==
          code + "int x;\n```</code></pre></figure>\n");
    CHECK(html("a\n{% highlight c %}int y;{% endhighlight %}\nb\n") ==
          "<p>a</p>\n" + code + "int y;</code></pre></figure>\n<p>b</p>\n");
}

TEST_CASE("unknown tags and filters are reported with their line and left as written") {
    CHECK(warning("\n\n{% gist 12 %} {% gist 13 %}") ==
          "deck.md:3: warning: unknown Liquid tag '{% gist 12 %}'; it is left as written");
    CHECK(warning("{{ page.title | sassify }}") ==
          "deck.md:1: warning: unknown Liquid filter 'sassify'; the value is left as it is");
    CHECK(warning("a\n{% raw %}\nb") ==
          "deck.md:2: warning: '{% raw %}' is not ended; end it with {% endraw %}");
}

// Liquid 5.3's messages for the first four; what it drops without one is said as well.
TEST_CASE("what Liquid would stop at or drop is said") {
    CHECK(warning("\n{% endif %}") ==
          "deck.md:2: warning: '{% endif %}' ends nothing; no {% if %} is open before it");
    CHECK(warning("{% elsif a %}") ==
          "deck.md:1: warning: '{% elsif a %}' is in no block; no {% if %} is open before it");
    CHECK(warning("{% assign a 3 %}") ==
          "deck.md:1: warning: '{% assign a 3 %}' sets nothing; write {% assign NAME = VALUE %}");
    CHECK(warning("{% if a = b %}c{% endif %}") ==
          "deck.md:1: warning: Liquid has no operator '='; write ==");
    CHECK(warning("{% if a is b %}c{% endif %}").find("no operator 'is'") != std::string::npos);
    CHECK(html("{% if a and b or c %}d{% endif %}{% if a contains 'b' %}c{% endif %}").empty());
    CHECK(warning("a\n\nb {{ c\n") == "deck.md:3: warning: '{{' is not ended; end it with }}");
    CHECK(html("{% raw %}a {{ b{% endraw %}") == "<p>a {{ b</p>\n");
    CHECK(warning("{% case a %}b{% endcase %}").find("before the first {% when %}") !=
          std::string::npos);
    CHECK(warning("{{ 1 | divided_by: 0 }}").find("Liquid error: divided by 0") !=
          std::string::npos);
    CHECK(warning("{{< video a >}}").find("'{{< video a >}}' has no value") != std::string::npos);
}

TEST_CASE("a warning about included text names the included file and its line") {
    const Site site;
    site.write("part.md", "a\n\nb §fragmant\n");
    site.write("deck.md", "one\n\n{% include_relative part.md %}\n\nc\n§fragmant\n");
    Diagnostics diagnostics;
    site.read(diagnostics);
    REQUIRE(diagnostics.warnings().size() == 2);
    CHECK(to_string(diagnostics.warnings()[0].where) == site.path("part.md:3"));
    CHECK(to_string(diagnostics.warnings()[1].where) == site.path("deck.md:6"));
}

TEST_CASE("an error in an included file names that file and its line") {
    const Site site;
    site.write("deck.md", "\n{% include_relative a.md %}\n");
    site.write("a.md", "x\n\n{% include_relative b.md %}\n");
    CHECK(site.error().find(site.path("a.md:3: error: ")) == 0);
    site.write("b.md", "{% include_relative a.md %}\n");
    CHECK(site.error() == site.path("b.md:1: error: 'a.md' includes itself; leave out the "
                                    "include that leads back to it"));
    site.write("b.md", "{% include_relative ../../x.md %}\n");
    CHECK(site.error().find(site.path("b.md:1: error: ")) == 0);
}

TEST_CASE("elements know their own line in paragraphs, lists, tables, quotes and raw HTML") {
    Diagnostics diagnostics;
    const deck::Deck deck = deck::parse_deck(
        "text *a*\n**a** `a`\n\n- x\n  *a*\n\n  > q\n  > *a*\n\n| *a* |\n| *a* |\n\n<div>\n\n"
        "<em>a</em>\n</div>\n\nTerm\n: x\n  *a*\n\n1. x\n   ![a](data:,)\n",
        "deck.md", {}, diagnostics);
    std::vector<int> lines;
    dom::for_each(*deck.slides[1].section, [&](const dom::Node& node) {
        if (node.is_element("em") || node.is_element("strong") || node.is_element("code") ||
            node.is_element("img")) {
            lines.push_back(node.line);
        }
    });
    CHECK(lines == std::vector<int>{1, 2, 2, 5, 8, 10, 11, 15, 20, 23});
}

TEST_CASE("includes that leave nothing are bounded too, in number and in bytes") {
    const Site site;
    // Ten levels of ten each.
    for (int level = 0; level < 10; ++level) {
        std::string text;
        for (int i = 0; i < 10; ++i) {
            text += "{% include_relative i" + std::to_string(level + 1) + ".md %}";
        }
        site.write("i" + std::to_string(level) + ".md", text);
    }
    site.write("i10.md", "");
    site.write("deck.md", "---\ntitle: T\n---\n\n{% include_relative i0.md %}\n");
    CHECK(site.error().find(
              "files are included too often; the limit is 20000; --limit included-files=") !=
          std::string::npos);
    std::string often;
    for (int i = 0; i < 100; ++i) {
        often += "{% include_relative large.md %}\n";
    }
    site.write("large.md", "{% comment %}" + std::string(1u << 20, 'x') + "{% endcomment %}");
    site.write("deck.md", "---\ntitle: T\n---\n\n" + often);
    CHECK(site.error().find("the files that the deck includes are too large together") !=
          std::string::npos);
}
