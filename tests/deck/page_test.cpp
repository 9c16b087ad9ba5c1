// Pages written for reveal.js, and their Markdown.
#include <catch2/catch.hpp>

#include "../support/temporary_folder.h"
#include "deck/deck.h"
#include "deck/page/reveal_version.h"
#include "deck/page/scripts/object_literal.h"

using namespace ghreveal;

namespace {

constexpr const char* kScript =
    "<script src='https://x.example/reveal.js@5.1.0/dist/reveal.js'>"
    "</script>";

std::string page(const std::string& sections, const std::string& settings = "") {
    return std::string("<!doctype html>\n<html lang='fr'><head><title>A &amp; B</title></head>") +
           "<body><div class='reveal'><div class='slides'>\n" + sections + "</div></div>" +
           kScript + "<script>Reveal.initialize({" + settings + "})</script></body></html>";
}

deck::Deck parsed(const std::string& text, const std::string& file = "deck.html") {
    Diagnostics diagnostics;
    deck::Deck deck = deck::parse_deck(text, file, {}, diagnostics);
    for (const auto& warning : diagnostics.warnings()) {
        UNSCOPED_INFO(to_string(warning));
    }
    CHECK(diagnostics.empty());
    return deck;
}

std::string markup(const deck::Slide& slide) {
    return dom::outer_markup(*slide.section);
}

std::vector<std::string> texts(const deck::Deck& deck) {
    std::vector<std::string> texts;
    for (const deck::Slide& slide : deck.slides) {
        std::string text = dom::text_content(*slide.section);
        std::erase(text, '\n');
        texts.push_back(std::move(text));
    }
    return texts;
}

}  // namespace

TEST_CASE("a deck's format is told by its content") {
    CHECK(deck::format_of("<!DOCTYPE html><p>", "x") == deck::Format::kPage);
    CHECK(deck::format_of("<section>", "x.html") == deck::Format::kPage);
    CHECK(deck::format_of("---\ntitle: T\n---\n\n# A\n\n---\n\n# B\n", "x.md") ==
          deck::Format::kMarkdown);
    CHECK(deck::format_of("# A\n\n<!-- .slide: id=\"a\" -->\n", "x.md") == deck::Format::kMarkdown);
    CHECK(deck::format_of("# A\n---\n# B\n----\n# C\n", "x.md") == deck::Format::kMarkdown);
    const TemporaryFolder project;
    project.put("reveal-md.json", "{}");
    const std::string in_project = (project.path() / "talks" / "x.md").string();
    CHECK(deck::format_of("# A\n---\n# B\n", in_project) == deck::Format::kMarkdown);
    CHECK(deck::format_of("# A\n\n§new\n\n# B\n", in_project) == deck::Format::kGhReveal);
    CHECK(deck::format_of("---\ntitle: T\n---\n\n# A\n\n---\n\n§new\n\n# B\n", "x.md") ==
          deck::Format::kGhReveal);
    CHECK(deck::format_of("---\ntitle: T\n---\n\n# A\n", "x.md") == deck::Format::kGhReveal);
}

TEST_CASE("a page's sections are slides, those with sections in them stacks") {
    const deck::Deck deck =
        parsed(page("<section>a</section>\n<section><section>b</section>"
                    "<section>c</section></section>"));
    REQUIRE(deck.slides.size() == 3);
    CHECK(to_string(deck.slides[0].index) == "0");
    CHECK(to_string(deck.slides[1].index) == "1/0");
    CHECK(to_string(deck.slides[2].index) == "1/1");
    CHECK(deck.slides[1].section->parent->has_class("stack"));
    CHECK(deck.slides[1].first_line == 4);
    CHECK(deck.metadata.title == "A &amp; B");
    CHECK(deck.metadata.language == "fr");
    CHECK(deck.format == deck::Format::kPage);
}

TEST_CASE("a page without slides is an error") {
    Diagnostics diagnostics;
    CHECK_THROWS_AS(deck::parse_deck("<!doctype html><p>x</p>", "x.html", {}, diagnostics), Error);
}

TEST_CASE("slides that are hidden by data-visibility are none") {
    const deck::Deck deck =
        parsed(page("<section>a</section>"
                    "<section data-visibility='hidden'>b</section>"
                    "<section><section data-visibility='hidden'>c</section>"
                    "<section>d</section></section>"));
    CHECK(texts(deck) == std::vector<std::string>{"a", "d"});
}

TEST_CASE("notes come from data-notes and from every aside of the slide") {
    const deck::Deck deck =
        parsed(page("<section data-notes='1 < 2'>a<div><aside class='notes'>"
                    "<b>x</b></aside></div><aside class='notes'>y</aside>"
                    "</section>"));
    CHECK(deck.slides[0].notes_html == "<p>1 &lt; 2</p><b>x</b>y");
}

TEST_CASE("a page's configuration is read from its script") {
    const deck::Deck deck =
        parsed(page("<section></section>",
                    "width: 1050, 'height': 600.5, margin: .1, center: false, // said\n"
                    "slideNumber: \"c/t\", plugins: [ RevealNotes, x() ], dependencies: [{src: f}],"
                    "pdfSeparateFragments: false, rtl: isRtl(), keyboard: {13: function() { "
                    "return {width: 3}; }}"));
    CHECK(deck.configuration.width == 1050);
    CHECK(deck.configuration.height == 600.5);
    CHECK(deck.configuration.margin == 0.1);
    CHECK_FALSE(deck.configuration.center);
    CHECK_FALSE(deck.configuration.rtl);
    CHECK_FALSE(deck.configuration.separate_fragments);
    CHECK(deck.configuration.slide_number == deck::SlideNumberFormat::kCSlashT);
    CHECK(parsed(page("<section></section>", "width: '100%'")).configuration.width == 960);
    // Chromium's sections are as wide as its window then, which the page is.
    const deck::Configuration spread =
        parsed(page("<section></section>", "width: 1920, height: 1080, disableLayout: true"))
            .configuration;
    CHECK(spread.width == 1996);
    CHECK(spread.height == 1123);
    CHECK(spread.margin == 0);
    CHECK_FALSE(spread.center);
}

// Of npm's @asciidoctor/reveal.js 5.2.0.
TEST_CASE("the plugin that numbers lines is known by its template") {
    CHECK_FALSE(parsed(page("<section></section>")).has_early_line_tables);
    CHECK(
        parsed("<!doctype html><div class=reveal><div class=slides><section>x</section></div></div>"
               "<script>r+=g('<tr><td class=\"{0}\"><div class=\"{1} {2}\" {3}=\"{5}\">')</script>")
            .has_early_line_tables);
}

TEST_CASE("what a script has in comments is not read, what looks like one in a literal is") {
    const auto colouring = [](const std::string& script) {
        return parsed(
                   "<!doctype html><div class=reveal><div class=slides><section>x</section></div>"
                   "</div><script>" +
                   script + "</script>")
            .code_colouring;
    };
    CHECK(colouring("// RevealHighlight\n/* hljs */ <!-- Prism.\n") == deck::CodeColouring::kNone);
    CHECK(colouring("a = '//' + b; hljs.x()") == deck::CodeColouring::kHighlightJs);
    CHECK(colouring("a = /[/*]'/.test(b); hljs.x() /* */") == deck::CodeColouring::kHighlightJs);
    CHECK(colouring("a = b / c; // Prism.x / hljs") == deck::CodeColouring::kNone);
    CHECK(colouring("`\n//${hljs}`") == deck::CodeColouring::kHighlightJs);
}

TEST_CASE("object literals are read as data, and nothing else of a script is") {
    using deck::object_literals;
    const auto read = [](const char* script) { return object_literals(script, "f"); };
    CHECK(read("f({a: 1, b: 'x\\'y', c: [1, 'z',], d: {e: true}})") ==
          std::vector<std::string>{R"({"a":1,"b":"x'y","c":[1,"z"],"d":{"e":true}})"});
    CHECK(read("f(Object.assign({a: 1}, g, {b: -2.5}))") ==
          std::vector<std::string>{R"({"a":1})", R"({"b":-2.5})"});
    CHECK(read("f({a: 1 + 2, b: g({c: 3}), ...d, e() { return 4 }, h: `${i}`, j: `k`, l: /,/})") ==
          std::vector<std::string>{R"({"j":"k"})"});
    CHECK(read("f({/* a: 1 */ b: 2 // c: 3\n})") == std::vector<std::string>{R"({"b":2})"});
    CHECK(read("f({\"a\\u0041\": \"\\n\"})") == std::vector<std::string>{R"({"aA":"\u000a"})"});
    CHECK(read("g({a: 1})").empty());
    // Names stand for what was assigned to them last.
    CHECK(read("var a = {b: 0}; a = {b: 1}; let c = extend(a, {d: '{'}, e); f(c); a = {b: 2}") ==
          std::vector<std::string>{R"({"b":1})", R"({"d":"{"})"});
    CHECK(read("const a = {b: 1}; f({...a, c: 2})") ==
          std::vector<std::string>{R"({"b":1})", R"({"c":2})"});
    CHECK(read("const a = new G({b: 1}); o.a = {b: 2}; aa = {b: 3}; a == {b: 4}; f('a', a)") ==
          std::vector<std::string>{R"({"b":1})"});
    CHECK(object_literals("f(a)", "f", {"a = {b: 1}", "f(a)"}) ==
          std::vector<std::string>{R"({"b":1})"});
    CHECK(read("a = g(a, a); f(a)").empty());
    CHECK(read("f({a: {").size() == 1);  // never closed: no harm
}

TEST_CASE("settings are found in a script file of the page's own as well") {
    const auto width_with = [](const std::string& scripts) {
        const TemporaryFolder folder;
        folder.put("js/reveal.js", "Reveal.initialize({width: 1})");
        folder.put("js/main.js", "// Reveal.initialize({width: 2})\nReveal.initialize(options)");
        folder.put("deck.html",
                   "<!doctype html>" + scripts + "<div class=reveal><div class=slides><section>");
        Diagnostics diagnostics;
        return deck::read_deck((folder.path() / "deck.html").string(), {}, diagnostics)
            .configuration.width;
    };
    const std::string files = "<script src=js/reveal.js></script><script src=js/main.js></script>";
    CHECK(width_with("<script>var options = {width: 4}</script>" + files) == 4);
    CHECK(width_with(files + "<script>Reveal.initialize({width: 5})</script>") == 5);
    CHECK(width_with("<script src=js/reveal.js></script>") == 960);
}

TEST_CASE("reveal.js's version is in the page's addresses or in the files that it brings") {
    CHECK(deck::parse_version("3.8.0") == deck::RevealVersion{3, 8});
    CHECK(deck::parse_version("5") == deck::RevealVersion{5, 0});
    CHECK_FALSE(deck::parse_version("latest"));
    CHECK(parsed(page("<section></section>")).version == deck::RevealVersion{5, 1});
    CHECK(parsed("<!doctype html><link rel=stylesheet href=dist/reveal.css>"
                 "<script src=dist/reveal.js></script><script src=dist/plugin/notes.js></script>"
                 "<div class=reveal><div class=slides><section>")
              .version == deck::RevealVersion{6, 0});
    const TemporaryFolder folder;
    folder.put("js/reveal.js", "/*!\n * reveal.js\n * x */ a");
    folder.put("css/reveal.css", "/*!\n* reveal.js 4.3.1\n*/");
    folder.put("deck.html",
               "<!doctype html><link rel=stylesheet href=css/reveal.css><script src=js/reveal.js>"
               "</script><div class=reveal><div class=slides><section>");
    Diagnostics diagnostics;
    CHECK(deck::read_deck((folder.path() / "deck.html").string(), {}, diagnostics).version ==
          deck::RevealVersion{4, 3});
}

TEST_CASE("sizes that an author has changed in the page's own reveal.js count") {
    const auto configuration_with = [](const std::string& defaults, const std::string& settings) {
        const TemporaryFolder folder;
        folder.put("js/reveal.js", "var VERSION = '3.5.0', config = {\n\n// The \"normal\" size\n" +
                                       defaults + "minScale: 0.2, maxScale: 2.0, center: false };");
        folder.put("deck.html",
                   "<!doctype html><script src=js/reveal.js></script>"
                   "<script>Reveal.initialize({" +
                       settings +
                       "})</script>"
                       "<div class=reveal><div class=slides><section>");
        Diagnostics diagnostics;
        return deck::read_deck((folder.path() / "deck.html").string(), {}, diagnostics)
            .configuration;
    };
    const deck::Configuration own = configuration_with(
        "width: 1300,\nheight: 1100,\n"
        "// Factor\nmargin: 0.2, ",
        "");
    CHECK(own.width == 1300);
    CHECK(own.height == 1100);
    CHECK(own.margin == 0.2);
    CHECK(own.center);
    CHECK(configuration_with("width: 1300, ", "width: 800").width == 800);
    CHECK(configuration_with("", "").width == 960);
}

// Facts of npm's reveal.js 6.0.2, 3.3.0, 3.2.0, 3.1.0, 3.0.0 and 2.6.2: a constant, or only a
// default tells their scripts.
TEST_CASE("a script of reveal.js without a banner is known by what it holds") {
    const auto version_with = [](const std::string& script) {
        const TemporaryFolder folder;
        folder.put("js/reveal.js", "/*!\n * reveal.js\n */ (function() { " + script + " })();");
        folder.put("deck.html",
                   "<!doctype html><script src=js/reveal.js></script>"
                   "<div class=reveal><div class=slides><section>");
        Diagnostics diagnostics;
        return deck::read_deck((folder.path() / "deck.html").string(), {}, diagnostics).version;
    };
    CHECK(version_with("var VERSION = '3.3.0'; maxScale: 1.5,") == deck::RevealVersion{3, 3});
    // As uglified copies of 3.6 have it.
    CHECK(version_with("\"slide-number-a\";var it={VERSION:\"3.6.0\",initialize:e}") ==
          deck::RevealVersion{3, 6});
    CHECK(version_with("margin: 0.1, minScale: 0.2, maxScale: 1.5,") == deck::RevealVersion{3, 0});
    CHECK(version_with("maxScale: 1.5, text.replace( /c/g, c ).replace( /t/g, t )") ==
          deck::RevealVersion{3, 1});
    CHECK(version_with("maxScale: 1.5, '<span class=\"slide-number-a\">'") ==
          deck::RevealVersion{3, 2});
    CHECK(version_with("let a={},Ee=`6.0.2`;let tn={VERSION:Ee,initialize:ke}") ==
          deck::RevealVersion{6, 0});
    CHECK(version_with("margin: 0.1, maxScale: 1.0, '.slide-number'") == deck::RevealVersion{2, 6});
    CHECK(version_with("margin: 0.1, minScale: 0.2, maxScale: 1.0,") == deck::RevealVersion{2, 5});
    // As reveal.js was between 2.6.2 and 3.0.
    CHECK(version_with("'slide-number', maxScale: 1.0, Math.max( ( ( size.height - "
                       "getAbsoluteHeight( slide ) ) "
                       "/ 2 ) - slidePadding, 0 )") == deck::RevealVersion{3, 0});
}

TEST_CASE("reveal.js has slide numbers since 2.6") {
    const auto has_number = [](deck::RevealVersion version) {
        deck::ReadOptions options;
        options.version = version;
        Diagnostics diagnostics;
        const deck::Deck deck = deck::parse_deck(page("<section></section>", "slideNumber: true"),
                                                 "deck.html", options, diagnostics);
        return deck.number.element != nullptr;
    };
    CHECK(has_number({2, 6}));
    CHECK_FALSE(has_number({2, 5}));
}

// The separators and comments as reveal.js 5's Markdown plugin reads them: its README and tests.
TEST_CASE("a section of Markdown becomes the slides that its separators make") {
    const deck::Deck deck =
        parsed(page("<section data-markdown data-separator-vertical='^\\n--\\n' class='x'>"
                    "<script type='text/template'>\n    # A\n\n    ---\n    B\n\n    --\n    C\n"
                    "    Note: said\n</script></section>"));
    REQUIRE(deck.slides.size() == 3);
    CHECK(to_string(deck.slides[1].index) == "1/0");
    CHECK(deck.slides[0].section->has_class("x"));
    CHECK(deck.slides[0].title == "A");
    CHECK(markup(deck.slides[0]).find("<h1 id=\"a\">A</h1>") != std::string::npos);
    CHECK(deck.slides[2].section->parent->has_class("x"));
    CHECK(deck.slides[2].notes_html.find("said") != std::string::npos);
}

TEST_CASE("comments in Markdown set attributes on the element before them or on the slide") {
    const deck::Deck deck =
        parsed(page("<section data-markdown><textarea data-template>\n"
                    "<!-- .slide: class=\"s\" data-state=\"t\" -->\n"
                    "- one <!-- .element: class=\"fragment\" data-fragment-index=\"2\" -->\n"
                    "- two\n\ntext\n<!-- .element: class=\"p\" -->\n\n![x](y.png)<!-- .element: "
                    "class=\"i\" -->\n</textarea></section>"));
    const std::string html = markup(deck.slides[0]);
    INFO(html);
    CHECK(deck.slides[0].section->has_class("s"));
    CHECK(*deck.slides[0].section->attribute("data-state") == "t");
    CHECK(html.find("<li class=\"fragment\" data-fragment-index=\"2\">one ") != std::string::npos);
    CHECK(html.find("<img src=\"y.png\" alt=\"x\" class=\"i\">") != std::string::npos);
    CHECK(html.find("#comment") == std::string::npos);
    CHECK(deck.slides[0].steps == 1);
}

TEST_CASE("before reveal.js 4 comments set attributes with values alone, and without = in them") {
    const auto slide = [](const std::string& version) {
        const std::string text =
            "<html><head><script src='https://x/reveal.js@" + version +
            "/js/reveal.js'></script></head><body><div class=reveal><div class=slides>"
            "<section data-markdown><script type='text/template'>"
            "<!-- .slide: id=\"a data-state=\"b\"\" data-x=\"c=d\" data-notes -->\ntext"
            "</script></section></div></div></body></html>";
        return markup(parsed(text).slides.at(0));
    };
    // As the regular expressions of the plugin's 3.9.2 and 4.6.1 have it, run by node.
    CHECK(slide("3.9.2").find("data-state=\"b\"") != std::string::npos);
    CHECK(slide("3.9.2").find("data-x") == std::string::npos);
    CHECK(slide("4.6.1").find("id=\"a data-state=\"") != std::string::npos);
    CHECK(slide("4.6.1").find("data-x=\"c=d\"") != std::string::npos);
}

TEST_CASE("external Markdown is read, and its lines are those of its file") {
    const TemporaryFolder folder;
    folder.put("slides.md", "# A\n\n---\n\n# B\n");
    folder.put("deck.html", page("<section data-markdown='slides.md' data-separator='^\\n---\\n'>"
                                 "</section><section data-markdown='none.md'></section>"));
    Diagnostics diagnostics;
    const deck::Deck deck =
        deck::read_deck((folder.path() / "deck.html").string(), {}, diagnostics);
    REQUIRE(deck.slides.size() == 3);
    const dom::Node* heading = deck.slides[1].section->first_child;
    while (heading != nullptr && !heading->is_element("h1")) {
        heading = heading->next;
    }
    REQUIRE(heading != nullptr);
    CHECK(heading->line == 5);
    REQUIRE(heading->file != nullptr);
    CHECK(heading->file->ends_with("slides.md"));
    REQUIRE(diagnostics.warnings().size() == 1);
    CHECK(to_string(diagnostics.warnings()[0]).find("'none.md' is not there") != std::string::npos);
}

TEST_CASE("separators that a script sets on all sections of Markdown cut them") {
    const TemporaryFolder folder;
    folder.put("a.md", "# A\n\n=====\n\n# B\n\n-----\n\n# C\n");
    folder.put("deck.html",
               page("<section data-markdown='a.md'></section>") +
                   "<script>[].forEach.call(document.querySelectorAll('[data-markdown]'), e => {\n"
                   "e.setAttribute('data-separator', '\\n=====\\n');\n"
                   "e.setAttribute(\"data-separator-vertical\" , \"\\n-----\\n\");\n"
                   "e.setAttribute('data-separator', name); e.setAttribute('id', 'x') })</script>");
    Diagnostics diagnostics;
    const deck::Deck deck =
        deck::read_deck((folder.path() / "deck.html").string(), {}, diagnostics);
    REQUIRE(deck.slides.size() == 3);
    CHECK(deck.slides[1].index.h == 1);
    CHECK(deck.slides[2].index.h == 1);
    CHECK(deck.slides[2].index.v == 1);
    CHECK(diagnostics.empty());
}

TEST_CASE("generator-reveal's script loads files into its sections") {
    const TemporaryFolder folder;
    folder.put("slides/one.html", "<h2>One</h2><p>x</p>");
    folder.put("deck.html", page("<section data-html='slides/one.html'></section>") +
                                "<script>Reveal.initialize({dependencies: [{src: "
                                "'js/loadhtmlslides.js'}]})</script>");
    Diagnostics diagnostics;
    const deck::Deck deck =
        deck::read_deck((folder.path() / "deck.html").string(), {}, diagnostics);
    REQUIRE(deck.slides.size() == 1);
    CHECK(deck.slides[0].title == "One");
    CHECK(diagnostics.empty());
}

TEST_CASE("the plugin named external loads files into elements, or in their places") {
    const TemporaryFolder folder;
    folder.put("one.html", "<section>a</section>\n<section>b</section>\n");
    folder.put("two.html", "<section>c</section><section data-markdown>d</section>");
    const std::string slides =
        "<section data-external='one.html'>old</section>"
        "<section data-external-replace='two.html'></section>"
        "<section data-external='../none.html'></section><section>e</section>";
    folder.put("deck.html", page(slides) + "<script src='plugin/external/external.js'></script>");
    Diagnostics diagnostics;
    const deck::Deck deck =
        deck::read_deck((folder.path() / "deck.html").string(), {}, diagnostics);
    CHECK(texts(deck) ==
          std::vector<std::string>{"a", "b", "c", "d", "The file ../none.html is not there.", "e"});
    REQUIRE(deck.slides.size() == 6);
    CHECK(deck.slides[1].index.v == 1);
    CHECK(deck.slides[1].section->line == 2);
    REQUIRE(deck.slides[1].section->file != nullptr);
    CHECK(deck.slides[1].section->file->ends_with("one.html"));
    CHECK(deck.slides[4].index.h == 3);
    REQUIRE(diagnostics.warnings().size() == 1);
    // Nothing loads them where the plugin is not there.
    folder.put("deck.html", page(slides));
    Diagnostics none;
    CHECK(deck::read_deck((folder.path() / "deck.html").string(), {}, none).slides.size() == 4);
}

TEST_CASE("a block of code with steps is as many blocks, of which one shows") {
    const deck::Deck deck = parsed(
        page("<section><pre><code data-trim data-line-numbers='1|2-3|'>\n\n  a\n    b\n  c\n\n"
             "</code></pre></section>"));
    const deck::Slide& slide = deck.slides[0];
    CHECK(slide.steps == 2);
    REQUIRE(slide.covered.size() == 2);
    CHECK(slide.covered[0].step == 1);
    CHECK(dom::text_content(*slide.covered[0].element) == "a\n  b\nc");
    CHECK(*slide.covered[1].element->attribute("data-line-numbers") == "2-3");
}

// reveal.js 4.1.3's highlight.js writes `className`, 4.2.1's adds to it.
TEST_CASE("a fragment that is written as visible is one that is yet to come") {
    const deck::Deck deck =
        parsed(page("<section><p class='a fragment visible current-fragment b'>x</p>"
                    "<p class='visible'>y</p></section>"));
    REQUIRE(deck.slides[0].fragments.size() == 1);
    CHECK(*deck.slides[0].fragments[0].element->attribute("class") == "a fragment b");
    CHECK(deck.slides[0].section->last_child->has_class("visible"));
}

TEST_CASE("in reveal.js 4.1 a block of code loses its classes, those of fragments too") {
    const auto steps_with = [](const std::string& version) {
        return parsed("<!doctype html><link rel=stylesheet href='https://x/reveal.js@" + version +
                      "/dist/reveal.css'><div class=reveal><div class=slides><section>"
                      "<pre class=fragment><code>a</code></pre></section></div></div>")
            .slides[0]
            .steps;
    };
    CHECK(steps_with("4.1.3") == 0);
    CHECK(steps_with("4.0.2") == 1);
    CHECK(steps_with("4.2.1") == 1);
}

// The plugin of reveal.js 5.2.1 under Chromium: the block's innerHTML, its `<` and `>` escaped.
TEST_CASE("elements in code are shown as they are written, if they are not to be elements") {
    const auto code_of = [](const std::string& attributes, const std::string& script) {
        const deck::Deck deck = parsed(
            page("<section><pre><code " + attributes +
                 "><p CLASS=a title='\"1\" &amp; 2'>x &lt; y<br><!-- why --></p>&amp;</code></pre>"
                 "</section>") +
            script);
        const dom::Node* code = dom::find_first(
            *deck.html, [](const dom::Node& node) { return node.is_element("code"); });
        return dom::inner_markup_as_text(*code);
    };
    const std::string plugin = "<script src=plugin/highlight/highlight.js></script>";
    CHECK(code_of("", plugin) == "<p class=\"a\" title=\"\"1\" & 2\">x < y<br><!-- why --></p>&");
    const deck::Deck marked = parsed(page("<section><pre><code data-noescape>a <mark>b</mark>"
                                          "<!-- c --></code></pre></section>") +
                                     plugin);
    const dom::Node* mark = dom::find_first(
        *marked.html, [](const dom::Node& node) { return node.is_element("mark"); });
    REQUIRE(mark != nullptr);
    CHECK(mark->next == nullptr);
}

TEST_CASE("a site's configuration gives gh-reveal decks their version of reveal.js") {
    const TemporaryFolder folder;
    folder.put("_config.yml", "title: S\nreveal:\n  version: 3.8.0\n");
    folder.put("deck.md", "---\ntitle: T\n---\n\n## A\n");
    Diagnostics diagnostics;
    const auto file = (folder.path() / "deck.md").string();
    CHECK(deck::read_deck(file, {}, diagnostics).version == deck::RevealVersion{3, 8});
    deck::ReadOptions options;
    options.version = deck::RevealVersion{4, 1};
    CHECK(deck::read_deck(file, options, diagnostics).version == deck::RevealVersion{4, 1});
    CHECK(parsed("---\ntitle: T\n---\n", "none/deck.md").version == deck::RevealVersion{3, 5});
}

TEST_CASE("an end tag in a slide's notes closes what the slide left open, as in the plugin") {
    const deck::Deck deck = parsed(
        page("<section data-markdown><textarea data-template>\n<div>\n\nseen\n\nNote: said\n\n"
             "</div>\n\nseen too\n</textarea></section>"));
    REQUIRE(deck.slides.size() == 1);
    CHECK(deck.slides[0].notes_html.find("said") != std::string::npos);
    CHECK(deck.slides[0].notes_html.find("seen too") == std::string::npos);
    CHECK(dom::text_content(*deck.slides[0].section).find("seen too") != std::string::npos);
}

TEST_CASE("before reveal.js 3 the configuration names the theme, and attributes have short names") {
    const auto deck_of = [](const std::string& version) {
        return parsed(
            "<html lang='en'><head><link rel='stylesheet' href='css/theme/default.css' "
            "id='theme'></head><body><div class='reveal'><div class='slides'>"
            "<section data-markdown data-notes='^Notes:'><script type='text/template'>"
            "shown\n\nNotes: said</script></section></div></div><script "
            "src='https://x.example/ajax/libs/reveal.js/" +
            version +
            "/js/reveal.js'></script><script>Reveal.initialize({theme: "
            "Reveal.getQueryHash().theme || 'night', transition: x() || y })</script>"
            "</body></html>");
    };
    const auto theme_of = [](deck::Deck& deck) {
        return *dom::find_first(*deck.html, [](const dom::Node& node) {
                    return node.is_element("link");
                })->attribute("href");
    };
    deck::Deck old = deck_of("2.6.2");
    CHECK(theme_of(old) == "css/theme/night.css");
    CHECK(old.slides[0].notes_html.find("said") != std::string::npos);
    deck::Deck later = deck_of("3.0.0");
    CHECK(theme_of(later) == "css/theme/default.css");
    CHECK(later.slides[0].notes_html.find("said") == std::string::npos);
}

// The renderers of the marked that came with each.
TEST_CASE("the class of a fence's language has the prefix of reveal.js's version") {
    const auto class_in = [](const std::string& version) {
        deck::Deck deck = parsed(
            "<html lang='en'><body><div class='reveal'><div class='slides'><section data-markdown>"
            "<script type='text/template'>\n```scala\nx\n```\n</script></section></div></div>"
            "<script src='https://x.example/ajax/libs/reveal.js/" +
            version + "/js/reveal.js'></script></body></html>");
        const dom::Node* code = dom::find_first(
            *deck.html, [](const dom::Node& node) { return node.is_element("code"); });
        return *code->attribute("class");
    };
    CHECK(class_in("3.0.0").starts_with("scala"));
    CHECK(class_in("3.5.0").starts_with("lang-scala"));
    CHECK(class_in("3.9.2").starts_with("language-scala"));
    CHECK(class_in("4.6.1").starts_with("scala"));
}

TEST_CASE("data-trim trims code that has elements in it as well") {
    const deck::Deck deck =
        parsed(page("<section><pre><code data-noescape data-trim>\n\n"
                    "    a <b>b\n      c</b>\n\n    d\n    </code></pre>"
                    "</section>"));
    CHECK(markup(deck.slides[0]).find(">a <b>b\n  c</b>\n\nd</code>") != std::string::npos);
}

TEST_CASE("sections that end tags leave open do not hide the page's script") {
    const deck::Deck deck = parsed(
        "<!doctype html><html lang=en><body><section class=reveal><section class=slides>"
        "<section>a</section></div></div><script src='https://x.example/reveal.js@5.1.0/dist/"
        "reveal.js'></script><script>Reveal.initialize({width: 1200})</script></body></html>");
    CHECK(deck.configuration.width == 1200);
}

TEST_CASE("before reveal.js 3.4 data-trim leaves the lines' indentation") {
    const auto code = [](const std::string& version) {
        const deck::Deck deck = parsed(
            "<html lang='en'><body><div class='reveal'><div class='slides'><section><pre>"
            "<code data-trim>\n\n  a\n  b\n </code></pre></section></div></div><script "
            "src='https://x.example/ajax/libs/reveal.js/" +
            version + "/js/reveal.js'></script></body></html>");
        return dom::text_content(*deck.slides[0].section);
    };
    CHECK(code("3.3.0") == "a\n  b");
    CHECK(code("3.4.0") == "a\nb");
}
