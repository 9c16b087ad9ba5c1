// Only what changed is written again.
#include <catch2/catch.hpp>

#include "../build_paths.h"
#include "program.h"

using Catch::Contains;
using ghreveal::testing::file_text;
using ghreveal::testing::kSmallDeck;
using ghreveal::testing::RunResult;
using ghreveal::testing::source_dir;
using ghreveal::testing::Workspace;

TEST_CASE("a second export writes nothing, and says what the first said") {
    const Workspace folder;
    folder.write("a.md", std::string(kSmallDeck) + "\n![x](gone.png)\n");
    folder.write("b.md", kSmallDeck);
    const RunResult first = folder.run("export --strict . -o out/");
    CHECK(first.status == 3);
    CHECK_THAT(first.err, Contains("\n2 decks, 2 files, 1 warning\n"));
    const auto written = std::filesystem::last_write_time(folder.path("out/a.pdf"));
    const RunResult second = folder.run("export --strict . -o out/");
    CHECK(second.status == 3);
    CHECK(second.out == "out/a.pdf: 5 pages, unchanged\nout/b.pdf: 5 pages, unchanged\n");
    CHECK_THAT(second.err, Contains("gone.png"));
    CHECK_THAT(second.err, Contains("\n2 decks, 2 files (2 unchanged), 1 warning\n"));
    CHECK(std::filesystem::last_write_time(folder.path("out/a.pdf")) == written);
}

TEST_CASE("a picture that appears, other options, a lost output and --force write again") {
    const Workspace folder;
    folder.write("a.md", std::string(kSmallDeck) + "\n![x](p.svg)\n");
    CHECK(folder.run("export .").out == "a.pdf: 5 pages\n");
    CHECK(folder.run("export .").out == "a.pdf: 5 pages, unchanged\n");
    folder.write("p.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
    CHECK(folder.run("export .").out == "a.pdf: 5 pages\n");
    CHECK(folder.run("export -j 1 .").out == "a.pdf: 5 pages, unchanged\n");
    CHECK(folder.run("export --fragments final .").out == "a.pdf: 3 pages\n");
    std::filesystem::remove(folder.path("a.pdf"));
    CHECK(folder.run("export --fragments final .").out == "a.pdf: 3 pages\n");
    CHECK(folder.run("export --fragments final --force .").out == "a.pdf: 3 pages\n");
}

TEST_CASE("a deck's folder that gets settings is exported again") {
    const Workspace folder;
    folder.write("a.md", kSmallDeck);
    CHECK(folder.run("export .").out == "a.pdf: 5 pages\n");
    folder.write("ghreveal.yml", "lint:\n  contrast: off\n");
    CHECK(folder.run("export .").out == "a.pdf: 5 pages\n");
}

TEST_CASE("a theme's sheet that is edited exports the decks of that theme again") {
    const Workspace folder;
    folder.write("a.md", kSmallDeck);
    for (const std::string part : {"themes", "fonts"}) {  // the wall hides what links lead to
        std::filesystem::create_directories(folder.path("data"));
        std::filesystem::copy(source_dir() / part, folder.path("data/" + part),
                              std::filesystem::copy_options::recursive);
    }
    const auto export_deck = [&] {
        setenv("GHREVEAL_DATA", folder.path("data").c_str(), 1);
        const std::string out = folder.run("export .").out;
        unsetenv("GHREVEAL_DATA");
        return out;
    };
    CHECK(export_deck() == "a.pdf: 5 pages\n");
    CHECK(export_deck() == "a.pdf: 5 pages, unchanged\n");
    std::ofstream(folder.path("data/themes/night.css"), std::ios::app) << "h2 { color: red }\n";
    CHECK(export_deck() == "a.pdf: 5 pages\n");
    std::ofstream(folder.path("data/themes/sky.css"), std::ios::app) << "h2 { color: red }\n";
    CHECK(export_deck() == "a.pdf: 5 pages, unchanged\n");
}

TEST_CASE("--deps names the deck, what it includes and its pictures") {
    const Workspace folder;
    folder.write("a.md", std::string(kSmallDeck) + "\n{% include_relative part.md %}\n");
    folder.write("part.md", "![x](p.svg)\n");
    folder.write("p.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
    CHECK(folder.run("export a.md -o out.pdf --deps d").status == 0);
    const std::string rules = file_text(folder.path("d"));
    CHECK(rules.find("out.pdf:") == 0);
    for (const char* name : {"a.md", "part.md", "p.svg"}) {
        CHECK_THAT(rules, Contains(name));
    }
    CHECK(folder.run("export a.md -o out.pdf --deps d.json --deps-format json").status == 0);
    CHECK_THAT(file_text(folder.path("d.json")), Contains("\"outputs\": [\n        \"out.pdf\""));
}

TEST_CASE("whatever a site's deck reads, another content of it exports the deck again") {
    const Workspace folder;
    folder.write("_config.yml", "title: A\nlang: en\ndata_dir: facts\nincludes_dir: parts\n");
    folder.write("facts/people.yml", "- name: Ada\n");
    folder.write("parts/head.md", "a head\n");
    folder.write("css/own.css", "@import 'more.css';\n.reveal h2 { color: red }\n");
    folder.write("css/more.css", ".reveal p { color: blue }\n");
    folder.write("img/p.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
    folder.write("img/back.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'/>");
    folder.write("_presentations/part.md", "a part\n");
    folder.write("_presentations/a.md",
                 "---\ntitle: T\ntheme: ../css/own.css\n---\n\n§slide: "
                 "data-background-image=/img/back.svg§;\n\n## {{ site.title }}\n\n"
                 "{{ site.data.people[0].name }} {% include head.md %}\n\n"
                 "{% include_relative part.md %}\n\n![x](/img/p.svg)\n");
    const std::string call = "export . -o out/";
    REQUIRE_THAT(folder.run(call).out, !Contains("unchanged"));
    REQUIRE_THAT(folder.run(call).out, Contains("unchanged"));
    for (const char* name :
         {"_config.yml", "facts/people.yml", "parts/head.md", "css/own.css", "css/more.css",
          "img/p.svg", "img/back.svg", "_presentations/part.md", "_presentations/a.md"}) {
        INFO(name);
        folder.write(name, file_text(folder.path(name)) + "\n");
        CHECK_THAT(folder.run(call).out, !Contains("unchanged"));
        CHECK_THAT(folder.run(call).out, Contains("unchanged"));
    }
    // Files that are not there yet would be read from then on.
    for (const char* name : {"facts/more.yml", "ghreveal.yml"}) {
        INFO(name);
        folder.write(name, "lint:\n  contrast: off\n");
        CHECK_THAT(folder.run(call).out, !Contains("unchanged"));
        CHECK_THAT(folder.run(call).out, Contains("unchanged"));
    }
}

TEST_CASE("a page that appears exports the decks again that list the site's pages") {
    const Workspace folder;
    folder.write("_config.yml", "lang: en\n");
    folder.write("_posts/2020-01-02-one.md", "---\ntitle: One\n---\n");
    const auto deck = [](const std::string& list) {
        return "---\ntitle: T\n---\n\n# x\n\n{% for p in " + list +
               " %}* {{ p.title }}\n{% endfor %}\n";
    };
    folder.write("_presentations/posts.md", deck("site.posts"));
    folder.write("_presentations/other.md", kSmallDeck);
    const std::string all_unchanged =
        "out/other.pdf: 5 pages, unchanged\nout/posts.pdf: 2 pages, unchanged\n";
    CHECK(folder.run("export . -o out/").status == 0);
    CHECK(folder.run("export . -o out/").out == all_unchanged);
    folder.write("_posts/2020-01-03-two.md", "---\ntitle: Two\n---\n");
    CHECK(folder.run("export . -o out/").out ==
          "out/other.pdf: 5 pages, unchanged\nout/posts.pdf: 2 pages\n");
    CHECK(folder.run("export . -o out/").out == all_unchanged);
    folder.write("_posts/2020-01-03-two.md", "---\ntitle: Another title\n---\n");
    CHECK(folder.run("export . -o out/").out ==
          "out/other.pdf: 5 pages, unchanged\nout/posts.pdf: 2 pages\n");
}
