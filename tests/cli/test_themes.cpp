#include <catch2/catch.hpp>

#include "program.h"

using ghreveal::testing::file_text;
using ghreveal::testing::RunResult;
using ghreveal::testing::Workspace;

TEST_CASE("themes lists all with a line about each") {
    const Workspace folder;
    const std::string list = folder.run("themes").out;
    for (const char* theme : {"beige", "black", "blood", "league", "moon", "night", "serif",
                              "simple", "sky", "solarized", "white"}) {
        CAPTURE(theme);
        CHECK(("\n" + list).find("\n" + std::string(theme) + " ") != std::string::npos);
    }
    CHECK(list.find("night      Dark, with Montserrat") != std::string::npos);
}

TEST_CASE("themes --contact-sheet is one page, a PDF, or a PNG when -o says so") {
    const Workspace folder;
    const RunResult pdf = folder.run("themes --contact-sheet");
    CHECK(pdf.status == 0);
    CHECK(pdf.err.empty());
    CHECK(file_text(folder.path("themes.pdf")).substr(0, 5) == "%PDF-");
    const RunResult png = folder.run("themes --contact-sheet -v -o sheets/t.png black sky");
    CHECK(png.err.find("sheets/t.png: 2 themes\n") == 0);
    CHECK(file_text(folder.path("sheets/t.png")).substr(1, 3) == "PNG");
    CHECK(folder.run("themes --contact-sheet -o sheets/").status == 0);
    CHECK(folder.has("sheets/themes.pdf"));
    CHECK(folder.run("themes -o t.pdf").status == 2);
}

TEST_CASE("themes takes sheets of one's own, and one that is not there is a clear error") {
    const Workspace folder;
    folder.write("mine.css", "/* Mine. */ .reveal { color: red }");
    folder.write("themes/lecture.css", "/* For lectures */ .reveal { color: red }");
    CHECK(folder.run("themes ./mine.css lecture").out ==
          "./mine.css  Mine\nlecture     For lectures\n");
    CHECK(folder.run("themes --contact-sheet ./mine.css").status == 0);
    const RunResult wrong = folder.run("themes --contact-sheet -o t.pdf nigth");
    CHECK(wrong.status == 1);
    CHECK(wrong.err.find("error: no such theme 'nigth'; did you mean 'night'?") == 0);
    CHECK_FALSE(folder.has("t.pdf"));
}

TEST_CASE("--theme FILE and --css FILE apply, with pictures beside them, from anywhere") {
    const Workspace folder;
    folder.write("site/_config.yml", "title: T\n");
    folder.write("site/a.md", "---\ntitle: A\n---\n\n## B\n");
    folder.write("look/theme.css",
                 "@import \"parts/more.css\";\nbody { background: #fff url(dot.svg) }\n");
    folder.write("look/parts/more.css", ".reveal h2 { background: url(../dot.svg) }");
    folder.write("look/dot.svg",
                 "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'>"
                 "<circle cx='4' cy='4' r='3'/></svg>");
    for (const char* option : {"--theme", "--css"}) {
        CAPTURE(option);
        const RunResult result = folder.run("export --strict --png -o out " + std::string(option) +
                                            " look/theme.css site/a.md");
        CHECK(result.err.empty());
        CHECK(result.status == 0);
    }
    // The deck itself does not get at them.
    folder.write("site/a.md", "---\ntitle: A\n---\n\n![x](../look/dot.svg)\n");
    CHECK(folder.run("export --pdf site/a.md").err.find("outside the site's folder") !=
          std::string::npos);
    folder.write("site/a.md", "---\ntitle: A\ntheme: ../look/theme.css\n---\n\n## B\n");
    CHECK(folder.run("export --pdf site/a.md").err.find("is not a file of the site") !=
          std::string::npos);
}

TEST_CASE("a reveal-md deck's theme may be its project's, and is not needed") {
    const Workspace folder;
    folder.write("reveal-md.json", "{}");
    folder.write("css/house.css", ".reveal { color: red }");
    folder.write("talks/a.md", "---\ntheme: css/house.css\n---\n# A\n---\n# B\n");
    CHECK(folder.run("export talks/a.md").err == "");
    folder.write("talks/b.md", "---\ntheme: css/gone.css\n---\n# A\n---\n# B\n");
    const RunResult gone = folder.run("export talks/b.md");
    CHECK(gone.status == 0);
    CHECK(gone.err.find("there is no theme file 'css/gone.css'; the slides have the theme black") !=
          std::string::npos);
    CHECK(folder.has("talks/b.pdf"));
}
