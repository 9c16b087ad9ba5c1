// What fuzzers have found once, and the first decks of the grammar, fed again.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "../build_paths.h"
#include "fuzz/deck_generator.h"
#include "fuzz/targets.h"

using namespace ghreveal;

namespace {

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("inputs that once brought the program down are read to their end") {
    const std::filesystem::path corpus = testing::source_dir() / "tests/fuzz/corpus";
    int count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus)) {
        if (!entry.is_regular_file()) {
            continue;
        }
        INFO(entry.path());
        const auto* target = fuzz::find_target(entry.path().parent_path().filename().string());
        REQUIRE(target != nullptr);
        target->run(bytes_of(entry.path()));
        ++count;
    }
    CHECK(count > 10);
}

TEST_CASE("decks of random legal and extreme CSS are drawn to their end") {
    const auto properties =
        fuzz::read_property_values(testing::source_dir() / "tests/data/property-values.txt");
    REQUIRE(properties.size() > 100);
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        INFO(seed);
        const std::string deck = fuzz::random_deck(seed, properties);
        fuzz::run_deck(deck);
        CHECK(deck == fuzz::random_deck(seed, properties));
    }
}
