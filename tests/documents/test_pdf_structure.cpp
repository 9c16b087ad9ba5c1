#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "../cli/program.h"

using ghreveal::testing::count_of;
using ghreveal::testing::file_text;
using ghreveal::testing::unpacked_pdf;
using ghreveal::testing::Workspace;

namespace {

// The structure with its texts, as Poppler reads it; empty without it.
std::string structure_of(const Workspace& folder, const std::string& pdf) {
    const std::string out = folder.path("structure.txt").string();
    const std::string command =
        "pdfinfo -struct-text '" + folder.path(pdf).string() + "' >'" + out + "' 2>/dev/null";
    return std::system(command.c_str()) == 0 ? file_text(out) : "";
}

std::string without_blanks(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c != ' ' && c != '\n') {
            result += c;
        }
    }
    return result;
}

const std::string kHead = "---\ntitle: T\ntheme: night\nlang: en\n---\n\n";
const std::string kPicture =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"><rect width=\"40\" "
    "height=\"40\"/></svg>";

}  // namespace

TEST_CASE("code whose lines are wrapped is copied as it was written") {
    const Workspace folder;
    const std::string line = "call(" + std::string(200, 'a') + ", b)";
    folder.write("talk.md", kHead + "## Head\n\n```\nif x:\n    y()\n```\n\n§notes\n\n```\n" +
                                line + "\nlast()\n```\n");
    REQUIRE(folder.run("export --pdf --handout talk.md").err == "");
    const std::string slides = unpacked_pdf(folder.path("talk.pdf"));
    if (slides.empty()) {
        return;
    }
    CHECK(count_of(slides, "/ActualText") == 0);
    const std::string handout = unpacked_pdf(folder.path("talk-handout.pdf"));
    CHECK(count_of(handout, "/ActualText") == 1);
    // Text strings with line ends are shown in hexadecimal, UTF-16.
    std::string wanted;
    for (const char c : line + "\nlast()") {
        wanted += fmt::format("{:04x}", static_cast<unsigned>(c));
    }
    CHECK(handout.find("<feff" + wanted + ">") != std::string::npos);
}

TEST_CASE("headings, items, cells, code, pictures and links are elements of the PDF") {
    const Workspace folder;
    folder.write("a.svg", kPicture);
    folder.write("talk.md", kHead +
                                "## Head\n\n- one\n- two\n  1. inner\n\n| a | b |\n|---|---|\n"
                                "| c | d |\n\n§new\n\n### Deep\n\n![A square](a.svg)\n\n"
                                "> quoted\n\n```\ncode()\n```\n\n[away](https://example.org/)\n");
    REQUIRE(folder.run("export talk.md").err == "");
    const std::string structure = structure_of(folder, "talk.pdf");
    if (structure.empty()) {
        return;
    }
    CHECK(count_of(structure, "LI (block)") == 3);
    CHECK(count_of(structure, "/Scope /Column") == 2);
    CHECK(count_of(structure, "TD") == 2);
    CHECK(count_of(structure, "Figure") == 1);
    CHECK(count_of(structure, "BlockQuote") == 1);
    CHECK(count_of(structure, "Code") == 1);
    CHECK(count_of(structure, "Link (inline)") == 1);
    const std::string flat = without_blanks(structure);
    CHECK(flat.find("H2(block)\"Head\"") != std::string::npos);
    // An h3 below an h2: no level is skipped, and none is made up.
    CHECK(flat.find("H3(block)\"Deep\"") != std::string::npos);
    CHECK(flat.find("LBody(block)\"inner\"") != std::string::npos);
    const std::string pdf = unpacked_pdf(folder.path("talk.pdf"));
    CHECK((pdf.empty() || pdf.find("/Alt (A square)") != std::string::npos));
}

TEST_CASE("links have content, whatever they show, those around the slides as well") {
    const Workspace folder;
    folder.write("logo.svg", kPicture);
    folder.write("ground.svg", kPicture);
    folder.write(
        "page.html",
        "<!doctype html><html lang=\"en\"><head><title>T</title></head><body>"
        "<a href=\"https://example.org/home\" style=\"position: absolute; left: 5px; top: 5px\">"
        "<img src=\"logo.svg\" alt=\"Our logo\"></a>"
        "<div class=\"reveal\"><div class=\"slides\"><section><h2>One</h2>"
        "<p><a href=\"https://example.org/ground\" aria-label=\"The ground\" style=\"display: "
        "block;"
        " width: 50px; height: 50px; background: url(ground.svg)\"></a></p>"
        "<p>and <a href=\"https://example.org/blank\" title=\"A blank\">&nbsp;</a></p>"
        "<p><a href=\"https://example.org/lost\"><img></a></p>"
        "<p class=\"fragment\">later <a href=\"https://example.org/text\">words</a></p>"
        "</section><section><h2>Two</h2></section></div></div>"
        "<script src=\"reveal.js\"></script><script>Reveal.initialize()</script></body></html>");
    for (const char* kind : {"--pdf", "--pdf --tag-steps last", "--handout", "--presenter"}) {
        INFO(kind);
        REQUIRE(
            folder.run(std::string("export --offline --force -o out.pdf ") + kind + " page.html")
                .status == 0);
        const std::string structure = structure_of(folder, "out.pdf");
        if (structure.empty()) {
            return;
        }
        INFO(structure);
        std::size_t links = 0;
        const std::string begin = "Link (inline)\n";
        for (std::size_t at = structure.find(begin); at != std::string::npos;
             at = structure.find(begin, at + 1)) {
            const std::size_t first = structure.find_first_not_of(' ', at + begin.size());
            CHECK(structure.substr(first, 6) != "Object");
            ++links;
        }
        CHECK(links >= 4);
        const std::string pdf = unpacked_pdf(folder.path("out.pdf"));
        CHECK(count_of(pdf, "/Alt (Our logo)") == 1);
        CHECK(count_of(pdf, "/Alt (The ground)") == 1);
        CHECK(count_of(pdf, "/Alt (A blank)") == 1);
    }
}

TEST_CASE("what several steps show is read once") {
    const Workspace folder;
    folder.write("talk.md", kHead + "## Title\n\n§fragments\n\n- first\n- second\n- third\n");
    REQUIRE(folder.run("export talk.md").err == "");
    const std::string structure = structure_of(folder, "talk.pdf");
    if (structure.empty()) {
        return;
    }
    for (const char* word : {"Title", "first", "second", "third"}) {
        CHECK(count_of(structure, "  \"" + std::string(word) + "\"") == 1);
    }
}

TEST_CASE("words on both sides of a line's end stay two words") {
    const Workspace folder;
    std::string text;
    for (int i = 0; i < 60; ++i) {
        text += "word" + std::to_string(i) + " **bold" + std::to_string(i) + "** ";
    }
    folder.write("talk.md", kHead + text + "\n");
    REQUIRE(folder.run("export talk.md").status == 0);
    const std::string structure = structure_of(folder, "talk.pdf");
    for (int i = 0; i < 60 && !structure.empty(); ++i) {
        const std::string word = "word" + std::to_string(i);
        CHECK(structure.find(word + " ") != std::string::npos);
        CHECK(structure.find(" " + word + " ") + structure.find("\"" + word + " ") !=
              2 * std::string::npos);
    }
}

TEST_CASE("text in capitals by its style is read as it is written") {
    const Workspace folder;
    folder.write("talk.md", kHead + "<p style=\"text-transform: uppercase\">Loud words</p>\n");
    REQUIRE(folder.run("export talk.md").err == "");
    const std::string pdf = unpacked_pdf(folder.path("talk.pdf"));
    CHECK((pdf.empty() || pdf.find("/ActualText (Loud words)") != std::string::npos));
}

TEST_CASE("a group of elements that fades as one is heard element by element") {
    const Workspace folder;
    folder.write("talk.md",
                 kHead +
                     "<div style=\"opacity: 0.5\"><p style=\"background: red\">one</p><p "
                     "style=\"background: red; margin-top: -0.5em\">two</p></div>\n");
    REQUIRE(folder.run("export talk.md").err == "");
    const std::string pdf = unpacked_pdf(folder.path("talk.pdf"));
    CHECK((pdf.empty() || pdf.find("/ActualText (one)") != std::string::npos));
    CHECK((pdf.empty() || pdf.find("/ActualText (two)") != std::string::npos));
}

TEST_CASE("a handout reads each slide, its caption and its notes; heads and feet are left out") {
    const Workspace folder;
    folder.write("talk.md", kHead + "## Shown\n\ntext\n\n§notes\n\nspoken\n");
    REQUIRE(folder.run("export --handout --cover --header HEADLINE -o h.pdf talk.md").err == "");
    const std::string structure = structure_of(folder, "h.pdf");
    if (structure.empty()) {
        return;
    }
    CHECK(count_of(structure, "\"text\"") == 1);
    CHECK(count_of(structure, "\"spoken\"") == 1);
    CHECK(count_of(structure, "HEADLINE") == 0);
    CHECK(count_of(structure, "TOCI") == 2);
}

TEST_CASE("a contact sheet is a picture for each slide, with its title") {
    const Workspace folder;
    folder.write("talk.md", kHead + "## Shown\n\ntext\n");
    REQUIRE(folder.run("export --contact-sheet -o c.pdf talk.md").err == "");
    const std::string structure = structure_of(folder, "c.pdf");
    if (structure.empty()) {
        return;
    }
    CHECK(count_of(structure, "Figure") == 2);
    CHECK(structure.find("\"1/0  Shown\"") != std::string::npos);
}

TEST_CASE("an outline counts the items that are seen, and has no marks of notes") {
    const Workspace folder;
    folder.write("talk.md",
                 kHead + "## Noted[^1]\n\n[^1]: aside\n\n§break\n\n## Below\n\n§new\n\n## Next\n");
    REQUIRE(folder.run("export talk.md").err == "");
    const std::string pdf = unpacked_pdf(folder.path("talk.pdf"));
    if (pdf.empty()) {
        return;
    }
    CHECK(pdf.find("/Count 4") != std::string::npos);
    CHECK(pdf.find("/Count -") == std::string::npos);
    CHECK(pdf.find("/Title (Noted)") != std::string::npos);
}

TEST_CASE("--tag-steps chooses the page that reads what several pages show") {
    const Workspace folder;
    folder.write("talk.md", "---\ntheme: night\nlang: en\n---\n\n## Title\n\n§fragment rest\n");
    const auto reads_on_first_state = [&](const std::string& options) {
        REQUIRE(folder.run("export --slides 2 -o t.pdf " + options + " talk.md").status == 0);
        const std::string pdf = unpacked_pdf(folder.path("t.pdf"));
        const std::size_t begin = pdf.find("Contents for page 1");
        const std::string content =
            pdf.substr(std::min(begin, pdf.size()),
                       pdf.find("Contents for page 2") - std::min(begin, pdf.size()));
        return pdf.empty()                                  ? std::string("no qpdf")
               : content.find("/MCID") == std::string::npos ? "no"
                                                            : "yes";
    };
    const std::string by_default = reads_on_first_state("");
    if (by_default == "no qpdf") {
        return;
    }
    CHECK(by_default == "yes");
    CHECK(reads_on_first_state("--tag-steps first") == "yes");
    CHECK(reads_on_first_state("--tag-steps last") == "no");
    const std::string structure = structure_of(folder, "t.pdf");
    CHECK((structure.empty() || count_of(structure, "  \"Title\"") == 1));
}

TEST_CASE("--fullscreen has viewers open the PDF so, with the outline when that is left") {
    const Workspace folder;
    folder.write("talk.md", kHead + "## Title\n");
    REQUIRE(folder.run("export --fullscreen talk.md").err == "");
    const std::string pdf = unpacked_pdf(folder.path("talk.pdf"));
    CHECK((pdf.empty() || pdf.find("/PageMode /FullScreen") != std::string::npos));
    CHECK((pdf.empty() || pdf.find("/NonFullScreenPageMode /UseOutlines") != std::string::npos));
}
