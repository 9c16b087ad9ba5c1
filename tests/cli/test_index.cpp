// The page of all decks.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "program.h"

using Catch::Contains;
using ghreveal::testing::file_text;
using ghreveal::testing::kSmallDeck;
using ghreveal::testing::Workspace;

TEST_CASE(
    "--index writes a page of all decks and the same as JSON, with links that lead to files") {
    const Workspace folder;
    folder.write("talks/_presentations/a b/one.md",
                 "---\ntitle: A <em>talk</em> & more\n---\n\nx\n");
    folder.write("talks/_presentations/two.md", kSmallDeck);
    CHECK(folder.run("export talks -o out/ --index").status == 0);
    const std::string page = file_text(folder.path("out/index.html"));
    CHECK_THAT(page, Contains("<a href=\"a%20b/one.pdf\">A talk &amp; more</a>"));
    CHECK(page.find("<script") == std::string::npos);
    const auto site = nlohmann::json::parse(file_text(folder.path("out/site.json")));
    REQUIRE(site["decks"].size() == 2);
    for (const auto& deck : site["decks"]) {
        for (const auto& file : deck["files"]) {
            CHECK(folder.has("out/" + file["path"].get<std::string>()));
        }
        CHECK(folder.has("out/" + deck["thumbnail"].get<std::string>()));
    }
    CHECK(site["decks"][0]["title"] == "A talk & more");
}

TEST_CASE("--index does not take the place of a page that somebody wrote") {
    const Workspace folder;
    folder.write("a.md", kSmallDeck);
    folder.write("index.html", "mine");
    CHECK(folder.run("export a.md --index").status == 1);
    CHECK(file_text(folder.path("index.html")) == "mine");
}
