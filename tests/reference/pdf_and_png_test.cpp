// One page, two ways to pixels: our own PNG, and the PDF drawn by another program.
#include <array>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "../build_paths.h"
#include "picture.h"

using namespace ghreveal;
using namespace ghreveal::testing;

namespace {

namespace fs = std::filesystem;

constexpr int kCell = 11;  // px
constexpr double kTolerance = 32;

// The mean of each channel over a cell: forgives antialiasing, not a shift or a missing thing.
std::array<double, 3> cell_mean(const Picture& picture, int left, int top) {
    std::array<double, 3> sums{};
    for (int y = top; y < top + kCell; ++y) {
        for (int x = left; x < left + kCell; ++x) {
            for (unsigned channel = 0; channel < 3; ++channel) {
                sums[channel] += picture.at(x, y) >> (8 * channel) & 0xFFU;
            }
        }
    }
    for (double& sum : sums) {
        sum /= kCell * kCell;
    }
    return sums;
}

double share_of_equal_cells(const Picture& a, const Picture& b) {
    int cells = 0;
    int equal = 0;
    for (int y = 0; y + kCell <= a.height; y += kCell) {
        for (int x = 0; x + kCell <= a.width; x += kCell) {
            const auto one = cell_mean(a, x, y);
            const auto other = cell_mean(b, x, y);
            bool is_equal = true;
            for (std::size_t channel = 0; channel < 3; ++channel) {
                is_equal = is_equal && std::abs(one[channel] - other[channel]) <= kTolerance;
            }
            ++cells;
            equal += is_equal ? 1 : 0;
        }
    }
    return static_cast<double>(equal) / cells;
}

std::vector<fs::path> pictures_in(const fs::path& folder, const std::string& prefix) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(prefix) && entry.path().extension() == ".png") {
            found.push_back(entry.path());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

// Exports the deck both ways into a folder of its own, and compares each page.
void check_pdf_and_png(const fs::path& deck, const fs::path& folder) {
    const std::string name = deck.stem().string();
    const std::string out = (folder / name).string();
    const std::string exporting = "'" + program().string() + "' export --pdf --png -q --offline '" +
                                  deck.string() + "' -o '" + out + "/'";
    REQUIRE(std::system(exporting.c_str()) == 0);
    const std::string drawing = "pdftoppm -png -scale-to-x 998 -scale-to-y 728 '" + out + "/" +
                                name + ".pdf' '" + out + "/page'";
    REQUIRE(std::system(drawing.c_str()) == 0);
    const auto drawn = pictures_in(out, "page");
    const auto own = pictures_in(fs::path(out) / (name + "-png"), "");
    REQUIRE(drawn.size() == own.size());
    for (std::size_t i = 0; i < own.size(); ++i) {
        INFO(own[i].string());
        CHECK(share_of_equal_cells(read_png(own[i]), read_png(drawn[i])) >= 0.99);
    }
}

}  // namespace

TEST_CASE("a PNG looks like the PDF's page drawn by another program") {
    const fs::path folder = fs::temp_directory_path() / "ghreveal-pdf-and-png";
    fs::remove_all(folder);
    fs::create_directories(folder);
    for (const char* deck : {"backgrounds", "boxes", "code", "fragments", "tables", "text"}) {
        check_pdf_and_png(source_dir() / "golden" / (deck + std::string(".md")), folder);
    }
    fs::remove_all(folder);
}

TEST_CASE("a picture of thousands of shapes looks the same in PDF and PNG, on every page") {
    const fs::path folder = fs::temp_directory_path() / "ghreveal-many-shapes";
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::ofstream picture(folder / "shapes.svg");
    picture << "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\" height=\"400\">";
    for (int i = 0; i < 2000; ++i) {
        picture << "<rect x=\"" << i % 600 << "\" y=\"" << i * 7 % 400
                << "\" width=\"9\" height=\"5\" fill=\"#" << 100 + i % 800 << "\"/>";
    }
    picture << "</svg>";
    picture.close();
    (std::ofstream(folder / "deck.md")
     << "---\ntitle: T\n---\n\n![x](shapes.svg)\n\n§break\n\n## A\n\n![x](shapes.svg)\n");
    check_pdf_and_png(folder / "deck.md", folder);
    fs::remove_all(folder);
}
