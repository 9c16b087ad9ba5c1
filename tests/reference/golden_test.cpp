// Every page of golden/*.md against its picture golden/DECK/PAGE.png. `tools/golden` shows what
// differs and, with --accept, takes what the program draws now as right.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "../build_paths.h"
#include "picture.h"

namespace {

using namespace ghreveal;
using namespace ghreveal::testing;
namespace fs = std::filesystem;

const fs::path kGolden = source_dir() / "golden";
const fs::path kWork = build_dir() / "reference/golden";

// Antialiasing may change a little with the libraries. A border that moves by a pixel or a
// missing bullet changes far more pixels, and strongly.
constexpr int kTolerance = 40;      // of 255, in a channel
constexpr int kPixelsAllowed = 12;  // a page, beyond the tolerance

bool is_accepting() {
    const char* mode = std::getenv("GHREVEAL_GOLDEN");
    return mode != nullptr && std::string(mode) == "accept";
}

bool is_asked_for_overviews() {
    const char* mode = std::getenv("GHREVEAL_GOLDEN");
    return mode != nullptr && std::string(mode) == "sheet";
}

bool looks_right(const Picture& expected, const Picture& actual) {
    const Difference difference = compare(expected, actual, kTolerance);
    return difference.same_size && difference.pixels <= kPixelsAllowed;
}

void accept(const fs::path& golden, const std::string& png) {
    fs::create_directories(golden.parent_path());
    std::ofstream(golden, std::ios::binary) << png;
    WARN("accepted " << golden.string());
}

void check_page(const std::string& deck, const RenderedPage& page) {
    const fs::path golden = kGolden / deck / (page.name + ".png");
    const bool exists = fs::exists(golden);
    if (!exists && !is_accepting()) {
        FAIL_CHECK("no picture " << golden.string() << "; look at the page and run tools/golden "
                                 << "--accept");
        return;
    }
    const Picture actual = decode_png(page.png);
    if (exists && looks_right(read_png(golden), actual)) {
        return;
    }
    if (is_accepting()) {
        accept(golden, page.png);
        return;
    }
    const fs::path sheet = kWork / deck / (page.name + ".png");
    write_sheet(read_png(golden), actual, sheet);
    FAIL_CHECK("page " << page.name << " differs from its picture; see " << sheet.string());
}

// A picture whose page is gone tests nothing.
void check_no_others(const std::string& deck, const std::set<std::string>& pages) {
    if (!fs::exists(kGolden / deck)) {
        return;
    }
    std::vector<fs::path> others;
    for (const auto& entry : fs::directory_iterator(kGolden / deck)) {
        if (!pages.contains(entry.path().stem().string())) {
            others.push_back(entry.path());
        }
    }
    for (const fs::path& other : others) {
        if (is_accepting()) {
            fs::remove(other);
        } else {
            FAIL_CHECK("no page belongs to " << other.string());
        }
    }
}

// The same wherever the repository is.
std::string without_folder(std::string message) {
    const std::string folder = kGolden.string() + "/";
    for (std::size_t at = message.find(folder); at != std::string::npos;
         at = message.find(folder)) {
        message.erase(at, folder.size());
    }
    return message;
}

// Warnings are expected when golden/DECK.warnings lists them.
void check_warnings(const fs::path& deck, const Diagnostics& diagnostics) {
    std::string warnings;
    for (Diagnostic warning : diagnostics.warnings()) {
        warning.where.file = deck.filename().string();
        warnings += without_folder(to_string(warning)) + "\n";
    }
    const fs::path list = fs::path(deck).replace_extension(".warnings");
    if (is_accepting() && !warnings.empty()) {
        std::ofstream(list, std::ios::binary) << warnings;
    }
    CHECK(warnings == text_of(list));
}

void check_deck(const fs::path& deck) {
    fs::remove_all(kWork / deck.stem());  // sheets of an earlier run
    Diagnostics diagnostics;
    std::set<std::string> names;
    const auto pages = render_pages(deck, TitleSlide::kInclude, diagnostics);
    if (is_asked_for_overviews()) {
        const fs::path overview = kWork / (deck.stem().string() + ".png");
        write_overview(pages, overview);
        WARN("all pages: " << overview.string());
    }
    for (const RenderedPage& page : pages) {
        names.insert(page.name);
        check_page(deck.stem().string(), page);
    }
    check_warnings(deck, diagnostics);
    check_no_others(deck.stem().string(), names);
}

}  // namespace

TEST_CASE("Every page of the golden decks looks like its picture") {
    std::vector<fs::path> decks;
    for (const auto& entry : fs::directory_iterator(kGolden)) {
        if (entry.path().extension() == ".md") {
            decks.push_back(entry.path());
        }
    }
    std::sort(decks.begin(), decks.end());
    REQUIRE_FALSE(decks.empty());
    for (const fs::path& deck : decks) {
        DYNAMIC_SECTION(deck.stem().string()) {
            check_deck(deck);
        }
    }
}

TEST_CASE("A border moved by one pixel, and a missing bullet, do not look right") {
    Picture page{998, 728, std::vector<std::uint32_t>(998U * 728U, 0xFF111111U)};
    Picture moved = page;
    for (std::size_t x = 100; x < 130; ++x) {
        page.pixels[998U * 50 + x] = 0xFFEEEEEEU;
        moved.pixels[998U * 51 + x] = 0xFFEEEEEEU;
    }
    CHECK_FALSE(looks_right(page, moved));
    Picture bullet = page;
    for (std::size_t y = 300; y < 304; ++y) {
        for (std::size_t x = 200; x < 204; ++x) {
            bullet.pixels[998U * y + x] = 0xFFEEEEEEU;
        }
    }
    CHECK_FALSE(looks_right(bullet, page));
    CHECK(looks_right(page, page));
}
