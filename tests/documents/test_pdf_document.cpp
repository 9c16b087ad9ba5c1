#include <catch2/catch.hpp>

#include "../cli/program.h"

using ghreveal::testing::count_of;
using ghreveal::testing::file_text;
using ghreveal::testing::unpacked_pdf;
using ghreveal::testing::Workspace;

namespace {

const std::string kDeck =
    "---\ntitle: T\ntheme: night\nlang: en\ninitialization:\n  transition: fade\n---\n\n"
    "§fragments\n\n- one\n- two\n\n§new\n\nend\n";

}  // namespace

TEST_CASE("a slide's first page has the deck's transition, unless --no-transitions is given") {
    const Workspace folder;
    folder.write("talk.md", kDeck);
    REQUIRE(folder.run("export talk.md").err == "");
    const std::string pdf = unpacked_pdf(folder.path("talk.pdf"));
    if (pdf.empty()) {
        return;
    }
    // The title, the list in two steps, the end.
    CHECK(count_of(pdf, "/Type /Page\n") == 4);
    CHECK(count_of(pdf, "/S /Fade") == 3);
    REQUIRE(folder.run("export --no-transitions talk.md").err == "");
    CHECK(count_of(unpacked_pdf(folder.path("talk.pdf")), "/Trans <<") == 0);
}

// Cairo writes its transparency groups in another way than all else.
TEST_CASE("pictures with masks are in a PDF that is whole") {
    const Workspace folder;
    folder.write(
        "m.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><mask id='m'><circle "
        "r='5' fill='#fff'/></mask><g mask='url(#m)'><rect width='9' height='9'/></g></svg>");
    folder.write("talk.md", kDeck + "\n![m](m.svg)\n\n§new\n\nlast\n");
    REQUIRE(folder.run("export talk.md").err == "");
    const std::string pdf = unpacked_pdf(folder.path("talk.pdf"));
    CHECK((pdf.empty() || count_of(pdf, "/Type /Page\n") == 5));
    CHECK((pdf.empty() || count_of(pdf, "/SMask") > 0));
}

// ISO 19005-2 §6.6.4, §6.2.3, §6.2.8.
TEST_CASE("--pdf-a says what it conforms to, means sRGB and lets no picture be smoothed") {
    const Workspace folder;
    folder.write("talk.md", kDeck +
                                "\n<img src=\"data:image/gif;base64,R0lGODdhAgACAIABAP8AAP///"
                                "ywAAAAAAgACAAACA0QCBQA7\" alt=\"a\">\n");
    REQUIRE(folder.run("export talk.md --pdf-a").err == "");
    const std::string pdf = unpacked_pdf(folder.path("talk.pdf"));
    if (pdf.empty()) {
        return;
    }
    CHECK(count_of(pdf, "<pdfaid:part>2</pdfaid:part>") == 1);
    CHECK(count_of(pdf, "<pdfaid:conformance>A</pdfaid:conformance>") == 1);
    // §6.6.2.3.3: what PDF/A does not know is described.
    CHECK(count_of(pdf, "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>") == 1);
    CHECK(count_of(pdf, "/GTS_PDFA1") == 1);
    CHECK(count_of(pdf, "/Subtype /Image") >= 1);
    CHECK(count_of(pdf, "/Interpolate true") == 0);
}

// ISO 19005-3 §6.8 and ISO 32000-2 §14.13.5; the MathML is KaTeX's own.
TEST_CASE("--pdf-a associates formulas with their MathML, which makes it PDF/A-3") {
    const Workspace folder;
    folder.write("talk.md", kDeck + "\nfirst $$a^2$$ and $$a^2$$\n\n$$\\RR$$\n\n§notes\n\n$$b$$\n");
    folder.write("ghreveal.yml", "math: {macros: {\\RR: '\\mathbb{R}'}}\n");
    REQUIRE(folder.run("export talk.md --pdf --handout --pdf-a").err == "");
    const std::string pdf = unpacked_pdf(folder.path("talk.pdf"));
    if (pdf.empty()) {
        return;
    }
    CHECK(count_of(pdf, "<pdfaid:part>3</pdfaid:part>") == 1);
    CHECK(count_of(pdf, "/AFRelationship /Supplement") == 2);
    CHECK(count_of(pdf, "/Subtype /application#2fmathml+xml") == 2);
    CHECK(count_of(pdf, "/AF [") == 3);
    CHECK(count_of(pdf,
                   "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><semantics><mrow><msup>"
                   "<mi>a</mi><mn>2</mn></msup></mrow><annotation "
                   "encoding=\"application/x-tex\">a^2</annotation></semantics></math>") == 1);
    CHECK(count_of(pdf, "<mi mathvariant=\"double-struck\">R</mi>") == 1);
    const std::string handout = unpacked_pdf(folder.path("talk-handout.pdf"));
    CHECK(count_of(handout, "/AF [") == 4);
    REQUIRE(folder.run("export talk.md --pdf --force").err == "");
    CHECK(count_of(unpacked_pdf(folder.path("talk.pdf")), "/AF [") == 0);
}

TEST_CASE("--pdf-a holds for handouts and contact sheets, and needs a PDF") {
    const Workspace folder;
    folder.write("talk.md", kDeck);
    REQUIRE(folder.run("export --handout --contact-sheet --pdf-a -o out/ talk.md").err == "");
    for (const char* name : {"out/talk-handout.pdf", "out/talk-contact-sheet.pdf"}) {
        const std::string pdf = unpacked_pdf(folder.path(name));
        CHECK((pdf.empty() || count_of(pdf, "/GTS_PDFA1") == 1));
    }
    const auto refused = folder.run("export --png --pdf-a talk.md");
    CHECK(refused.status == 2);
    CHECK(refused.err.find("--pdf-a has no effect without") != std::string::npos);
}

TEST_CASE("--attach-source attaches the deck, its sheets and its pictures, named as in the site") {
    const Workspace folder;
    folder.write("_config.yml", "title: Site\n");
    folder.write("img/a.svg",
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>");
    folder.write("mine.css", "h2 { color: red }\n");
    folder.write("_presentations/talk.md", kDeck + "\n![A](../img/a.svg)\n");
    REQUIRE(folder.run("export --attach-source --css mine.css -o talk.pdf _presentations/talk.md")
                .err == "");
    const std::string out = folder.path("files.txt").string();
    const std::string list =
        "pdfdetach -list '" + folder.path("talk.pdf").string() + "' >'" + out + "' 2>/dev/null";
    if (std::system(list.c_str()) != 0) {
        return;
    }
    const std::string files = file_text(out);
    CHECK(count_of(files, "embedded files") == 1);
    CHECK(count_of(files, ": _presentations/talk.md\n") == 1);
    CHECK(count_of(files, ": img/a.svg\n") == 1);
    CHECK(count_of(files, "mine.css\n") == 1);
    CHECK(count_of(files, "_config.yml") == 0);
    const std::string saved = folder.path("saved.md").string();
    const std::string save = "pdfdetach -savefile _presentations/talk.md -o '" + saved + "' '" +
                             folder.path("talk.pdf").string() + "' 2>/dev/null";
    if (std::system(save.c_str()) == 0) {
        CHECK(file_text(saved) == file_text(folder.path("_presentations/talk.md")));
    }
    const std::string pdf = unpacked_pdf(folder.path("talk.pdf"));
    CHECK((pdf.empty() || count_of(pdf, "<pdfaid:part>3</pdfaid:part>") == 1));
    CHECK((pdf.empty() || count_of(pdf, "/AFRelationship /Source") == 1));
}

TEST_CASE("a PDF is in its deck's language, else in the site's, else in English") {
    const Workspace folder;
    const auto language_of = [&](const std::string& head, const std::string& site) {
        folder.write("_config.yml", site);
        folder.write("talk.md", "---\ntitle: T\n" + head + "---\n\n## Un\n");
        CHECK(folder.run("export talk.md").err == "");
        const std::string pdf = unpacked_pdf(folder.path("talk.pdf"));
        const std::size_t at = pdf.find("/Lang (");
        return at == pdf.npos ? "" : pdf.substr(at + 7, pdf.find(')', at) - at - 7);
    };
    if (language_of("", "title: Site\n").empty()) {
        return;
    }
    CHECK(language_of("lang: de\n", "title: Site\nlang: fr\n") == "de");
    CHECK(language_of("", "title: Site\nlang: fr\n") == "fr");
    CHECK(language_of("", "title: Site\n") == "en");
}

// Parts that pages repeat are forms (§8.10), which Cairo draws as pages: the document has these
// not.
TEST_CASE("pages of a slide of many steps show and link all that came before, drawn once") {
    const Workspace folder;
    // Small, so that all items are on the page.
    std::string deck =
        kDeck + "\n§new\n\n<style>.reveal li { font-size: 4px; line-height: 5px }</style>\n\n";
    constexpr int kItems = 100;
    for (int i = 0; i < kItems; ++i) {
        deck += "- [item " + std::to_string(i) + "](https://example.org/) §fragment\n";
    }
    folder.write("talk.md", deck + "\n§new\n\nlast\n");
    REQUIRE(folder.run("export talk.md --overflow clip").status == 0);
    const std::string pdf = unpacked_pdf(folder.path("talk.pdf"));
    if (pdf.empty()) {
        return;
    }
    CHECK(count_of(pdf, "/Type /Page\n") == 4 + (kItems + 1) + 1);
    CHECK(count_of(pdf, "/Count 106") == 1);
    // Each page has a link for each item that it shows.
    CHECK(count_of(pdf, "/Subtype /Link") == kItems * (kItems + 1) / 2);
    // A form for several items of the list, or for two of such.
    const auto forms = count_of(pdf, "/Subtype /Form");
    CHECK(forms > 1);
    CHECK(forms < kItems / 2);
}
