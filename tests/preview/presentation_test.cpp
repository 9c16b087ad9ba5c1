#include "preview/presentation.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "../support/temporary_folder.h"

using Catch::Contains;
using ghreveal::preview::Presentation;
using nlohmann::json;

namespace {

const std::string kDeck =
    "---\ntitle: Small\ntheme: night\n---\n\n## One\n\n- a §fragment\n\n§notes\n\nsay "
    "&lt;this&gt;\n\n"
    "§new\n\n## Two\n\ntext\n";

json facts_of(Presentation& presentation) {
    return json::parse(presentation.answer("/deck.json").body);
}

}  // namespace

TEST_CASE("a preview has a state for each step, with its lines and its notes") {
    const TemporaryFolder folder;
    Presentation deck(folder.put("a.md", kDeck).string(), {});
    deck.load();
    const json facts = facts_of(deck);
    REQUIRE(facts["states"].size() == 4);
    CHECK(facts["states"][2]["step"] == 1);
    CHECK(facts["states"][2]["lines"][0] <= 8);
    CHECK(facts["states"][2]["notes"] == "say <this>");
    CHECK_THAT(deck.answer("/state/3.svg").body, Contains("<svg"));
}

TEST_CASE("nothing is served but the page, the deck's facts and its states") {
    const TemporaryFolder folder;
    Presentation deck(folder.put("a.md", kDeck).string(), {});
    deck.load();
    for (const char* path : {"/", "/preview.css", "/preview.js"}) {
        CHECK(deck.answer(path).status == 200);
    }
    for (const char* path : {"/a.md", "/../a.md", "/state/4.svg", "/state/-1.svg", "/state/1.svgx",
                             "/state/", "/etc/passwd", "//", "/themes/night.css", ""}) {
        CAPTURE(path);
        CHECK(deck.answer(path).status == 404);
    }
}

TEST_CASE("a change tells its line and a new version, an error leaves the slides") {
    const TemporaryFolder folder;
    const std::string file = folder.put("a.md", kDeck).string();
    Presentation deck(file, {});
    deck.load();
    CHECK(deck.wait_for_version(0) == 2);  // the pictures, then what is to be said of them
    folder.put("a.md", kDeck + "more\n");
    deck.load();
    CHECK(facts_of(deck)["changed"] == 19);
    folder.put("a.md", "---\ntitle: [\n---\n");
    deck.load();
    const json facts = facts_of(deck);
    CHECK(deck.wait_for_version(4) == 5);
    CHECK_THAT(facts["error"]["message"].get<std::string>(), Contains("not YAML"));
    CHECK(facts["states"].size() == 4);
    CHECK(deck.answer("/state/0.svg").status == 200);
}

TEST_CASE("what is said of slides comes with the same pictures, a change of the deck with others") {
    const TemporaryFolder folder;
    Presentation deck(folder.put("a.md", kDeck + "\n![x](gone.png)\n").string(), {});
    deck.load();
    const json first = facts_of(deck);
    CHECK(first["drawing"] == 1);
    CHECK(first["version"] == 2);
    CHECK(first["findings"].size() == 1);
    folder.put("a.md", kDeck);
    deck.load();
    CHECK(facts_of(deck)["drawing"] == 3);
}
