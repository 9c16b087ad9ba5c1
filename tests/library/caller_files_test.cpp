// libghreveal through its one header, as another program sees it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "../build_paths.h"
#include "../support/temporary_folder.h"
#include "library/ghreveal.h"

using namespace ghreveal;

namespace {

const std::string kDot =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\">"
    "<circle cx=\"20\" cy=\"20\" r=\"20\" fill=\"red\"/></svg>";

// A site that is nowhere but here.
const std::map<std::string, std::string> kSite{
    {"_config.yml", "lang: en\nspeaker: A. Speaker\n"},
    {"_includes/head.md", "by {{ site.speaker }}\n"},
    {"talks/part.md", "![a dot](../pictures/dot.svg)\n"},
    {"pictures/dot.svg", kDot},
    {"css/mine.css", "@import \"colours.css\"; h1 { background: url(../pictures/dot.svg) }\n"},
    {"css/colours.css", "p { color: yellow }\n"}};

const std::string kText =
    "---\ntitle: Memory\n---\n\n# One\n\n{% include head.md %}\n\n{% include_relative part.md "
    "%}\n\n"
    "<style>@import \"../css/mine.css\";</style>\n";

struct CountedSite {
    std::map<std::string, int> asked;

    DeckText deck() {
        DeckText deck;
        deck.name = "talks/deck.md";
        deck.text = kText;
        deck.files = [this](const std::string& name) -> std::optional<std::string> {
            ++asked[name];
            const auto file = kSite.find(name);
            return file == kSite.end() ? std::nullopt : std::optional(file->second);
        };
        return deck;
    }
};

}  // namespace

TEST_CASE("All files that a deck asks for come from the caller, each once") {
    CountedSite site;
    const Rendering made = render_pdf(site.deck());
    for (const Message& message : made.messages) {
        UNSCOPED_INFO(message.text);
    }
    CHECK(made.messages.empty());
    CHECK(made.pages == 2);
    for (const auto& [name, bytes] : kSite) {
        INFO(name);
        CHECK(site.asked[name] == 1);
    }
    CHECK(std::all_of(site.asked.begin(), site.asked.end(),
                      [](const auto& one) { return one.second == 1; }));
}

TEST_CASE("Files of the caller make the same bytes as files of a folder") {
    const TemporaryFolder folder;
    for (const auto& [name, bytes] : kSite) {
        folder.put(name, bytes);
    }
    DeckText deck;
    deck.name = "deck.md";
    deck.text = kText;
    deck.folder = folder / "talks";
    CountedSite site;
    CHECK(render_pdf(site.deck()).bytes == render_pdf(deck).bytes);
}

TEST_CASE("What the caller has not is said by the name that it would have") {
    DeckText deck;
    deck.text = "# One\n\n![a map](maps/map.png)\n";
    std::vector<std::string> asked;
    deck.files = [&](const std::string& name) -> std::optional<std::string> {
        asked.push_back(name);
        return std::nullopt;
    };
    const Rendering made = render_pdf(deck);
    REQUIRE(made.messages.size() == 1);
    CHECK(made.messages[0].file == "deck.md");
    CHECK(made.messages[0].rule == "missing-picture");
    CHECK(made.messages[0].text.ends_with("looked for maps/map.png"));
    CHECK(std::count(asked.begin(), asked.end(), "maps/map.png") == 1);
}

TEST_CASE("Nothing outside of its site is asked for, nor read from the disk") {
    DeckText deck;
    deck.text = "# One\n\n![a](../outside.png)\n\n![b](/../etc/hostname)\n";
    std::vector<std::string> asked;
    deck.files = [&](const std::string& name) -> std::optional<std::string> {
        asked.push_back(name);
        return std::nullopt;
    };
    const Rendering made = render_pdf(deck);
    CHECK(made.messages.size() == 2);
    CHECK(std::none_of(asked.begin(), asked.end(),
                       [](const std::string& name) { return name.find("..") != name.npos; }));
}

TEST_CASE("What the caller throws comes through") {
    DeckText deck;
    deck.text = "# One\n\n![a](a.png)\n";
    deck.files = [](const std::string& name) -> std::optional<std::string> {
        return name == "a.png" ? throw std::domain_error("no network drive") : std::nullopt;
    };
    CHECK_THROWS_AS(render_pdf(deck), std::domain_error);
}

TEST_CASE("Limits are options, and a name that is none is an error") {
    DeckText deck;
    deck.text = "# One\n\n§new\n\n# Two\n\n§new\n\n# Three\n";
    RenderOptions options;
    options.limits = {"pages=2"};
    CHECK_THROWS_AS(render_pdf(deck, options), RenderError);
    options.limits = {"pages=20"};
    CHECK(render_pdf(deck, options).pages == 4);
    options.limits = {"pagse=20"};
    CHECK_THROWS_AS(render_pdf(deck, options), RenderError);
}

TEST_CASE("Without formulas TeX is shown as it is written") {
    DeckText deck;
    deck.text = "# One\n\n$$x^2$$\n";
    RenderOptions options;
    options.formulas = false;
    CHECK(render_pdf(deck, options).bytes != render_pdf(deck).bytes);
}

// What the folders lack is missed, so it is they that are looked into; what they have is found
// without the environment.
TEST_CASE("The folders of fonts, themes and modules are options") {
    const TemporaryFolder folder;
    DeckText deck;
    deck.text = "---\ntitle: a\n---\n\n# x\n\n$$x^2$$\n\n" + kDot + "\n";
    const std::string expected = render_pdf(deck).bytes;
    std::filesystem::create_directories(folder.path() / "data");
    const std::filesystem::path source = testing::source_dir();
    std::filesystem::create_directory_symlink(source / "fonts", folder.path() / "data" / "fonts");
    std::filesystem::copy(source / "themes", folder.path() / "data" / "themes",
                          std::filesystem::copy_options::recursive);
    RenderOptions options;
    options.data_folder = folder.path() / "data";
    CHECK(render_pdf(deck, options).bytes == expected);
    options.module_folder = testing::build_dir();
    CHECK(render_pdf(deck, options).bytes == expected);

    std::filesystem::remove(folder.path() / "data" / "themes" / "sky.css");
    options.theme = "sky";
    CHECK_THROWS_AS(render_pdf(deck, options), RenderError);
    options.theme = "";
    options.module_folder = folder.path();
    CHECK_THROWS_AS(render_pdf(deck, options), RenderError);
    options.module_folder = "";
    options.data_folder = folder.path();
    CHECK_THROWS_AS(render_pdf(deck, options), RenderError);
    // They hold for the call alone.
    CHECK(render_pdf(deck).bytes == expected);
}
