// An export never writes over what somebody wrote.
#include <catch2/catch.hpp>

#include "program.h"

using Catch::Contains;
using ghreveal::testing::file_text;
using ghreveal::testing::RunResult;
using ghreveal::testing::Workspace;

namespace {

const std::string kDeck =
    "---\ntitle: x\n---\n{% include_relative part.md %}\n\n![p](p.png)\n\n<style>@import "
    "'s.css';</style>\n\n§notes\n\nsay this\n";
// PNG §11.2.2: a picture of one black pixel.
const std::string kPixel(
    "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\10\0\0\0\0:~\x9bU\0\0\0\nIDATx\x9c"
    "c`\0\0\0\2\0\1H\xaf\xa4q\0\0\0\0IEND\xae"
    "B`\x82",
    67);

void write_site(const Workspace& folder) {
    folder.write("talk.md", kDeck);
    folder.write("part.md", "included\n");
    folder.write("s.css", "p { color: red }\n");
    folder.write("p.png", kPixel);
    folder.write("_config.yml", "title: y\n");
}

}  // namespace

TEST_CASE("an output is refused that is a file the export reads, by whatever name") {
    const Workspace folder;
    write_site(folder);
    std::filesystem::create_hard_link(folder.path("talk.md"), folder.path("again.md"));
    std::filesystem::create_symlink("talk.md", folder.path("link"));
    for (const std::string output :
         {"--notes -o talk.md", "--notes -o part.md", "--notes -o again.md", "--pdf -o link"}) {
        CAPTURE(output);
        const RunResult result = folder.run("export " + output + " --force talk.md");
        CHECK(result.status == 1);
        CHECK(file_text(folder.path("talk.md")) == kDeck);
        CHECK(file_text(folder.path("part.md")) == "included\n");
    }
    // No ending gives these away.
    for (const std::string input : {"s", "p", "c"}) {
        CAPTURE(input);
        const std::string file = input == "s" ? "s.css" : input == "p" ? "p.png" : "_config.yml";
        std::filesystem::create_hard_link(folder.path(file), folder.path(input));
        const std::string text = file_text(folder.path(file));
        const RunResult result = folder.run("export --pdf -o " + input + " talk.md");
        CHECK(result.status == 1);
        CHECK_THAT(result.err, Contains("which this export reads"));
        CHECK(file_text(folder.path(file)) == text);
    }
}

TEST_CASE("a picture of an export does not take the place of one that the deck shows") {
    const Workspace folder;
    folder.write("out/001-0-s0.png", kPixel);
    folder.write("talk.md", "---\ntitle: x\n---\n![p](out/001-0-s0.png)\n");
    CHECK(folder.run("export --png -o out talk.md").status == 1);
    CHECK(file_text(folder.path("out/001-0-s0.png")) == kPixel);
}

TEST_CASE("an output is refused whose ending says another kind") {
    const Workspace folder;
    write_site(folder);
    for (const std::string output :
         {"--pdf -o x.png", "--png -o x.pdf", "--notes -o x.pdf", "--json -o x.md"}) {
        CAPTURE(output);
        const RunResult result = folder.run("export " + output + " talk.md");
        CHECK(result.status == 1);
        CHECK_THAT(result.err, Contains("this is no name for"));
    }
    CHECK(folder.run("export --pdf -o v2.final talk.md").status == 0);
    CHECK(folder.run("export --contact-sheet -o x.png talk.md").status == 0);
}

TEST_CASE("notes do not take the place of what a person wrote, unless told to") {
    const Workspace folder;
    write_site(folder);
    for (const std::string kind :
         {"--notes talk-notes.md", "--notes=text talk-notes.txt", "--notes=html talk-notes.html",
          "--notes=json talk-notes.json", "--json talk.json", "--pdfpc talk.pdfpc"}) {
        CAPTURE(kind);
        const std::string option = kind.substr(0, kind.find(' '));
        const std::string file = kind.substr(kind.find(' ') + 1);
        folder.write(file, "mine\n");
        const RunResult refused = folder.run("export " + option + " talk.md");
        CHECK(refused.status == 1);
        CHECK_THAT(refused.err, Contains("ghreveal did not make it; --force overwrites it"));
        CHECK(file_text(folder.path(file)) == "mine\n");
        CHECK(folder.run("export " + option + " --force talk.md").status == 0);
        CHECK(file_text(folder.path(file)) != "mine\n");
        // What it made, it may make again.
        CHECK(folder.run("export " + option + " talk.md").status == 0);
    }
}

TEST_CASE("a deck with which nothing can be done does not take the others along") {
    const Workspace folder;
    folder.write("a.md", "---\ntheme: ./" + std::string(300, 'x') + ".css\n---\n");
    folder.write("b.md", "---\ntitle: b\n---\ntext\n");
    std::filesystem::create_symlink("loop.css", folder.path("loop.css"));
    folder.write("c.md", "---\ntheme: ./loop.css\n---\n");
    const RunResult result = folder.run("export a.md b.md c.md");
    CHECK(result.status == 1);
    CHECK(folder.has("b.pdf"));
    CHECK_FALSE(folder.has("a.pdf"));
}

TEST_CASE("standard output that takes nothing is an error") {
    const Workspace folder;
    folder.write("b.md", "---\ntitle: b\n---\ntext\n");
    for (const std::string command :
         {"themes", "--help", "--version", "inspect b.md", "export -o - b.md", "export ."}) {
        CAPTURE(command);
        CHECK(folder.run_to_full_output(command).status == 1);
    }
}
