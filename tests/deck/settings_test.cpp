#include "deck/settings/settings.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "../support/temporary_folder.h"

using namespace ghreveal;

namespace {

// A project with a deck in a folder of its own and these settings.
class Project {
public:
    explicit Project(const std::string& settings) {
        std::filesystem::create_directories(folder_ / "talks");
        folder_.put("package.json", "{}");
        folder_.put("ghreveal.yml", settings);
    }

    deck::Settings read() {
        return deck::read_settings((folder_ / "talks" / "deck.md").string(), {}, {}, diagnostics);
    }
    std::vector<std::string> warnings() const {
        std::vector<std::string> sentences;
        for (const Diagnostic& warning : diagnostics.warnings()) {
            sentences.push_back(std::to_string(warning.where.line) + ": " + warning.what + "; " +
                                warning.hint);
        }
        return sentences;
    }
    Diagnostics diagnostics;

private:
    TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("Settings are those of the nearest ghreveal.yml, up to the project's folder") {
    Project project("diagrams:\n  dot: [dot, -Tsvg]\n  mermaid: draw-mermaid\n");
    const deck::Settings settings = project.read();
    CHECK(settings.diagrams.at("dot") == std::vector<std::string>{"dot", "-Tsvg"});
    CHECK(settings.diagrams.at("mermaid") == std::vector<std::string>{"draw-mermaid"});
    CHECK(project.warnings().empty());
}

TEST_CASE("Settings that are not known, or not a program, are warned of") {
    Project project("diagram: 1\ndiagrams:\n  dot: {a: b}\n");
    CHECK(project.read().diagrams.empty());
    CHECK(project.warnings() ==
          std::vector<std::string>{"1: unknown setting 'diagram'; did you mean 'diagrams'?",
                                   "3: a kind of diagram needs a program and its arguments in "
                                   "brackets; for example `dot: [dot, -Tsvg]`"});
}

TEST_CASE("Settings that are not YAML stop the export") {
    Project project("diagrams: [\n");
    CHECK_THROWS_AS(project.read(), Error);
}

TEST_CASE("Macros of formulas can be set for all decks of a project") {
    Project project("math:\n  macros:\n    RR: \\mathbb{R}\n    \\pair: ['(#1, #2)', 2]\n");
    CHECK(project.read().macros == math::Macros{{"\\RR", "\\mathbb{R}"}, {"\\pair", "(#1, #2)"}});
    CHECK(project.warnings().empty());
}

TEST_CASE("Settings of formulas other than macros are warned of") {
    Project project("math:\n  macro: {RR: x}\n");
    CHECK(project.read().macros.empty());
    REQUIRE(project.warnings().size() == 1);
}
