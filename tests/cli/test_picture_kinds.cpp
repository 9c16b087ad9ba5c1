#include <catch2/catch.hpp>

#include "program.h"

using ghreveal::testing::file_text;
using ghreveal::testing::RunResult;
using ghreveal::testing::unpacked_pdf;
using ghreveal::testing::Workspace;

namespace {

const std::string kHead = "---\ntitle: T\n---\n\n";

}  // namespace

TEST_CASE("an SVG picture with links makes a whole PDF that has them") {
    const Workspace folder;
    folder.write("a.svg",
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"><a "
                 "href=\"http://x.org/\"><rect width=\"10\" height=\"10\"/></a></svg>");
    folder.write("b.svg",
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"><a "
                 "href=\"http://y.org/\"><text y=\"9\">t</text></a></svg>");
    folder.write("talk.md", kHead + "![a](a.svg) ![b](b.svg)\n");
    const RunResult result = folder.run("export talk.md");
    CHECK(result.status == 0);
    CHECK(result.err == "");
    CHECK(file_text(folder.path("talk.pdf")).ends_with("%%EOF\n"));
    const std::string pdf = unpacked_pdf(folder.path("talk.pdf"));
    if (!pdf.empty()) {
        CHECK(pdf.find("http://x.org/") != std::string::npos);
        CHECK(pdf.find("http://y.org/") != std::string::npos);
    }
}

TEST_CASE("damaged pictures are told with file and line, and --strict gives status 3") {
    const Workspace folder;
    folder.write("cut.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\"><rect hei");
    folder.write("bad.gif", "GIF89a\x09");
    folder.write("bad.jpg", "\xff\xd8\xff\xd9");
    folder.write("talk.md", kHead + "![a](cut.svg)\n\n![b](bad.gif)\n\n![c](bad.jpg)\n");
    const RunResult result = folder.run("export --strict talk.md");
    CHECK(result.status == 3);
    CHECK(result.err.find("talk.md:5: warning: cannot show the picture 'cut.svg'") !=
          std::string::npos);
    CHECK(result.err.find("talk.md:7: warning: cannot show the picture 'bad.gif'") !=
          std::string::npos);
    CHECK(result.err.find("talk.md:9: warning: cannot show the picture 'bad.jpg'") !=
          std::string::npos);
    CHECK(folder.has("talk.pdf"));
}

TEST_CASE("an SVG of no size that can be counted, or a huge one, costs no deck") {
    const Workspace folder;
    folder.write("nan.svg",
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"nan\" height=\"10\"><rect "
                 "width=\"9\" height=\"9\"/></svg>");
    folder.write("talk.md", kHead +
                                "![a](nan.svg)\n\n<svg width=\"99999\"><rect width=\"5\" "
                                "height=\"5\"/></svg>\n");
    CHECK(folder.run("export -q talk.md").status == 0);
    CHECK(folder.run("export -q --png --svg talk.md").status == 0);
}

TEST_CASE("an SVG drawing's bytes do not depend on how many threads drew others before") {
    const Workspace folder;
    folder.write("talk.md", kHead +
                                "<p style=\"opacity:.5\">a <b>b</b></p>\n\n§new\n\n"
                                "<p style=\"opacity:.5\">c <b>d</b></p>\n\n§new\n\n"
                                "<p style=\"opacity:.5\">e <b>f</b></p>\n");
    folder.run("export --svg -j 1 -o one talk.md");
    folder.run("export --svg -j 3 -o three talk.md");
    for (const auto& entry : std::filesystem::directory_iterator(folder.path("one"))) {
        const std::string name = entry.path().filename().string();
        CHECK(file_text(folder.path("one/" + name)) == file_text(folder.path("three/" + name)));
    }
}
