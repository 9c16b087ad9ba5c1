// What a picture is, is found once and used by every output: PDF (drawn by another program), PNG
// and SVG show the same of every format and kind.
#include "picture_kinds.h"

#include <cairo.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "../build_paths.h"
#include "media/formats/svg.h"
#include "picture.h"
#include "support/handle.h"

using namespace ghreveal;
using namespace ghreveal::testing;

namespace {

namespace fs = std::filesystem;

// The page is 998 x 728 px, a slide on it 960 x 700 at (19, 14): the picture covers the slide.
constexpr int kPageWidth = 998;
constexpr int kPageHeight = 728;

Rgb color_at(const Picture& page, std::size_t quadrant) {
    const int x = kPageWidth / 4 + static_cast<int>(quadrant % 2) * kPageWidth / 2;
    const int y = kPageHeight / 4 + static_cast<int>(quadrant / 2) * kPageHeight / 2;
    const std::uint32_t pixel = page.at(x, y);
    return {static_cast<std::uint8_t>(pixel >> 16U), static_cast<std::uint8_t>(pixel >> 8U),
            static_cast<std::uint8_t>(pixel)};
}

// JPEG and two roundings on the way may cost some steps of 255.
void check_quadrants(const Picture& page) {
    constexpr int kTolerance = 6;
    for (std::size_t i = 0; i < kQuadrants.size(); ++i) {
        const Rgb found = color_at(page, i);
        INFO("quadrant " << i << ": " << int{found.red} << " " << int{found.green} << " "
                         << int{found.blue});
        CHECK(std::abs(found.red - kQuadrants[i].red) <= kTolerance);
        CHECK(std::abs(found.green - kQuadrants[i].green) <= kTolerance);
        CHECK(std::abs(found.blue - kQuadrants[i].blue) <= kTolerance);
    }
}

Picture drawn_svg(const fs::path& file) {
    const auto svg = media::read_svg(text_of(file), {});
    const Handle<cairo_surface_t, cairo_surface_destroy> surface{
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, kPageWidth, kPageHeight)};
    const Handle<cairo_t, cairo_destroy> context{cairo_create(surface.get())};
    svg->draw(context.get(), {0, 0, kPageWidth, kPageHeight});
    cairo_surface_flush(surface.get());
    Picture picture{kPageWidth, kPageHeight, {}};
    const unsigned char* data = cairo_image_surface_get_data(surface.get());
    for (int y = 0; y < kPageHeight; ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(
            data + static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(surface.get()));
        picture.pixels.insert(picture.pixels.end(), row, row + kPageWidth);
    }
    return picture;
}

fs::path only_file(const fs::path& folder, const std::string& suffix, std::size_t page) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == suffix) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files.at(page);
}

}  // namespace

TEST_CASE("a picture of any format and kind looks the same in PDF, PNG and SVG") {
    const fs::path folder = fs::temp_directory_path() / "ghreveal-picture-kinds";
    fs::remove_all(folder);
    fs::create_directories(folder);
    const std::vector<PictureOfKind> pictures = pictures_of_all_kinds();
    std::string deck = "---\ntitle: T\n---\n";
    for (const PictureOfKind& picture : pictures) {
        (std::ofstream(folder / picture.name, std::ios::binary) << picture.bytes);
        deck += std::string(deck.ends_with("---\n") ? "\n" : "\n§new\n\n") + "<img src=\"" +
                picture.name +
                "\" style=\"position:absolute;left:0;top:0;width:960px;height:700px;"
                "max-width:none;max-height:none;margin:0;border:0\">\n";
    }
    (std::ofstream(folder / "deck.md") << deck);
    const std::string in_folder = "cd '" + folder.string() + "' && ";
    REQUIRE(std::system((in_folder + "'" + program().string() +
                         "' export --strict --pdf --png --svg -q "
                         "--overflow clip -o out/ deck.md && "
                         "pdftoppm -png -scale-to-x 998 -scale-to-y 728 out/deck.pdf "
                         "out/page")
                            .c_str()) == 0);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        INFO(pictures[i].name);
        const std::size_t page = i + 1;  // after the title slide
        {
            INFO("PNG");
            check_quadrants(read_png(only_file(folder / "out/deck-png", ".png", page)));
        }
        {
            INFO("PDF");
            check_quadrants(read_png(only_file(folder / "out", ".png", page)));
        }
        INFO("SVG");
        check_quadrants(drawn_svg(only_file(folder / "out/deck-svg", ".svg", page)));
    }
    fs::remove_all(folder);
}
