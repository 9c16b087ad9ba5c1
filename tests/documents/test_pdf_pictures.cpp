// How pictures are stored in PDFs: read back by poppler and qpdf.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <set>
#include <sstream>
#include <vector>

#include "../cli/program.h"
#include "../support/jpeg_writer.h"

using ghreveal::testing::count_of;
using ghreveal::testing::file_text;
using ghreveal::testing::unpacked_pdf;
using ghreveal::testing::Workspace;

namespace {

struct StoredPicture {
    std::string kind;  // image, smask
    int width = 0;
    std::string encoding;
    int object = 0;
    int density = 0;  // pixels an inch across
};

// As `pdfimages -list` tells of them.
std::vector<StoredPicture> pictures_in(const Workspace& folder, const std::string& pdf) {
    const std::string list = folder.path("list.txt").string();
    REQUIRE(std::system(
                ("pdfimages -list '" + folder.path(pdf).string() + "' >'" + list + "'").c_str()) ==
            0);
    std::istringstream lines(file_text(list));
    std::vector<StoredPicture> pictures;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        StoredPicture one;
        std::string skipped;
        int page = 0;
        int number = 0;
        if (words >> page >> number >> one.kind >> one.width >> skipped >> skipped >> skipped >>
            skipped >> one.encoding >> skipped >> one.object >> skipped >> one.density) {
            pictures.push_back(one);
        }
    }
    return pictures;
}

struct WordBox {
    double left = 0;
    double top = 0;
};

// Of the first such word, in pt, as `pdftotext -bbox` tells of it.
std::optional<WordBox> word_box(const Workspace& folder, const std::string& pdf,
                                const std::string& word) {
    const std::string list = folder.path("words.html").string();
    REQUIRE(std::system(
                ("pdftotext -bbox '" + folder.path(pdf).string() + "' '" + list + "'").c_str()) ==
            0);
    std::istringstream lines(file_text(list));
    for (std::string line; std::getline(lines, line);) {
        WordBox box;
        if (line.find(">" + word + "<") != std::string::npos &&
            std::sscanf(line.c_str(), " <word xMin=\"%lf\" yMin=\"%lf\"", &box.left, &box.top) ==
                2) {
            return box;
        }
    }
    return std::nullopt;
}

int greatest_density(const std::vector<StoredPicture>& pictures) {
    int most = 0;
    for (const StoredPicture& one : pictures) {
        most = std::max(most, one.density);
    }
    return most;
}

// A picture of 1996 by 1456 pixels.
void write_png(const Workspace& folder) {
    folder.write("p.md", "---\ntheme: white\n---\n\n# Picture\n");
    REQUIRE(folder.run("export --png --scale 2 -o p p.md").status == 0);
    for (const auto& entry : std::filesystem::directory_iterator(folder.path("p"))) {
        std::filesystem::copy_file(entry.path(), folder.path("big.png"),
                                   std::filesystem::copy_options::overwrite_existing);
    }
}

std::string slide_with(const std::string& picture, int width) {
    return "\n\n§new\n\n<img src=\"" + picture + "\" alt=\"\" width=\"" + std::to_string(width) +
           "\">\n";
}

const std::string kHead = "---\ntitle: Pictures\nlang: en\ntheme: white\n---\n\n# A\n";

// Noise, which needs many bytes, or one grey, which needs few.
std::string jpeg_of(unsigned side, bool is_noise) {
    JpegWriter writer({side, side, 3, JCS_RGB});
    writer.begin();
    unsigned random = 1;
    for (unsigned y = 0; y < side; ++y) {
        std::vector<JSAMPLE> row(std::size_t{3} * side, 128);
        for (JSAMPLE& sample : row) {
            random = random * 1103515245U + 12345U;
            sample = is_noise ? static_cast<JSAMPLE>(random >> 16U) : sample;
        }
        writer.add_row(std::move(row));
    }
    return writer.finish();
}

}  // namespace

TEST_CASE("pictures in PDFs have 300 pixels an inch at most, or as many as --image-dpi says") {
    const Workspace folder;
    write_png(folder);
    folder.write("talk.md", kHead + slide_with("big.png", 240));
    for (const char* kind : {"--pdf", "--handout", "--presenter", "--contact-sheet"}) {
        CAPTURE(kind);
        const std::string run = "export -q -o out.pdf " + std::string(kind) + " talk.md";
        REQUIRE(folder.run(run).status == 0);
        CHECK(greatest_density(pictures_in(folder, "out.pdf")) == 300);
        REQUIRE(folder.run(run + " --image-dpi 150").status == 0);
        CHECK(greatest_density(pictures_in(folder, "out.pdf")) == 150);
        REQUIRE(folder.run(run + " --image-dpi 0").status == 0);
        const auto whole = pictures_in(folder, "out.pdf");
        REQUIRE(!whole.empty());
        CHECK(whole.front().width == 1996);
    }
    // One that has fewer stays as it is: 998 px are 10.4 in.
    folder.write("talk.md", kHead + slide_with("big.png", 900));
    REQUIRE(folder.run("export -q -o out.pdf talk.md").status == 0);
    CHECK(pictures_in(folder, "out.pdf").front().width == 1996);
}

TEST_CASE("a picture that was stored for a larger use serves the smaller ones") {
    const Workspace folder;
    write_png(folder);
    folder.write("talk.md", kHead + slide_with("big.png", 480) + slide_with("big.png", 96) +
                                slide_with("big.png", 240));
    REQUIRE(folder.run("export -q -o out.pdf talk.md").status == 0);
    std::set<int> objects;
    for (const StoredPicture& one : pictures_in(folder, "out.pdf")) {
        CHECK(one.width == 1500);
        objects.insert(one.object);
    }
    CHECK(objects.size() == 1);
}

TEST_CASE("a JPEG is encoded anew only where that makes it half as large") {
    const Workspace folder;
    const std::string noise = jpeg_of(800, true);
    folder.write("noise.jpg", noise);
    folder.write("talk.md", kHead + slide_with("noise.jpg", 96));
    REQUIRE(folder.run("export -q -o out.pdf talk.md").status == 0);
    const auto small = pictures_in(folder, "out.pdf");
    REQUIRE(small.size() == 1);
    CHECK(small.front().encoding == "jpeg");
    CHECK(small.front().width == 300);
    CHECK(std::filesystem::file_size(folder.path("out.pdf")) < noise.size() / 2);
    // 700 of 800 pixels a side would not save half.
    folder.write("talk.md", kHead + slide_with("noise.jpg", 224));
    REQUIRE(folder.run("export -q -o out.pdf talk.md").status == 0);
    CHECK(pictures_in(folder, "out.pdf").front().width == 800);
    CHECK(file_text(folder.path("out.pdf")).find(noise) != std::string::npos);
}

TEST_CASE("shadows of one size are in the PDF once, however many pages and places have them") {
    const Workspace folder;
    const std::string words =
        "\n\n§new\n\n<p style=\"text-shadow:0 2px 6px red\"><span>same</span> other "
        "<span>same</span></p>\n\n<p style=\"text-shadow:0 2px 6px red\">same</p>\n";
    folder.write("talk.md", kHead + words + words);
    REQUIRE(folder.run("export -q -o out.pdf talk.md").status == 0);
    std::set<int> objects;
    std::size_t uses = 0;
    for (const StoredPicture& one : pictures_in(folder, "out.pdf")) {
        uses += one.kind == "image" ? 1 : 0;
        objects.insert(one.object);
    }
    CHECK(uses >= 6);
    CHECK(objects.size() <= uses / 2);
    CHECK(std::system(
              ("qpdf --check '" + folder.path("out.pdf").string() + "' >/dev/null 2>&1").c_str()) ==
          0);
}

TEST_CASE("a background that repeats a picture is one pattern in a PDF") {
    const Workspace folder;
    write_png(folder);
    folder.write("talk.md", kHead +
                                "\n\n§new\n\n<div style=\"width:800px;height:300px;"
                                "background:url(big.png);background-size:40px 40px\"></div>\n");
    REQUIRE(folder.run("export -q -o out.pdf talk.md").status == 0);
    const std::string pdf = unpacked_pdf(folder.path("out.pdf"));
    if (pdf.empty()) {
        return;
    }
    CHECK(count_of(pdf, "/PatternType 1") == 1);
    CHECK(pdf.find("/XStep 40") != std::string::npos);
    CHECK(count_of(pdf, "/Subtype /Image") == 1);
}

TEST_CASE("an SVG's text is text in a PDF, where the drawing has it") {
    const Workspace folder;
    const std::string drawing =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"400\" height=\"100\">"
        "<text x=\"10\" y=\"40\">Hammer</text><text x=\"210\" y=\"80\">Hobel</text></svg>";
    folder.write("tools.svg", drawing);
    for (const std::string& shown :
         {drawing, std::string("<img src=\"tools.svg\" alt=\"tools\">")}) {
        folder.write("talk.md", kHead + "\n\n§new\n\n" + shown + "\n");
        REQUIRE(folder.run("export -q -o out.pdf talk.md").status == 0);
        const auto hammer = word_box(folder, "out.pdf", "Hammer");
        const auto plane = word_box(folder, "out.pdf", "Hobel");
        REQUIRE(hammer);
        REQUIRE(plane);
        // 200 px and 40 px, of 0.75 pt.
        CHECK(plane->left - hammer->left == Approx(150).margin(0.1));
        CHECK(plane->top - hammer->top == Approx(30).margin(0.1));
    }
}

namespace {

// A page as poppler draws it in grey, so many pixels to an inch.
struct GreyPage {
    int width = 0;
    int height = 0;
    std::string pixels;
    int at(int x, int y) const {
        return static_cast<unsigned char>(pixels[static_cast<std::size_t>(y * width + x)]);
    }
};

GreyPage drawn_page(const Workspace& folder, int resolution) {
    const std::string command = "pdftoppm -singlefile -gray -r " + std::to_string(resolution) +
                                " '" + folder.path("out.pdf").string() + "' '" +
                                folder.path("out").string() + "'";
    REQUIRE(std::system(command.c_str()) == 0);
    std::istringstream file(file_text(folder.path("out.pgm")));
    GreyPage page;
    std::string magic;
    int most = 0;
    file >> magic >> page.width >> page.height >> most;
    REQUIRE(magic == "P5");
    file.get();
    page.pixels.resize(static_cast<std::size_t>(page.width * page.height));
    file.read(page.pixels.data(), static_cast<std::streamsize>(page.pixels.size()));
    return page;
}

}  // namespace

TEST_CASE("a border on one side leaves no hair at the others") {
    const Workspace folder;
    folder.write("talk.md",
                 "---\ntitle: t\ntheme: white\n---\n\n"
                 "<div style=\"position: absolute; left: 100.3px; top: 100.3px; width: 300.7px;"
                 " height: 200.7px; border-left: 8px solid black\"></div>\n");
    REQUIRE(folder.run("export --pdf --offline --force --slides 2 -o out.pdf talk.md").status == 0);
    const GreyPage page = drawn_page(folder, 110);
    // Where there is ink: no further right than the border, which is there.
    int furthest = 0;
    for (int y = 0; y < page.height; ++y) {
        for (int x = 0; x < page.width; ++x) {
            furthest = page.at(x, y) < 255 ? std::max(furthest, x) : furthest;
        }
    }
    const double scale = 110.0 / 96;
    CHECK(furthest > 100 * scale);
    CHECK(furthest < 150 * scale);
}

TEST_CASE("no line of what is behind shows between the tiles of a background") {
    const Workspace folder;
    folder.write("tile.svg",
                 "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\">"
                 "<rect width=\"100\" height=\"100\"/></svg>");
    folder.write("talk.md",
                 "---\ntitle: t\ntheme: white\n---\n\n"
                 "<div style=\"position: absolute; left: 49px; top: 23px; width: 850px;"
                 " height: 620px; background: url(tile.svg)\"></div>\n");
    REQUIRE(folder.run("export --pdf --offline --force --slides 2 -o out.pdf talk.md").status == 0);
    for (const int resolution : {60, 72, 96, 110, 120, 144, 300}) {
        INFO(resolution);
        const GreyPage page = drawn_page(folder, resolution);
        const auto px = [&](double length) { return static_cast<int>(length * resolution / 96); };
        int lightest = 0;
        for (int y = px(80); y < px(600); ++y) {
            for (int x = px(120); x < px(850); ++x) {
                lightest = std::max(lightest, page.at(x, y));
            }
        }
        CHECK(lightest == 0);
    }
}
