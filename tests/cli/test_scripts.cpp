#include <catch2/catch.hpp>
#include <cstdlib>

#include "../build_paths.h"
#include "program.h"

using ghreveal::testing::RunResult;
using ghreveal::testing::source_dir;
using ghreveal::testing::Workspace;

namespace {

// The program in the folder, on a machine without fonts but those in `fonts`.
RunResult run_with_fonts(const Workspace& folder, const std::filesystem::path& fonts,
                         const std::string& arguments) {
    folder.write("fonts.conf",
                 "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
                 "<dir>" +
                     fonts.string() + "</dir><cachedir>" + folder.path("cache").string() +
                     "</cachedir></fontconfig>");
    const char* set = std::getenv("FONTCONFIG_FILE");
    const std::string before = set != nullptr ? set : "";
    setenv("FONTCONFIG_FILE", folder.path("fonts.conf").c_str(), 1);
    RunResult result = folder.run(arguments);
    setenv("FONTCONFIG_FILE", before.c_str(), 1);
    return result;
}

std::string deck(const std::string& body, const std::string& settings = "") {
    return "---\ntitle: Scripts\ntheme: white\n" + settings + "---\n\n" + body + "\n";
}

// What `inspect` tells of the line of the text's fragment.
std::string fragment_of(const std::string& dump, const std::string& text) {
    const std::size_t at = dump.find("\"" + text + "\"");
    REQUIRE(at != std::string::npos);
    const std::size_t begin = dump.rfind('\n', at) + 1;
    return dump.substr(begin, at - begin);
}

double left_edge_of(const std::string& dump, const std::string& text) {
    const std::string line = fragment_of(dump, text);
    return std::stod(line.substr(line.find("text ") + 5));
}

}  // namespace

TEST_CASE("a script that no font has is named once, with a character of it and its line") {
    const Workspace folder;
    folder.write("talk.md", deck("## Ethiopic: \u1230\u120b\u121d\n\n\u1230\u120b\u121d"));
    const RunResult result = run_with_fonts(folder, folder.path("none"), "export talk.md");
    CHECK(result.status == 0);
    CHECK(result.err ==
          "talk.md:6: warning: no font has the Ethiopic script: '\u1230' (U+1230) and the like "
          "cannot be shown; boxes are shown in their places; a font that has them would be used\n");
}

TEST_CASE("a symbol that no font has is named") {
    const Workspace folder;
    folder.write("talk.md", deck("## \u2ff3"));
    const RunResult result = run_with_fonts(folder, folder.path("none"), "export talk.md");
    CHECK(result.err ==
          "talk.md:6: warning: no font has the character '\u2ff3' (U+2FF3); a box is shown in its "
          "place; a font that has it would be used\n");
}

TEST_CASE("emoji are taken from the system's font of pictures in colour") {
    const Workspace folder;
    folder.write("talk.md", deck("one 😀 two"));
    const RunResult result =
        run_with_fonts(folder, source_dir() / "tests/data", "inspect --stage paint talk.md");
    CHECK(result.status == 0);
    CHECK(result.err == "");
    CHECK(result.out.find("\"😀\"") != std::string::npos);
}

TEST_CASE("a deck with rtl: true reads from right to left, its code from left to right") {
    const Workspace folder;
    folder.write("talk.md", deck("- אבג דהו\n- זחט\n\n`ab`\n\n| x | y |\n|---|---|\n| 1 | 2 |",
                                 "initialization: { rtl: true }\n"));
    const RunResult result =
        run_with_fonts(folder, folder.path("none"), "inspect --stage layout talk.md");
    CHECK(result.err == "");
    CHECK(left_edge_of(result.out, "זחט") > left_edge_of(result.out, "דהו אבג"));
    CHECK(left_edge_of(result.out, "x") > left_edge_of(result.out, "y"));
}
