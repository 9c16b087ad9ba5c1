// Every bound has an option that moves it: a deck that a small bound is too small for, and that the
// usual one lets pass.
#include <algorithm>
#include <catch2/catch.hpp>

#include "../build_paths.h"
#include "../support/jpeg_writer.h"
#include "program.h"
#include "support/limit_names.h"

using namespace ghreveal;
using namespace ghreveal::testing;
using Catch::Contains;

namespace {

// What the program says, and its status, with the bound as it is given.
struct Exceeded {
    std::string limit;
    int most;
    std::string slide;
    std::string message;
    int status = 0;
    std::string others{};  // options that both runs have
};

const char* const kSvg = "![a](a.svg)";
const char* const kUnset = "a formula cannot be set";
const char* const kEndless = "too much markup is begun and never ended";

const Exceeded kExceeded[] = {
    {"source-bytes", 20, "x", "larger than the limit of 20 bytes", 1},
    {"image-bytes", 20, kSvg, "larger than the limit of 20 bytes"},
    {"image-pixels", 1, "![a](b.png)", "more than 0 megapixels"},
    {"svg-elements", 1, kSvg, "limit svg-elements=NUMBER"},
    {"svg-nesting", 1, kSvg, "limit svg-nesting=NUMBER"},
    {"svg-image-pixels", 1, "![a](picture.svg)", "limit svg-image-pixels=NUMBER"},
    {"svg-memory-bytes", 1, kSvg, "limit svg-memory-bytes=NUMBER"},
    {"svg-milliseconds", 1, "![a](slow.svg)", "takes longer than 0.001 s"},
    {"jpeg-scans", 4, "![a](progressive.jpg)", "has more than 4 scans"},
    {"include-depth", 1, "{% include_relative a.txt %}", "limit include-depth=NUMBER", 1},
    {"expanded-bytes", 30, "{% include_relative long.txt %}", "limit expanded-bytes=NUMBER", 1},
    {"included-files", 1, "{% include_relative a.txt %}", "limit included-files=NUMBER", 1},
    {"liquid-steps", 5, "{% for i in (1..10) %}{{ i }}{% endfor %}", "limit liquid-steps=NUMBER",
     1},
    {"liquid-nesting", 1, "{% if true %}{% if true %}a{% endif %}{% endif %}",
     "limit liquid-nesting=NUMBER"},
    {"yaml-values", 2, "{{ page.more }}", "limit yaml-values=NUMBER", 1},
    {"yaml-nesting", 1, "{{ page.more }}", "limit yaml-nesting=NUMBER", 1},
    {"style-sheets", 1, "<style>p { color: red }</style>\n\nx", "limit style-sheets=NUMBER", 1},
    {"variable-bytes", 10, "<style>p { --a: \"0123456789\"; color: var(--a, red) }</style>\n\nx",
     "limit variable-bytes=NUMBER"},
    {"variable-depth", 1,
     "<style>p { --a: var(--b); --b: var(--c); --c: red; color: var(--a) }</style>\n\nx",
     "grows past all bounds by its var()"},
    {"style-nesting", 1, "<style>@media all { @media all { p { color: red } } }</style>\n\nx",
     "limit style-nesting=NUMBER"},
    {"value-tokens", 2, "<style>p { box-shadow: 0 0 red, 1px 1px red }</style>\n\nx",
     "limit value-tokens=NUMBER"},
    {"font-faces", 1,
     "<style>@font-face { font-family: a; src: local(x) }"
     "@font-face { font-family: b; src: local(x) }</style>\n\nx",
     "limit font-faces=NUMBER"},
    {"selector-compounds", 2, "<style>a b c { color: red }</style>\n\nx", "'a b c'"},
    {"selector-looks", 1, "<style>i:has(~ .no) { color: red }</style>\n\n<i>x</i><i>x</i><i>x</i>",
     "limit selector-looks=NUMBER"},
    {"elements", 3, "<b><i><u><s>x</s></u></i></b>", "limit elements=NUMBER", 1},
    {"open-elements", 3, "<b><i><u><s><b>x</b></s></u></i></b>", "limit open-elements=NUMBER", 1},
    {"paragraph-bytes", 3, "abcdef", "limit paragraph-bytes=NUMBER", 1},
    {"markdown-free-looks", 1, "[a]([a]([a]([a]([a]([a](", kEndless},
    {"markdown-looks-per-byte", 1, "[a]([a](", kEndless, 0, "--limit markdown-free-looks=1"},
    {"slides", 1, "a\n\n§new\n\nb", "limit slides=NUMBER", 1},
    {"pages", 1, "a\n\n§new\n\nb", "limit pages=NUMBER", 1},
    {"formula-expansions", 1, "$$\\def\\a{\\b}\\def\\b{x}\\a$$", kUnset},
    {"formula-memory-bytes", 1000, "$$x^2$$", kUnset},
    {"formula-steps", 1, "$$x^2$$", kUnset},
    {"deck-formula-steps", 1, "$$x^2$$\n\n$$x^3$$\n\n$$x^4$$",
     "formulas before it took too many steps", 0, "--limit formula-steps=1"},
    {"diagram-milliseconds", 50, "```pikchr\nbox\n```", "limit diagram-milliseconds=NUMBER"},
    {"diagram-bytes", 9, "```dot\ngraph {}\n```", "limit diagram-bytes=NUMBER"},
};

// Of these it is seen by what a stage makes of the slide.
struct Changing {
    std::string limit;
    int most;
    std::string stage;
    std::string slide;
};

const Changing kChanging[] = {
    {"keyword-bytes", 3, "dom", "a §fragment:12345§; b"},
    {"markdown-nesting", 1, "html", "> > > a"},
    {"element-depth", 3, "layout", "<b><i><u><s>x</s></u></i></b>"},
    {"highlighted-bytes", 3, "dom", "```c\nint a;\nint b;\n```"},
    {"highlighted-line-bytes", 3, "dom", "```c\nint a;\n```"},
    {"highlight-steps", 1, "dom", "```c\nint a = \"x\";\n```"},
    {"formula-bytes", 1, "dom", "$$x^2$$"},
    {"table-span", 1, "layout",
     "<table><tr><td colspan='3'>a</td></tr><tr><td>a</td><td>a</td><td>a</td></tr></table>"},
    {"columns", 1, "layout", "<div style='columns: 3'>a b c</div>"},
    {"grid-tracks", 1, "layout",
     "<div style='display: grid; grid-template-columns: repeat(9, 20px)'><p>a</p><p>b</p></div>"},
};

// Those that need more than a slide.
const std::vector<std::string> kElsewhere{
    // test_limits_of_fetching
    "fetch-milliseconds", "deck-fetch-milliseconds", "deck-fetch-bytes", "fetch-header-bytes",
    "fetch-redirects", "fetch-at-a-time", "remote-pictures", "cache-bytes",
    // tests/media/remote_pictures_test: no server of ours stands where stills come from
    "still-milliseconds",
    // below
    "decoded-pixels", "guessed-code-bytes"};

std::string progressive_jpeg() {
    JpegWriter writer({8, 8});
    jpeg_simple_progression(&writer.encoder());
    writer.begin();
    for (int y = 0; y < 8; ++y) {
        writer.add_row(std::vector<JSAMPLE>(24, 99));
    }
    return writer.finish();
}

const std::pair<const char*, std::string> kFiles[] = {
    {"progressive.jpg", progressive_jpeg()},
    {"ghreveal.yml",
     "diagrams:\n  dot: [cat, drawing.svg]\n  pikchr: [sh, -c, 'sleep 1; cat drawing.svg']\n"},
    {"drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"},
    {"b.png", file_text(source_dir() / "golden/data/logo.png")},
    {"a.svg",
     "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><filter id='f'>"
     "<feTurbulence baseFrequency='.1'/></filter><g><rect width='9' height='9'/></g></svg>"},
    {"slow.svg",
     "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='200'><filter id='f'>"
     "<feMorphology radius='30' operator='dilate'/></filter>"
     "<rect width='300' height='200' filter='url(#f)'/></svg>"},
    {"picture.svg",
     "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='"
     "data:image/gif;base64,R0lGODlhAgACAIAAAAAAAP///yH5BAAAAAAALAAAAAACAAIAAAIChFEAOw=='/></svg>"},
    {"a.txt", "{% include_relative b.txt %}\n"},
    {"b.txt", "b\n"},
    {"long.txt", std::string(200, 'x') + "\n"}};

RunResult run_with(const Exceeded& one, const std::string& options) {
    const Workspace work;
    for (const auto& [name, text] : kFiles) {
        work.write(name, text);
    }
    work.write("deck.md", "---\ntitle: x\nmore: {a: {b: c}}\n---\n\n" + one.slide + "\n");
    setenv("XDG_CACHE_HOME", work.path("cache").c_str(), 1);
    return work.run("export --offline -o deck.pdf " + one.others + " " + options + " deck.md");
}

}  // namespace

TEST_CASE("each limit is an option: a smaller one is exceeded, the usual one is not") {
    for (const Exceeded& one : kExceeded) {
        INFO(one.limit);
        const RunResult small =
            run_with(one, "--limit " + one.limit + "=" + std::to_string(one.most));
        CHECK(small.status == one.status);
        CHECK_THAT(small.err, Contains(one.message));
        const RunResult usual = run_with(one, "");
        CHECK(usual.status == 0);
        CHECK(usual.err.find(one.message) == std::string::npos);
    }
}

TEST_CASE("each limit is an option: with a smaller one a slide becomes another") {
    for (const Changing& one : kChanging) {
        INFO(one.limit);
        const Workspace work;
        work.write("deck.md", "---\ntitle: x\n---\n\n" + one.slide + "\n");
        const std::string inspect = "inspect --offline --stage " + one.stage;
        const RunResult small = work.run(inspect + " --limit " + one.limit + "=" +
                                         std::to_string(one.most) + " deck.md");
        const RunResult usual = work.run(inspect + " deck.md");
        CHECK(small.status == 0);
        CHECK(usual.status == 0);
        CHECK(small.out != usual.out);
    }
}

TEST_CASE("a picture with more pixels than may be decoded at a time is shown with fewer") {
    const Workspace work;
    work.write("logo.png", file_text(source_dir() / "golden/data/logo.png"));
    work.write("deck.md", "---\ntitle: x\n---\n\n![a](logo.png)\n");
    const auto picture = [&](const std::string& options) {
        const RunResult result =
            work.run("export --offline --force --png --slides 2 -o out " + options + " deck.md");
        CHECK(result.status == 0);
        return file_text(work.path("out/001-1.0-s0.png"));
    };
    CHECK(picture("--limit decoded-pixels=100") != picture(""));
}

TEST_CASE("of a page's code so many bytes are coloured in a language that is guessed") {
    const Workspace work;
    work.write("page.html",
               "<!doctype html><div class='reveal'><div class='slides'><section><pre><code>"
               "def f(x):\n    return not x\n</code></pre></section></div></div>"
               "<script src='plugin/highlight/highlight.js'></script>");
    const std::string inspect = "inspect --offline --stage dom page.html ";
    const auto is_coloured = [](const RunResult& result) {
        CHECK(result.status == 0);
        return result.out.find("hljs-keyword") != std::string::npos;
    };
    CHECK(is_coloured(work.run(inspect)));
    CHECK_FALSE(is_coloured(work.run(inspect + "--limit guessed-code-bytes=10")));
}

TEST_CASE("no limit is without a test") {
    std::vector<std::string> tested = kElsewhere;
    for (const Exceeded& one : kExceeded) {
        tested.push_back(one.limit);
    }
    for (const Changing& one : kChanging) {
        tested.push_back(one.limit);
    }
    std::vector<std::string> all = limit_names();
    std::sort(all.begin(), all.end());
    std::sort(tested.begin(), tested.end());
    CHECK(tested == all);
}
