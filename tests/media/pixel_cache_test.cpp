#include "media/formats/pixel_cache.h"

#include <catch2/catch.hpp>

#include "media/formats/encoded_image.h"
#include "media/formats/pixels.h"

using namespace ghreveal;

namespace {

media::Pixels square(int side) {
    return media::blank_pixels(side, side);
}

}  // namespace

TEST_CASE("pixels used longest ago are forgotten when there is no more room") {
    media::PixelCache cache(250);
    const auto get = [&](const std::string& id) {
        return cache.get(id, 100, [] { return square(10); });
    };
    const auto first = get("a");
    get("b");
    CHECK(get("a") == first);  // used again: now `b` is the oldest
    get("c");
    CHECK(cache.kept_pixels() == 200);
    CHECK(cache.decoded() == 3);
    CHECK(get("a") == first);
    get("b");
    CHECK(cache.decoded() == 4);
}

TEST_CASE("pixels that are in use outlive the cache's memory of them") {
    media::PixelCache cache(50);
    const auto pixels = cache.get("a", 100, [] { return square(10); });
    CHECK(cache.kept_pixels() == 0);
    CHECK(pixels->bytes.size() == 400);
}

TEST_CASE("rows are collected as means of squares, also at ragged edges") {
    media::Pixels straight = media::blank_pixels(3, 3);
    for (std::size_t i = 0; i < 9; ++i) {
        straight.bytes[4 * i] = static_cast<std::uint8_t>(10 * i);  // blue
        straight.bytes[4 * i + 3] = 255;
    }
    const media::Pixels half = media::collected(std::move(straight), 2);
    CHECK(half.width == 2);
    CHECK(half.height == 2);
    CHECK(half.opaque);
    CHECK(half.bytes[0] == 20);   // of 0, 10, 30, 40
    CHECK(half.bytes[4] == 35);   // of 20, 50
    CHECK(half.bytes[8] == 65);   // of 60, 70
    CHECK(half.bytes[12] == 80);  // of 80
}
