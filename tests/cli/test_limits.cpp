// Each bound is met by a deck that exceeds it: what is said names the bound and its option.
#include <catch2/catch.hpp>

#include "program.h"

using namespace ghreveal::testing;

namespace {

const std::string kHead = "---\ntitle: x\n---\n§new\n\n";

std::string repeated(const std::string& text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) {
        result += text;
    }
    return result;
}

// What an export of the deck says.
RunResult said_of(const std::string& deck, const std::string& options = "") {
    const Workspace work;
    work.write("deck.md", deck);
    return work.run("export --offline -o deck.pdf " + options + " deck.md");
}

void check_names(const RunResult& result, int status, const std::string& limit) {
    INFO(result.err);
    CHECK(result.status == status);
    CHECK(result.err.find("--limit " + limit + "=NUMBER sets another") != std::string::npos);
}

std::string styled(const std::string& style) {
    return kHead + "<div style=\"height:50px;" + style + "\">x</div>\n";
}

}  // namespace

TEST_CASE("a value of very many gradient stops, shadows or layers is left out with its bound") {
    check_names(
        said_of(styled("background:linear-gradient(red" + repeated(",blue", 100'000) + ")")), 0,
        "value-tokens");
    check_names(said_of(styled("box-shadow:0 0 5px red" + repeated(",0 0 5px red", 100'000))), 0,
                "value-tokens");
    check_names(said_of(styled("text-shadow:0 0 5px red" + repeated(",0 0 5px red", 100'000))), 0,
                "value-tokens");
    check_names(said_of(styled("box-shadow:0 0 red,1px 1px red"), "--limit value-tokens=5"), 0,
                "value-tokens");
    CHECK(said_of(styled("box-shadow:0 0 red" + repeated(",1px 1px red", 1000)))
              .err.find("value-tokens") == std::string::npos);
}

TEST_CASE("selectors that look at more elements than the bound match nothing more") {
    std::string siblings;
    for (int i = 0; i < 100; ++i) {
        siblings += "<i>x</i>";
    }
    const std::string rest = "\n\n<p>" + siblings + "</p>\n";
    for (const char* selector : {"i:has(~ .no)", "i:nth-child(2 of i)"}) {
        const std::string deck = kHead + "<style>" + selector + " { color: red }</style>" + rest;
        check_names(said_of(deck, "--limit selector-looks=1000"), 0, "selector-looks");
        CHECK(said_of(deck).err.find("selector-looks") == std::string::npos);
    }
}

TEST_CASE("more @font-face rules than the bound are left out") {
    std::string faces;
    for (int i = 0; i < 100'000; ++i) {
        faces += "@font-face{font-family:f" + std::to_string(i) + ";src:local(x)}\n";
    }
    check_names(said_of(kHead + "<style>" + faces + "</style>\n\nx\n"), 0, "font-faces");
}

TEST_CASE("a paragraph longer than the bound is an error with its line") {
    const RunResult result = said_of(kHead + "a\n\n" + repeated("lorem ", 500'000));
    check_names(result, 1, "paragraph-bytes");
    CHECK(result.err.find("deck.md:8: error: a paragraph is too long") != std::string::npos);
}

TEST_CASE("more slides and pages than the bounds are errors") {
    check_names(said_of(kHead + repeated("x\n\n§new\n\n", 5), "--limit slides=4"), 1, "slides");
    check_names(said_of(kHead + repeated("x §fragment\n\n", 5), "--limit pages=5"), 1, "pages");
    CHECK(said_of(kHead + repeated("x §fragment\n\n", 5), "--limit pages=9").status == 0);
}

TEST_CASE("a YAML alias that holds itself, and aliases of aliases, are errors with their bounds") {
    const Workspace work;
    work.write("deck.md", kHead + "{{ site.a }}\n");
    work.write("_config.yml", "a: &a\n  b: *a\n");
    check_names(work.run("export --offline -o deck.pdf deck.md"), 1, "yaml-nesting");
    std::string laughs = "a: &a {k1: x, k2: x, k3: x, k4: x, k5: x, k6: x, k7: x, k8: x}\n";
    for (char c = 'b'; c < 'k'; ++c) {
        const std::string before(1, static_cast<char>(c - 1));
        laughs += std::string(1, c) + ": &" + c + " {";
        for (int i = 0; i < 8; ++i) {
            laughs += (i > 0 ? ", k" : "k") + std::to_string(i) + ": *" + before;
        }
        laughs += "}\n";
    }
    work.write("_config.yml", laughs);
    check_names(work.run("export --offline -o deck.pdf deck.md"), 1, "yaml-values");
    work.write("deck.md", "---\ntitle: x\nq: &a\n  b: *a\n---\n\n{{ page.a }}\n");
    check_names(work.run("export --offline -o deck.pdf deck.md"), 1, "yaml-nesting");
    CHECK_FALSE(work.has("deck.pdf"));
}

TEST_CASE("brackets and rules inside themselves a hundred thousand times are left out") {
    const std::string calc = styled("width:" + repeated("calc(", 100'000));
    CHECK(said_of(calc).status == 0);
    const std::string deep =
        kHead + "<style>p" + repeated(":not(", 100'000) + "{color:red}</style>\n\nx\n";
    CHECK(said_of(deep).status == 0);
    const std::string media =
        kHead + "<style>" + repeated("@media all{", 1000) + "p{color:red}</style>\n\nx\n";
    check_names(said_of(media), 0, "style-nesting");
    CHECK(said_of(kHead + repeated("<b>", 3000) + "x\n").status == 0);
    CHECK(said_of(kHead + repeated("<div>", 100'000) + "x\n").status < 2);
}

TEST_CASE("a wrong --limit says what is wrong") {
    const RunResult result = said_of(kHead, "--limit page=5");
    CHECK(result.status == 2);
    CHECK(result.err.find("there is no limit 'page'; did you mean 'pages'?") != std::string::npos);
}

TEST_CASE("what a transform leaves no area of is not drawn, and the rest of the deck is") {
    for (const char* transform :
         {"scale(0)", "scale(0,1)", "matrix(0,4,0,3,3,1)", "scale(1e-200)", "scale(1e300)",
          "translate(1e300px)", "scale(5000)", "rotate(1e300deg) scale(0)"}) {
        INFO(transform);
        const std::string deck = styled(std::string("transform:") + transform);
        const Workspace work;
        work.write("deck.md", deck);
        for (const char* output : {"-o a.pdf", "--png -o a", "--svg -o b"}) {
            const RunResult result = work.run("export --offline deck.md " + std::string(output));
            INFO(result.err);
            CHECK(result.status == 0);
        }
    }
}

TEST_CASE("lengths past all measure are clamped, and no page is lost") {
    for (const char* style :
         {"font-size:1e308px", "padding:1e20vmin", "width:1e30%", "line-height:1e300",
          "box-shadow:0 0 1e30px red;width:70000px", "margin:-1e308em", "letter-spacing:1e30px",
          "text-indent:1e30px", "border:1e20px dashed red", "columns:1e-30px", "flex-grow:1e308",
          "background:repeating-linear-gradient(rgb(1,2,3,.5),#123 0)", "border-radius:1e30px",
          "outline:1e30px dotted;outline-offset:1e30px", "text-decoration:underline wavy 1e30px"}) {
        INFO(style);
        const Workspace work;
        work.write("deck.md", styled(style));
        for (const char* output : {"-o a.pdf", "--png -o a", "--svg -o b"}) {
            const RunResult result = work.run("export --offline deck.md " + std::string(output));
            INFO(result.err);
            CHECK(result.status == 0);
        }
    }
}
