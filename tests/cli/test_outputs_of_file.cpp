// `outputs:` of ghreveal.yml.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "../build_paths.h"
#include "program.h"

using Catch::Contains;
using ghreveal::testing::file_text;
using ghreveal::testing::kSmallDeck;
using ghreveal::testing::RunResult;
using ghreveal::testing::source_dir;
using ghreveal::testing::Workspace;

namespace {

void write_project(const Workspace& folder, const std::string& settings) {
    folder.write(".gitignore", "");
    folder.write("talks/a.md", kSmallDeck);
    folder.write("ghreveal.yml", settings);
}

}  // namespace

TEST_CASE("the nearest ghreveal.yml lists the outputs of an export") {
    const Workspace folder;
    write_project(folder,
                  "outputs:\n- pdf: true\n  fragments: final\n  output: 'o/{name}.pdf'\n"
                  "- png: true\n  width: 40\n  slides: [1]\n  output: 'o/{name}-{p}.png'\n");
    CHECK(folder.run("export talks").status == 0);
    CHECK(folder.has("o/a.pdf"));
    CHECK(folder.has("o/a-1.png"));
    CHECK_FALSE(folder.has("o/a-2.png"));
}

TEST_CASE("the command line counts over the file, and --no-config leaves it out") {
    const Workspace folder;
    write_project(folder, "outputs:\n- pdf: true\n  fragments: final\n");
    CHECK(folder.run("export talks").out == "talks/a.pdf: 3 pages\n");
    CHECK(folder.run("export talks --fragments all").out == "talks/a.pdf: 5 pages\n");
    CHECK(folder.run("export talks --no-config").out == "talks/a.pdf: 5 pages\n");
    folder.write("other.yml", "outputs:\n- svg: true\n");
    CHECK(folder.run("export talks --config other.yml").out == "talks/a-svg/: 5 pictures\n");
    CHECK(folder.run("export talks --pdf --slides 1").out == "talks/a.pdf: 1 page\n");
}

TEST_CASE("what is no option of an output is said with its line") {
    const Workspace folder;
    write_project(folder, "outputs:\n- pdf: true\n  fragmets: final\n");
    const RunResult result = folder.run("export talks");
    CHECK(result.status == 1);
    CHECK_THAT(result.err, Contains("ghreveal.yml:3: error: an output has no option 'fragmets'; "
                                    "did you mean 'fragments'?"));
    write_project(folder, "outputs:\n- pdf: true\n  slides: [[1]]\n");
    CHECK_THAT(folder.run("export talks").err, Contains("'slides' needs a plain value"));
    write_project(folder, "outputs:\n- pdf: true\n  size: big\n");
    CHECK_THAT(folder.run("export talks").err, Contains("ghreveal.yml:2: error: "));
}

TEST_CASE("the schema of ghreveal.yml has the keys that are read") {
    const auto schema =
        nlohmann::json::parse(file_text(source_dir() / "docs/settings.schema.json"));
    CHECK(schema.contains("$id"));
    const Workspace folder;
    for (const auto& [key, about] : schema["properties"].items()) {
        write_project(folder, key + ":\n");
        CHECK_THAT(folder.run("check talks").err, !Contains("unknown setting"));
    }
    for (const auto& [key, about] :
         schema["properties"]["outputs"]["items"]["properties"].items()) {
        CAPTURE(key);
        write_project(folder, "outputs:\n- " + key + ": [[]]\n");
        CHECK_THAT(folder.run("export talks").err, Contains("needs a plain value"));
    }
}
