#include <catch2/catch.hpp>

#include "program.h"

using ghreveal::testing::Workspace;

TEST_CASE("check ends with 1 when a denied rule is broken") {
    const Workspace folder;
    folder.write("talk.md", "---\ntitle: a\n---\n\n# x\n\n[b](#none)\n");
    CHECK(folder.run("check talk.md").status == 0);
    CHECK(folder.run("check --strict talk.md").status == 3);
    CHECK(folder.run("check --deny dead-link talk.md").status == 1);
    CHECK(folder.run("check --strict --allow dead-link talk.md").status == 0);
}

TEST_CASE("check says nothing of what a baseline has") {
    const Workspace folder;
    folder.write("talk.md", "---\ntitle: a\n---\n\n# x\n\n[b](#none)\n");
    CHECK(folder.run("check --write-baseline known talk.md").status == 0);
    const auto again = folder.run("check --strict --baseline known talk.md");
    CHECK(again.status == 0);
    CHECK(again.err == "0 errors, 0 warnings and 0 notes in 1 deck\n");
}

TEST_CASE("ghreveal.yml sets the levels of rules") {
    const Workspace folder;
    folder.write("ghreveal.yml", "lint:\n  dead-link: error\n  contrst: off\n");
    folder.write("talk.md", "---\ntitle: a\n---\n\n# x\n\n[b](#none)\n");
    const auto result = folder.run("check talk.md");
    CHECK(result.status == 1);
    CHECK(result.err.find("there is no rule 'contrst'; did you mean 'contrast'?") !=
          std::string::npos);
}

TEST_CASE("Dark text on a dark ground and small text are found on the painted page") {
    const Workspace folder;
    folder.write("talk.md",
                 "---\ntitle: a\n---\n\n# x\n\n<p style=\"color:#222;background:#111\">dark</p>\n"
                 "<p style=\"font-size:5px\">small</p>\n");
    const auto result = folder.run("check talk.md");
    CHECK(result.err.find("[contrast]") != std::string::npos);
    CHECK(result.err.find("[text-too-small]") != std::string::npos);
}

TEST_CASE("Commands and options that are not known are told with what is near") {
    const Workspace folder;
    folder.write("talk.md", ghreveal::testing::kSmallDeck);
    CHECK(folder.run("exprot talk.md").err.find("did you mean 'export'?") != std::string::npos);
    CHECK(folder.run("export --thme sky talk.md").err.find("did you mean '--theme'?") !=
          std::string::npos);
    CHECK(folder.run("export --per-page 3 talk.md").status == 2);
    CHECK(folder.run("talk.md").status == 0);
    CHECK(folder.has("talk.pdf"));
}

TEST_CASE("check says once that pictures of the web are not at hand, and nothing of their places") {
    const Workspace folder;
    folder.write("talk.md",
                 "---\ntitle: T\n---\n\n# A\n\n![a](https://one.invalid/a.png)\n"
                 "![b](https://two.invalid/b.png) ![c](https://one.invalid/c.png)\n");
    const std::string said = folder.run("check --format short talk.md").err;
    CHECK(said.find("(and 2 more like it)") != std::string::npos);
    CHECK(said.find("[network]") == said.rfind("[network]"));
    CHECK(said.find("[contrast]") == std::string::npos);
    CHECK(said.find("[text-too-small]") == std::string::npos);
}

TEST_CASE("check tells of the network once for all decks of a call") {
    const Workspace folder;
    const std::string deck = "---\ntitle: T\n---\n\n# A\n\n![a](https://one.invalid/a.png)\n";
    folder.write("one.md", deck);
    folder.write("two.md", deck);
    const std::string said = folder.run("check --format short one.md two.md").err;
    CHECK(said.find("(and 1 more like it)") != std::string::npos);
    CHECK(said.find("[network]") == said.rfind("[network]"));
}

TEST_CASE("check makes the outputs that are asked for, and leaves none") {
    const Workspace folder;
    folder.write("talk.md", "---\ntitle: T\nlang: en\nhandout:\n  per_page: 5\n---\n\n# A\n");
    CHECK(folder.run("check --handout --pdf talk.md").err.find("per_page") != std::string::npos);
    CHECK_FALSE(folder.has("talk.pdf"));
    CHECK_FALSE(folder.has("talk-handout.pdf"));
}

TEST_CASE("check says what is wrong with a deck's `handout:`, each once with its line") {
    const Workspace folder;
    folder.write("talk.md",
                 "---\ntitle: T\nlang: en\nhandout:\n  papr: A4\n  per-page: 5\n  margin: 500\n"
                 "  lines: sideways\n  header: [a, b]\n  duplex: true\n---\n\n# A\n");
    for (const char* options : {"", "--handout "}) {
        const std::string said =
            folder.run("check --format short " + std::string(options) + "talk.md").err;
        CAPTURE(said);
        CHECK(said.find("talk.md:5:3: warning: unknown setting 'papr' of the handout; did you mean "
                        "'paper'?") != std::string::npos);
        CHECK(said.find("talk.md:6:3: warning: 'per-page' of the handout must be auto, 1, 2, 3, 4, "
                        "6, 8 or 9;") != std::string::npos);
        CHECK(said.find("talk.md:7:3: warning: 'margin' of the handout must be a number of mm, "
                        "from 0 to 100;") != std::string::npos);
        CHECK(said.find("talk.md:8:3: warning: 'lines' of the handout must be true, false, beside "
                        "or below;") != std::string::npos);
        CHECK(said.find("talk.md:9:3: warning: 'header' must be one value;") != std::string::npos);
        CHECK(said.find("papr") == said.rfind("papr"));
        CHECK(said.find("duplex") == std::string::npos);
    }
}

TEST_CASE("A deck without a language is a note") {
    const Workspace folder;
    folder.write("talk.md", "---\ntitle: T\n---\n\n# A\n");
    const auto result = folder.run("check --strict --format short talk.md");
    CHECK(result.status == 0);
    CHECK(result.err.find("[missing-language]") != std::string::npos);
}

TEST_CASE("What stops a deck is told by its own rule") {
    const Workspace folder;
    folder.write("a.md", "---\ntitle: T\n# A\n");
    folder.write("b.md", "---\ntitle: T\ntheme: nigth\n---\n\n# A\n");
    folder.write("c.md", "---\ntitle: T\n---\n\n{% include_relative gone.md %}\n");
    folder.write("gine.md", "x\n");
    CHECK(folder.run("check a.md").err.find("[front-matter]") != std::string::npos);
    CHECK(folder.run("check b.md").err.find("[unknown-theme]") != std::string::npos);
    CHECK(folder.run("check c.md").err.find("did you mean 'gine.md'? [missing-file]") !=
          std::string::npos);
}

TEST_CASE("check: files that a deck reads are named from where the deck is") {
    const Workspace work;
    work.write("talk/deck.html",
               "<!doctype html><html lang=\"en\"><title>T</title><div class=\"reveal\"><div "
               "class=\"slides\"><section data-markdown=\"more/text.md\"></section></div></div>");
    work.write("talk/more/text.md", "# A\n\n<blonk>x</blonk>\n");
    CHECK(("\n" + work.run("check talk/deck.html").err).find("\ntalk/more/text.md:3:") !=
          std::string::npos);
    const std::string whole = work.path("talk/deck.html").string();
    CHECK(("\n" + work.run("check '" + whole + "'").err).find("\ntalk/more/text.md:3:") ==
          std::string::npos);
}
