#include "export/pictures/png.h"

#include <png.h>

#include <catch2/catch.hpp>

using namespace ghreveal;

namespace {

struct Decoded {
    unsigned width = 0;
    unsigned height = 0;
    std::vector<std::uint8_t> rgb;
};

Decoded decoded(const std::string& file) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    REQUIRE(png_image_begin_read_from_memory(&image, file.data(), file.size()) != 0);
    image.format = PNG_FORMAT_RGB;
    Decoded result{image.width, image.height, std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
    REQUIRE(png_image_finish_read(&image, nullptr, result.rgb.data(), 0, nullptr) != 0);
    return result;
}

}  // namespace

TEST_CASE("A PNG has the page's pixels exactly, white where nothing is drawn") {
    draw::Canvas canvas(draw::Output::kRaster);
    const Decoded picture = decoded(exporter::page_as_png(
        {paint::FillRect{{{1, 0, 1, 1}, {}, {}, {}, {}}, {10, 20, 30, 1}}}, {2, 2}, 1, canvas));
    CHECK(picture.width == 2);
    CHECK(picture.height == 2);
    CHECK(picture.rgb ==
          std::vector<std::uint8_t>{255, 255, 255, 10, 20, 30, 255, 255, 255, 255, 255, 255});
}

TEST_CASE("A PNG's scale is in pixels a px") {
    draw::Canvas canvas(draw::Output::kRaster);
    const Decoded picture = decoded(exporter::page_as_png({}, {100, 50}, 1.5, canvas));
    CHECK(picture.width == 150);
    CHECK(picture.height == 75);
}
