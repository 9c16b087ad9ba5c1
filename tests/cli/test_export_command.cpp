#include <catch2/catch.hpp>

#include "../build_paths.h"
#include "program.h"

using ghreveal::testing::kSmallDeck;
using ghreveal::testing::RunResult;
using ghreveal::testing::source_dir;
using ghreveal::testing::Workspace;

TEST_CASE("export writes a PDF beside the deck, a page for every state, and says nothing") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    const RunResult result = folder.run("export --pdf talk.md");
    CHECK(result.status == 0);
    CHECK(result.err == "");
    CHECK(result.out == "");
    REQUIRE(folder.has("talk.pdf"));
    CHECK(ghreveal::testing::file_text(folder.path("talk.pdf")).substr(0, 5) == "%PDF-");
}

TEST_CASE("-v tells what was written and how long each stage took") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    const RunResult all = folder.run("export -v talk.md");
    CHECK(all.err.find("talk.pdf: 5 pages\n") != std::string::npos);
    CHECK(all.err.find("layout") != std::string::npos);
    CHECK(folder.run("export -v --fragments final talk.md").err.find("talk.pdf: 3 pages\n") !=
          std::string::npos);
    CHECK(folder.run("export -v --slides 2 talk.md").err.find("talk.pdf: 3 pages\n") !=
          std::string::npos);
}

TEST_CASE(
    "the same deck gives the same bytes, to a file, to standard output, from standard input") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    folder.run("export -o a.pdf talk.md");
    const std::string once = ghreveal::testing::file_text(folder.path("a.pdf"));
    const RunResult streamed = folder.run("export -o - - < talk.md");
    CHECK(streamed.status == 0);
    CHECK_FALSE(once.empty());
    CHECK(streamed.out == once);
}

TEST_CASE("-o may be a folder, which is made, and must be one for several decks") {
    const Workspace folder;
    folder.write("a.md", kSmallDeck);
    folder.write("b.md", kSmallDeck);
    CHECK(folder.run("export -o out/ a.md b.md").status == 0);
    CHECK(folder.has("out/a.pdf"));
    CHECK(folder.has("out/b.pdf"));
    const RunResult clash = folder.run("export -o one.pdf a.md b.md");
    CHECK(clash.status == 1);
    CHECK(clash.err.find("one.pdf: error: one file cannot take several decks") !=
          std::string::npos);
    CHECK_FALSE(folder.has("one.pdf"));
}

TEST_CASE("a missing deck is one clear line and status 1, and the other decks are still exported") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    const RunResult result = folder.run("export none.md talk.md");
    CHECK(result.status == 1);
    CHECK(result.err.find("none.md: error: ") == 0);
    CHECK(std::count(result.err.begin(), result.err.end(), '\n') == 1);
    CHECK(folder.has("talk.pdf"));
    CHECK_FALSE(folder.has("none.pdf"));
}

TEST_CASE("a bad front matter names its file and line and leaves no output behind") {
    const Workspace folder;
    folder.write("bad.md", "---\ntitle: x\ntheme: [night\n---\n\n## One\n");
    const RunResult result = folder.run("export bad.md");
    CHECK(result.status == 1);
    CHECK(result.err.find("bad.md:") == 0);
    CHECK(result.err.find("error: ") != std::string::npos);
    CHECK(folder.file_count() == 1);
}

TEST_CASE("an unknown theme names the ones there are") {
    const Workspace folder;
    folder.write("talk.md", "---\ntitle: x\ntheme: nigth\n---\n\n## One\n");
    const RunResult result = folder.run("export talk.md");
    CHECK(result.status == 1);
    CHECK(result.err.find("talk.md:3: error: ") == 0);
    CHECK(result.err.find("nigth") != std::string::npos);
    CHECK(result.err.find("night") != std::string::npos);
    CHECK_FALSE(folder.has("talk.pdf"));
}

TEST_CASE("without arguments the commands are listed") {
    const RunResult result = Workspace().run("");
    CHECK(result.status == 0);
    CHECK(result.out.find("export ") != std::string::npos);
    CHECK(result.out.find("check ") != std::string::npos);
    CHECK(result.err.empty());
}

TEST_CASE("wrong usage is one line that says what to read, and status 2") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    for (const char* arguments :
         {"export --nonsense talk.md", "export --size 12 talk.md",
          "export --overflow shrink talk.md", "frobnicate", "export --fragments some talk.md"}) {
        CAPTURE(arguments);
        const RunResult result = folder.run(arguments);
        CHECK(result.status == 2);
        CHECK(result.err.find("--help'") != std::string::npos);
        CHECK(std::count(result.err.begin(), result.err.end(), '\n') == 1);
    }
    CHECK_FALSE(folder.has("talk.pdf"));
}

TEST_CASE("--strict turns warnings into status 3, -q hides them") {
    const Workspace folder;
    folder.write("talk.md", "---\ntitle: x\ntheme: night\n---\n\n![gone](gone.png)\n");
    const RunResult lenient = folder.run("export talk.md");
    CHECK(lenient.status == 0);
    CHECK(lenient.err.find("talk.md:6: warning: ") == 0);
    CHECK(folder.run("export --strict talk.md").status == 3);
    CHECK(folder.has("talk.pdf"));
    CHECK(folder.run("export -q talk.md").err == "");
}

TEST_CASE("a slide that is not there is named") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    const RunResult result = folder.run("export --slides 2,99 talk.md");
    CHECK(result.status == 1);
    CHECK(result.err.find("99") != std::string::npos);
    CHECK_FALSE(folder.has("talk.pdf"));
}

TEST_CASE("an output that cannot be written fails with status 1") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    folder.write("file", "in the way");
    const RunResult result = folder.run("export -o file/talk.pdf talk.md");
    CHECK(result.status == 1);
    CHECK(result.err.find("error: ") != std::string::npos);
}

TEST_CASE("a full disk leaves the old file as it was and no stray one") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    folder.write("talk.pdf", "the old one");
    const RunResult result = folder.run_on_full_disk("export talk.md");
    CHECK(result.status == 1);
    CHECK(result.err.find("talk.pdf: error: cannot write") != std::string::npos);
    CHECK(ghreveal::testing::file_text(folder.path("talk.pdf")) == "the old one");
    CHECK(folder.file_count() == 2);
}

TEST_CASE("check reports what export would and writes nothing") {
    const Workspace folder;
    folder.write("talk.md", "---\ntitle: x\ntheme: night\n---\n\n![gone](gone.png)\n");
    const RunResult result = folder.run("check talk.md");
    CHECK(result.status == 0);
    CHECK(result.err.starts_with("talk.md:6:9: warning: "));
    CHECK(folder.file_count() == 1);
}

TEST_CASE("inspect prints every stage") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    CHECK(folder.run("inspect --stage html talk.md").out.find("<h2") != std::string::npos);
    CHECK(folder.run("inspect --stage steps talk.md").out.find("step 2: <li>") !=
          std::string::npos);
    for (const char* stage : {"dom", "style", "boxes", "layout", "paint"}) {
        CAPTURE(stage);
        const RunResult result = folder.run(std::string("inspect --stage ") + stage + " talk.md");
        CHECK(result.status == 0);
        CHECK(result.out.find("slide 1/0") != std::string::npos);
    }
}

TEST_CASE("the docs show the very text of --help") {
    const Workspace folder;
    const std::string docs = ghreveal::testing::file_text(source_dir() / "docs/command-line.md");
    for (const char* command : {"", "export ", "merge ", "watch ", "preview ", "check ", "inspect ",
                                "themes ", "completions "}) {
        CAPTURE(command);
        const std::string help = folder.run(std::string(command) + "--help").out;
        REQUIRE_FALSE(help.empty());
        CHECK(docs.find(help) != std::string::npos);
    }
}

TEST_CASE("--version names the program and its version") {
    const Workspace folder;
    const RunResult result = folder.run("--version");
    CHECK(result.status == 0);
    CHECK(result.out.find("ghreveal ") == 0);
}

TEST_CASE("what helps a slide that is too tall is said in the deck's own terms") {
    const Workspace folder;
    folder.write("page.html",
                 "<!doctype html><html lang=en><title>T</title><div class=reveal><div class=slides>"
                 "<section><div style='height: 2000px'>x</div></section></div></div></html>");
    folder.write("deck.md",
                 "---\ntitle: T\nlang: en\n---\n\n<div style=\"height: 2000px\">x</div>\n");
    const std::string of_page = folder.run("export page.html").err;
    CHECK(of_page.find("too tall") != std::string::npos);
    CHECK(of_page.find("§") == std::string::npos);
    CHECK(folder.run("export deck.md").err.find("split it with §break") != std::string::npos);
}
