// Pairs of decks that must look the same, or must not. A file of same/ holds both: front matter,
// then the slides written one way, a line `=== same as ===` or `=== differs from ===`, and the
// slides written another way.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "../build_paths.h"
#include "picture.h"

namespace {

using namespace ghreveal;
using namespace ghreveal::testing;
namespace fs = std::filesystem;

const fs::path kPairs = source_dir() / "tests/reference/same";
const fs::path kPictures = source_dir() / "golden/data";
const fs::path kWork = build_dir() / "reference/same";

struct Pair {
    std::string name;
    std::string left;
    std::string right;
    bool must_be_equal = true;
};

Pair read_pair(const fs::path& path) {
    const std::string text = text_of(path);
    for (const auto& [line, equal] : {std::pair<std::string, bool>{"\n=== same as ===\n", true},
                                      {"\n=== differs from ===\n", false}}) {
        const std::size_t cut = text.find(line);
        if (cut == std::string::npos) {
            continue;
        }
        const std::size_t front_matter_end = text.find("\n---\n", 3) + 5;
        const std::string front_matter = text.substr(0, front_matter_end);
        return {path.stem().string(), text.substr(0, cut + 1),
                front_matter + text.substr(cut + line.size()), equal};
    }
    throw std::runtime_error(path.string() + " has one part only");
}

// Each part becomes a deck in a site of its own, beside the pictures it may use.
std::vector<RenderedPage> render_part(const fs::path& folder, const std::string& deck) {
    fs::create_directories(folder);
    fs::copy(kPictures, folder / "data",
             fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    std::ofstream(folder / "deck.md", std::ios::binary) << deck;
    Diagnostics diagnostics;
    std::vector<RenderedPage> pages =
        render_pages(folder / "deck.md", TitleSlide::kLeaveOut, diagnostics);
    for (const Diagnostic& warning : diagnostics.warnings()) {
        FAIL_CHECK(to_string(warning));
    }
    return pages;
}

void check_pair(const Pair& pair) {
    const fs::path work = kWork / pair.name;
    const auto left = render_part(work / "left", pair.left);
    const auto right = render_part(work / "right", pair.right);
    REQUIRE(left.size() == right.size());
    REQUIRE_FALSE(left.empty());
    for (std::size_t i = 0; i < left.size(); ++i) {
        const Picture expected = decode_png(right[i].png);
        const Picture actual = decode_png(left[i].png);
        const bool equal = compare(expected, actual, 0).none();
        if (equal == pair.must_be_equal) {
            continue;
        }
        const fs::path sheet = work / (left[i].name + ".png");
        write_sheet(expected, actual, sheet);
        FAIL_CHECK("page " << left[i].name << (equal ? " looks" : " does not look")
                           << " the same; see " << sheet.string());
    }
}

}  // namespace

TEST_CASE("Decks written in two ways look the same, or differ where they must") {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(kPairs)) {
        files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    REQUIRE_FALSE(files.empty());
    for (const fs::path& file : files) {
        DYNAMIC_SECTION(file.stem().string()) {
            check_pair(read_pair(file));
        }
    }
}
