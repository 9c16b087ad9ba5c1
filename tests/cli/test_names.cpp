// Where the outputs of folders and templates go.
#include <catch2/catch.hpp>

#include "program.h"

using Catch::Contains;
using ghreveal::testing::kSmallDeck;
using ghreveal::testing::RunResult;
using ghreveal::testing::Workspace;

namespace {

void write_site(const Workspace& folder) {
    folder.write("site/_config.yml", "title: x\n");
    folder.write("site/_presentations/intro.md", kSmallDeck);
    folder.write("site/_presentations/a/intro.md", kSmallDeck);
    folder.write("site/_presentations/a/b/intro.md", kSmallDeck);
}

}  // namespace

TEST_CASE("the outputs of a folder are as far below the output's folder as their decks") {
    const Workspace folder;
    write_site(folder);
    const RunResult result = folder.run("export --pdf --notes site -o out/");
    CHECK(result.status == 0);
    for (const char* name : {"out/intro.pdf", "out/a/intro.pdf", "out/a/b/intro.pdf",
                             "out/intro-notes.md", "out/a/intro-notes.md"}) {
        CAPTURE(name);
        CHECK(folder.has(name));
    }
}

TEST_CASE("a template names outputs by the deck's name and path") {
    const Workspace folder;
    write_site(folder);
    CHECK(folder.run("export site -o 'web/{path}/{name}.pdf'").status == 0);
    CHECK(folder.has("web/intro.pdf"));
    CHECK(folder.has("web/a/b/intro.pdf"));
    folder.write("talks/one.md", kSmallDeck);
    CHECK(folder.run("export --pdf --pdfpc talks/one.md -o 'out/{path}/{name}-x'").status == 0);
    CHECK(folder.has("out/talks/one-x.pdf"));
    CHECK(folder.has("out/talks/one-x.pdfpc"));
}

TEST_CASE("a template with fields of pages names each picture") {
    const Workspace folder;
    folder.write("a.md", kSmallDeck);
    CHECK(folder.run("export --svg a.md -o 'p/{name}-{0p}.svg'").status == 0);
    for (const char* name : {"p/a-1.svg", "p/a-2.svg", "p/a-3.svg", "p/a-4.svg", "p/a-5.svg"}) {
        CHECK(folder.has(name));
    }
    CHECK(folder.run("export --png a.md -o '{slide}_{step}.png'").status == 0);
    CHECK(folder.has("1.0_2.png"));
    CHECK(folder.run("export --thumbnails a.md -o 't/{slide}.png'").status == 0);
    CHECK(folder.has("t/2.0.png"));
}

TEST_CASE("a template that cannot be is said before anything is written") {
    const Workspace folder;
    write_site(folder);
    const RunResult unknown = folder.run("export site -o '{nmae}.pdf'");
    CHECK(unknown.status == 2);
    CHECK_THAT(unknown.err, Contains("there is no field '{nmae}'; did you mean '{name}'?"));
    const RunResult same = folder.run("export site -o 'out/{name}.pdf'");
    CHECK(same.status == 1);
    CHECK_THAT(same.err, Contains("would be written to it"));
    const RunResult pages = folder.run("export site -o 'out/{p}.pdf'");
    CHECK(pages.status == 1);
    CHECK_THAT(pages.err, Contains("fields of pages name pictures only"));
    const RunResult twice = folder.run("export --png site -o 'out/{path}/{name}-{slide}.png'");
    CHECK(twice.status == 1);
    CHECK_THAT(twice.err, Contains("two pages would be written to it"));
    const RunResult several = folder.run("export --pdf --handout site -o 'o/{path}/{name}.pdf'");
    CHECK_THAT(several.err, Contains("each output adds its own"));
    CHECK_FALSE(folder.has("o"));
}

TEST_CASE("-o alone says by its ending what is written") {
    const Workspace folder;
    folder.write("talk.md", "---\ntitle: T\n---\n\n# A\n");
    CHECK(folder.run("export -o slides.json talk.md").status == 0);
    CHECK(ghreveal::testing::file_text(folder.path("slides.json")).starts_with("{"));
    CHECK(folder.run("export -o 'p-{p}.png' talk.md").status == 0);
    CHECK(folder.has("p-1.png"));
    const RunResult refused = folder.run("export -o slides.svg talk.md");
    CHECK(refused.status == 1);
    CHECK(refused.err.find("'slides-{0p}.svg'") != std::string::npos);
    CHECK(folder.run("export -o slides.docx talk.md").status == 1);
}
