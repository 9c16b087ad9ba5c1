// What a deck may put into files that other programs open: no script, no address that runs one.
#include <catch2/catch.hpp>

#include "program.h"

using namespace ghreveal::testing;

namespace {

const char* const kDeck =
    "---\ntitle: x\n---\n§new\n\n<a href=\"http://a.b/)/S/JavaScript/JS(app.alert(1)\">a</a>\n"
    "<a href=\"javascript:alert(1)\">b</a> [c](file://host/dir\\) <a "
    "href=\"data:text/html,x\">d</a>\n"
    "<a href=\"//host/x\">e</a>\n\n"
    "§notes\n\n<script>alert(8)</script>\n\n[click](javascript:alert\\(1\\))\n\n"
    "<p onclick=\"alert(2)\" style=\"background:url(javascript:x)\">kept</p>\n"
    "<svg onload=\"alert(3)\"><script>x</script></svg><iframe srcdoc=\"<script>\"></iframe>\n";

bool has_script(const std::string& text) {
    for (const char* word : {"<script", "javascript:", "onclick", "onload", "alert(2)", "srcdoc"}) {
        if (text.find(word) != std::string::npos) {
            return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("addresses of links cannot write into a PDF") {
    const Workspace work;
    work.write("deck.md", kDeck);
    const RunResult result = work.run("export --offline -o a.pdf deck.md");
    CHECK(result.status == 0);
    const std::string pdf = unpacked_pdf(work.path("a.pdf"));
    if (!pdf.empty()) {
        CHECK(pdf.find("/JS(") == std::string::npos);
        CHECK(pdf.find("javascript:") == std::string::npos);
        CHECK(pdf.find("http://a.b/%29/S/JavaScript/JS%28app.alert%281%29") != std::string::npos);
        CHECK(pdf.find("https://host/x") != std::string::npos);
    }
    CHECK(result.err.find("deck.md:7: warning: the link to 'javascript:alert(1)' is left out") !=
          std::string::npos);
    CHECK(result.err.find("'file://host/dir\\' is left out") != std::string::npos);
    CHECK(result.err.find("'data:text/html,x' is left out") != std::string::npos);
}

TEST_CASE("notes, SVGs and manifests hold no script") {
    const Workspace work;
    work.write("deck.md", kDeck);
    for (const char* format : {"html", "markdown", "json"}) {
        const RunResult result =
            work.run(std::string("export --offline -o n --notes=") + format + " deck.md");
        INFO(result.err);
        CHECK(result.status == 0);
        CHECK_FALSE(has_script(file_text(work.path("n"))));
        CHECK(result.err.find("the notes are written without ") != std::string::npos);
        CHECK(result.err.find("<script>") != std::string::npos);
        std::filesystem::remove(work.path("n"));
    }
    CHECK(work.run("export --offline --json -o a.json deck.md").status == 0);
    CHECK_FALSE(has_script(file_text(work.path("a.json"))));
    CHECK(work.run("export --offline --svg -o s deck.md").status == 0);
    for (const auto& file : std::filesystem::directory_iterator(work.path("s"))) {
        CHECK_FALSE(has_script(file_text(file.path())));
    }
}
