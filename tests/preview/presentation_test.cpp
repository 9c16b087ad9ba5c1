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

namespace {

struct Shown {
    std::vector<std::string> drawings;
    json findings;
    std::size_t kept = 0;
};

Shown shown_by(Presentation& presentation) {
    const json facts = facts_of(presentation);
    Shown shown{{}, facts["findings"], presentation.kept_slides()};
    for (std::size_t i = 0; i < facts["states"].size(); ++i) {
        shown.drawings.push_back(presentation.answer("/state/" + std::to_string(i) + ".svg").body);
    }
    return shown;
}

// What is shown after the deck was `before`, by one that has seen that and by one that has not.
std::pair<Shown, Shown> after_change(const std::string& before, const std::string& now) {
    const TemporaryFolder folder;
    const std::string file = folder.put("a.md", before).string();
    Presentation deck(file, {});
    deck.load();
    folder.put("a.md", now);
    deck.load();
    Presentation fresh(file, {});
    fresh.load();
    return {shown_by(deck), shown_by(fresh)};
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    return text.replace(text.find(what), what.size(), by);
}

}  // namespace

TEST_CASE("slides that have not changed are kept, and look as if they were laid out anew") {
    const std::string small = "\n§new\n\n<p style=\"font-size: 9px\">tiny</p>\n";
    const std::string deck = kDeck + small;
    // (In the notes, so that lines move; in a slide; of what all have in common; in a sheet.)
    const std::vector<std::tuple<std::string, std::string, std::size_t>> changes{
        {"text", "other text\n\nand more", 3},
        {"## One", "## Another", 3},
        {"theme: night", "theme: sky", 0},
        {"theme: night", "theme: night\ninitialization: {width: 800}", 0},
        {"text", "<style>p { color: red }</style>", 0},
        {"## Two", "§new\n\n## Two", 0},
        {"text", "![x](gone.png)", 0},  // another file is read
    };
    for (const auto& [what, by, kept] : changes) {
        CAPTURE(what, by);
        const auto [shown, fresh] = after_change(deck, replaced(deck, what, by));
        CHECK(shown.kept == kept);
        CHECK(fresh.kept == 0);
        CHECK(shown.drawings == fresh.drawings);
        CHECK(shown.findings == fresh.findings);
    }
}

TEST_CASE("where one slide's message stands for another's, all are laid out again") {
    const std::string deck = kDeck + "\n![x](gone.png)\n\n§new\n\n![x](gone.png)\n";
    const auto [shown, fresh] = after_change(deck, replaced(deck, "![x](gone.png)", "none"));
    CHECK(shown.drawings == fresh.drawings);
    CHECK(shown.findings == fresh.findings);
}

TEST_CASE("by :has() a slide may look otherwise when another changes") {
    const std::string deck =
        kDeck +
        "\n<style>.slides:has(.x) h2 { color: red }</style>\n\n§new\n\n<p class=\"y\">a</p>\n";
    const auto [shown, fresh] = after_change(deck, replaced(deck, "class=\"y\"", "class=\"x\""));
    CHECK(shown.kept == 0);
    CHECK(shown.drawings == fresh.drawings);
}
