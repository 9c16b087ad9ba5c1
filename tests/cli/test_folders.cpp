#include <catch2/catch.hpp>

#include "program.h"

using ghreveal::testing::kSmallDeck;
using ghreveal::testing::RunResult;
using ghreveal::testing::Workspace;

TEST_CASE("export without a deck takes the folder's decks, drafts and other files aside") {
    const Workspace folder;
    folder.write("a.md", kSmallDeck);
    folder.write("b.md", kSmallDeck);
    folder.write("README.md", "# No front matter\n");
    folder.write("later.md", "---\ntitle: later\ntheme: night\ndraft: true\n---\n\n## x\n");
    const RunResult result = folder.run("export");
    CHECK(result.status == 0);
    CHECK(result.out == "a.pdf: 5 pages\nb.pdf: 5 pages\n");
    CHECK_FALSE(folder.has("later.pdf"));
    CHECK_FALSE(folder.has("README.pdf"));
    CHECK(folder.run("export --drafts").out.find("later.pdf: 2 pages\n") != std::string::npos);
}

TEST_CASE("a site's decks are those of _presentations and below") {
    const Workspace folder;
    folder.write("site/_config.yml", "title: site\n");
    folder.write("site/index.md", kSmallDeck);
    folder.write("site/_presentations/2020/a.md", kSmallDeck);
    const RunResult result = folder.run("export site");
    CHECK(result.out == "site/_presentations/2020/a.pdf: 5 pages\n");
    CHECK_FALSE(folder.has("site/index.pdf"));
}

TEST_CASE("a site's other collections have decks by their layout; what is excluded has none") {
    const Workspace folder;
    folder.write(
        "_config.yml",
        "collections_dir: all\ncollections: {talks: {output: true}}\nexclude: [all/_talks/old]\n"
        "defaults: [{scope: {type: talks}, values: {layout: talk}}]\n");
    folder.write("_layouts/talk.html", "<script src='/js/reveal.js'></script>{{ content }}");
    folder.write("all/_talks/a.md", "---\ntitle: A\n---\nx\n");
    folder.write("all/_talks/plain.md", "---\nlayout: none\n---\nx\n");
    folder.write("all/_talks/old/b.md", "---\ntitle: B\n---\nx\n");
    folder.write("about.md", "---\ntitle: About\n---\nx\n");
    CHECK(folder.run("export").out == "all/_talks/a.pdf: 2 pages\n");
}

TEST_CASE("one bad deck of a folder does not stop the others, and the index says so") {
    const Workspace folder;
    folder.write("a.md", kSmallDeck);
    folder.write("bad.md", "---\ntitle: [\n---\n\n## x\n");
    folder.write("c.md", kSmallDeck);
    const RunResult result = folder.run("export -j 2");
    CHECK(result.status == 1);
    CHECK(result.out == "a.pdf: 5 pages\nbad.md: failed\nc.pdf: 5 pages\n");
    CHECK(result.err.find("bad.md:") == 0);
}

TEST_CASE("any number of threads gives the same bytes") {
    const Workspace folder;
    for (const char* name : {"a.md", "b.md", "c.md", "d.md"}) {
        folder.write(name, kSmallDeck);
    }
    CHECK(folder.run("export -j 1 -o one/").status == 0);
    CHECK(folder.run("export -j 4 -o four/").status == 0);
    for (const char* name : {"a.pdf", "b.pdf", "c.pdf", "d.pdf"}) {
        CHECK(ghreveal::testing::file_text(folder.path(std::string("one/") + name)) ==
              ghreveal::testing::file_text(folder.path(std::string("four/") + name)));
    }
}

TEST_CASE("a folder without decks, and two decks for one file, are clear errors") {
    const Workspace folder;
    folder.write("empty/notes.txt", "x");
    const RunResult none = folder.run("export empty");
    CHECK(none.status == 1);
    CHECK(none.err.find("empty: error: there is no deck in this folder") == 0);
    folder.write("x/a.md", kSmallDeck);
    folder.write("y/a.md", kSmallDeck);
    const RunResult clash = folder.run("export -o out/ x y");
    CHECK(clash.status == 1);
    CHECK(clash.err.find("both x/a.md and y/a.md would be written to it") != std::string::npos);
    CHECK_FALSE(folder.has("out"));
}
