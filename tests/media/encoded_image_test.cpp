#include "media/formats/encoded_image.h"

#include <png.h>

#include <catch2/catch.hpp>

#include "../support/jpeg_writer.h"
#include "media/formats/facts/exif.h"
#include "support/error.h"

using namespace ghreveal;
using Catch::Matchers::Contains;

namespace {

std::string png_of(std::uint32_t width, std::uint32_t height) {
    const std::vector<std::uint8_t> pixels(std::size_t{width} * height * 3, 90);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = width;
    image.height = height;
    image.format = PNG_FORMAT_RGB;
    png_alloc_size_t size = 0;
    png_image_write_to_memory(&image, nullptr, &size, 0, pixels.data(), 0, nullptr);
    std::string bytes(size, '\0');
    png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.data(), 0, nullptr);
    return bytes;
}

// Of a pattern that takes some bytes; in one scan, or progressively in several.
std::string jpeg_of(unsigned width, unsigned height, bool is_progressive = false) {
    JpegWriter writer({width, height});
    if (is_progressive) {
        jpeg_simple_progression(&writer.encoder());
    }
    writer.begin();
    for (unsigned y = 0; y < height; ++y) {
        std::vector<JSAMPLE> row(std::size_t{width} * 3);
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i] = static_cast<JSAMPLE>(i * 37 + y * 91);
        }
        writer.add_row(std::move(row));
    }
    return writer.finish();
}

std::shared_ptr<media::EncodedImage> image_of(std::string bytes, const Limits& limits = {}) {
    return std::make_shared<media::EncodedImage>(
        std::move(bytes), limits, std::make_shared<media::PixelCache>(limits.decoded_pixels));
}

std::string problem_of(std::string bytes, const Limits& limits = {}) {
    try {
        image_of(std::move(bytes), limits);
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("a JPEG is decoded to as few pixels as the output needs") {
    const auto image = image_of(jpeg_of(640, 320));
    CHECK(image->pixels({})->width == 640);
    CHECK(image->pixels({600, 300})->width == 640);
    CHECK(image->pixels({320, 160})->width == 320);
    CHECK(image->pixels({100, 160})->width == 320);
    CHECK(image->pixels({3, 2})->width == 80);
}

TEST_CASE("a picture with a side that Cairo cannot count is made smaller while it is decoded") {
    const auto image = image_of(png_of(40'000, 2));
    CHECK(image->intrinsic_size() == Size{40'000, 2});
    CHECK(image->pixels({})->width == 20'000);
    CHECK(image->pixels({})->bytes[0] == 90);
    CHECK(image_of(png_of(2, 70'000))->pixels({})->height == 17'500);
}

TEST_CASE("a picture with more pixels than are kept decoded is made smaller") {
    Limits limits;
    limits.decoded_pixels = 5'000;
    CHECK(image_of(png_of(100, 100), limits)->pixels({})->width == 50);
    CHECK(image_of(jpeg_of(128, 128), limits)->pixels({})->width == 64);
}

TEST_CASE("a JPEG whose colours every viewer understands goes into a PDF byte for byte") {
    const std::string bytes = jpeg_of(16, 16);
    CHECK(*image_of(bytes)->jpeg() == bytes);
    CHECK(*image_of(jpeg_of(16, 16, true))->jpeg() == jpeg_of(16, 16, true));
    CHECK(image_of(png_of(3, 3))->jpeg() == nullptr);
}

TEST_CASE("a JPEG may have so many scans") {
    Limits limits;
    limits.jpeg_scans = 4;
    CHECK(problem_of(jpeg_of(64, 64), limits).empty());
    CHECK_THAT(problem_of(jpeg_of(64, 64, true), limits), Contains("more than 4 scans"));
}

TEST_CASE("damage anywhere in a picture is found when it is loaded") {
    std::string jpeg = jpeg_of(64, 64);
    jpeg.erase(jpeg.size() / 2, jpeg.size() / 2 - 2);  // its end marker is there
    CHECK_FALSE(problem_of(jpeg).empty());
    std::string png = png_of(64, 64);
    png[png.size() / 2] = static_cast<char>(png[png.size() / 2] ^ 0x55);
    CHECK_FALSE(problem_of(png).empty());
    CHECK_FALSE(problem_of("GIF89a\x08").empty());
    CHECK(problem_of(jpeg_of(64, 64)).empty());
}

TEST_CASE("bytes too many before a JPEG's marker are no damage") {
    std::string jpeg = jpeg_of(16, 16);
    jpeg.insert(jpeg.size() - 2, "\x01\x02\x03");
    CHECK(problem_of(jpeg).empty());
}

TEST_CASE("EXIF's resolution makes pixels denser only where it agrees with its own pixel size") {
    media::PictureFacts facts;
    facts.stored = {200, 100};
    // Big-endian: resolution 144 in inches, and dimensions of 100 x 50 in the EXIF directory.
    const auto block = [](char width) {
        using namespace std::string_literals;
        return "MM\0\x2a\0\0\0\x08"
               "\0\x04"
               "\x01\x1a\0\x05\0\0\0\x01\0\0\0\x5c"
               "\x01\x1b\0\x05\0\0\0\x01\0\0\0\x5c"
               "\x01\x28\0\x03\0\0\0\x01\0\x02\0\0"
               "\x87\x69\0\x04\0\0\0\x01\0\0\0\x3e"
               "\0\0\0\0"s +
               "\0\x02"
               "\xa0\x02\0\x04\0\0\0\x01\0\0\0"s +
               width +
               "\xa0\x03\0\x04\0\0\0\x01\0\0\0\x32"
               "\0\0\0\0"
               "\0\0\0\x90\0\0\0\x01"s;
    };
    media::take_exif(block(100), facts);
    CHECK(facts.density_corrected == Size{100, 50});
    facts.density_corrected = {};
    media::take_exif(block(99), facts);
    CHECK(facts.density_corrected == Size{});
}
