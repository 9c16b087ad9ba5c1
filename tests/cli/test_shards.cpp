// Parts of a run, and the run that they become.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "program.h"

using Catch::Contains;
using ghreveal::testing::file_text;
using ghreveal::testing::kSmallDeck;
using ghreveal::testing::Workspace;

namespace {

std::map<std::string, std::string> files_below(const std::filesystem::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            files[entry.path().lexically_relative(folder).string()] = file_text(entry.path());
        }
    }
    return files;
}

void write_decks(const Workspace& folder) {
    for (int deck = 0; deck < 7; ++deck) {
        folder.write(fmt::format("site/_presentations/unit{}/deck{}.md", deck % 2, deck),
                     fmt::format("---\ntitle: Deck {}\ntheme: night\n---\n\n## One\n\n- a "
                                 "§fragment\n\n§new\n\n## Two\n\n[back](#/1)\n",
                                 deck));
    }
}

// PNG and SVG by states, every document that there is.
const std::string kEverything =
    "--pdf --png --thumbnails --contact-sheet --handout --notes --pdfpc --presenter --json --width "
    "64";

}  // namespace

TEST_CASE("Parts of a site's export, merged, are the files of one export") {
    const Workspace folder;
    write_decks(folder);
    REQUIRE(folder.run("export site -o whole/ --index --json").status == 0);
    std::string parts;
    std::multiset<std::string> pdfs;
    for (int part = 1; part <= 4; ++part) {
        const std::string name = fmt::format("part{}", part);
        REQUIRE(
            folder.run(fmt::format("export site -o {}/ --index --json --shard {}/4", name, part))
                .status == 0);
        for (const auto& [file, text] : files_below(folder.path(name))) {
            if (file.ends_with(".pdf")) {
                pdfs.insert(file);
            }
        }
        parts += " " + name;
    }
    CHECK(pdfs.size() == 7);  // each deck is one part's
    REQUIRE(folder.run("merge" + parts + " -o merged/").status == 0);
    CHECK(files_below(folder.path("merged")) == files_below(folder.path("whole")));
}

TEST_CASE("Parts that are written into one folder are merged there, with nothing left over") {
    const Workspace folder;
    write_decks(folder);
    REQUIRE(folder.run("export site -o whole/ --index").status == 0);
    for (int part = 1; part <= 3; ++part) {
        REQUIRE(folder.run(fmt::format("export site -o all/ --index --shard {}/3", part)).status ==
                0);
    }
    REQUIRE(folder.run("merge all").status == 0);
    CHECK(files_below(folder.path("all")) == files_below(folder.path("whole")));
}

TEST_CASE("A single deck's parts have its documents whole and its pictures by states") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    REQUIRE(folder.run("export talk.md -o whole/ " + kEverything).status == 0);
    std::string parts;
    int with_pictures = 0;
    for (int part = 1; part <= 3; ++part) {
        const std::string name = fmt::format("part{}", part);
        REQUIRE(
            folder
                .run(fmt::format("export talk.md -o {}/ {} --shard {}/3", name, kEverything, part))
                .status == 0);
        const auto files = files_below(folder.path(name));
        with_pictures += files.lower_bound("talk-png/") != files.lower_bound("talk-png0") ? 1 : 0;
        parts += " " + name;
    }
    CHECK(with_pictures > 1);
    REQUIRE(folder.run("merge" + parts + " -o merged/").status == 0);
    CHECK(files_below(folder.path("merged")) == files_below(folder.path("whole")));
}

TEST_CASE("A single deck's parts in one folder leave its manifest whole") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    REQUIRE(folder.run("export talk.md -o whole/ --json --png --width 64").status == 0);
    for (int part = 1; part <= 2; ++part) {
        REQUIRE(folder
                    .run(fmt::format("export talk.md -o all/ --json --png --width 64 --shard {}/2",
                                     part))
                    .status == 0);
    }
    REQUIRE(folder.run("merge all").status == 0);
    CHECK(files_below(folder.path("all")) == files_below(folder.path("whole")));
}

TEST_CASE("Every output that ghreveal.yml lists is merged") {
    const Workspace folder;
    write_decks(folder);
    folder.write("site/ghreveal.yml", "outputs:\n- pdf: true\n- handout: true\n  index: true\n");
    REQUIRE(folder.run("export site -o whole/").status == 0);
    for (int part = 1; part <= 2; ++part) {
        REQUIRE(folder.run(fmt::format("export site -o all/ --shard {}/2", part)).status == 0);
    }
    REQUIRE(folder.run("merge all").status == 0);
    CHECK(files_below(folder.path("all")) == files_below(folder.path("whole")));
}

TEST_CASE("Merging says which part is missing, of another run, twice there, or changed") {
    const Workspace folder;
    write_decks(folder);
    for (int part = 1; part <= 3; ++part) {
        REQUIRE(
            folder.run(fmt::format("export site -o part{} --shard {}/3", part, part) + "").status ==
            2);  // a part needs a folder
        REQUIRE(folder.run(fmt::format("export site -o part{}/ --shard {}/3", part, part)).status ==
                0);
    }
    const auto missing = folder.run("merge part1 part3 -o out");
    CHECK(missing.status == 1);
    CHECK_THAT(missing.err, Contains("part 2/3 is missing"));
    CHECK_THAT(folder.run("merge part1 part2 part2 part3 -o out").err,
               Contains("part 2/3 is there twice"));
    REQUIRE(folder.run("export site -o other/ --shard 2/3 --size 16:9").status == 0);
    CHECK_THAT(folder.run("merge part1 other part3 -o out").err, Contains("of different runs"));
    for (const auto& [file, text] : files_below(folder.path("part2"))) {
        if (file.ends_with(".pdf")) {
            folder.write("part2/" + file, "cut off");
            break;
        }
    }
    CHECK_THAT(folder.run("merge part1 part2 part3 -o out").err,
               Contains("it is not as part 2/3 wrote it"));
    CHECK_FALSE(folder.has("out"));
}

TEST_CASE("Where a deck lies on a machine does not decide which part it is in") {
    const Workspace folder;
    write_decks(folder);
    std::filesystem::create_directories(folder.path("elsewhere"));
    std::filesystem::copy(folder.path("site"), folder.path("elsewhere/checkout"),
                          std::filesystem::copy_options::recursive);
    REQUIRE(folder.run("export site -o a/ --shard 1/2").status == 0);
    REQUIRE(folder.run("export elsewhere/checkout -o b/ --shard 1/2").status == 0);
    REQUIRE(folder.run("export site -o c/ --shard 2/2").status == 0);
    REQUIRE(folder.run("merge b c -o merged").status == 0);
    REQUIRE(folder.run("merge a c -o same").status == 0);
    CHECK(files_below(folder.path("merged")) == files_below(folder.path("same")));
}

TEST_CASE("A deck that cannot be exported fails its part, and the merged run") {
    const Workspace folder;
    write_decks(folder);
    folder.write("site/_presentations/bad.md", "---\ntheme: none-such\n---\n\n## x\n");
    int failed = 0;
    for (int part = 1; part <= 2; ++part) {
        failed += folder.run(fmt::format("export site -o all/ --shard {}/2", part)).status;
    }
    CHECK(failed == 1);
    const auto merged = folder.run("merge all");
    CHECK(merged.status == 1);
    CHECK_THAT(merged.err, Contains("bad.md: error: a part could not export it"));
    CHECK_THAT(merged.err, Contains("7 decks, 7 files"));
}

TEST_CASE("A part is written 2/4") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    for (const char* wrong : {"0/4", "5/4", "2", "2/", "a/b", "2/4x", "1/0"}) {
        CHECK(folder.run(std::string("export talk.md -o out/ --shard ") + wrong).status == 2);
    }
}
