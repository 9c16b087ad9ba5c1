#include <catch2/catch.hpp>

#include "media/formats/decode.h"
#include "media/video/still.h"
#include "support/error.h"

using namespace ghreveal;
using namespace std::string_literals;

namespace {

// 2 x 2 px of one frame at (1, 0) of 1 x 2 px: blue, then the transparent colour.
const std::string kSmallGif =
    "GIF89a\x02\x00\x02\x00\x80\x00\x00"  // size; two colours
    "\x00\x00\xff\x00\xff\x00"            // blue, green
    "\x21\xf9\x04\x01\x00\x00\x01\x00"    // colour 1 is transparent
    "\x2c\x01\x00\x00\x00\x01\x00\x02\x00\x00"
    "\x02\x02\x44\x0a\x00"  // LZW: clear, 0, 1, end
    "\x3b"s;

}  // namespace

TEST_CASE("of a GIF the first frame is shown at its place, transparent around it") {
    const media::Pixels pixels = media::decode_gif(kSmallGif);
    CHECK(pixels.width == 2);
    CHECK(pixels.height == 2);
    CHECK_FALSE(pixels.opaque);
    const std::vector<std::uint8_t> none{0, 0, 0, 0};
    const std::vector<std::uint8_t> blue{255, 0, 0, 255};
    const auto pixel = [&](std::size_t index) {
        const auto at = pixels.bytes.begin() + static_cast<std::ptrdiff_t>(index * 4);
        return std::vector<std::uint8_t>(at, at + 4);
    };
    CHECK(pixel(0) == none);
    CHECK(pixel(1) == blue);
    CHECK(pixel(2) == none);
    CHECK(pixel(3) == none);
}

TEST_CASE("a GIF that is cut short or whose frame is larger than its canvas is an error") {
    CHECK_THROWS_AS(media::decode_gif(kSmallGif.substr(0, 37)), Error);
    CHECK_THROWS_AS(media::decode_gif(kSmallGif.substr(0, 12)), Error);
    std::string outside = kSmallGif;
    outside[28] = '\x02';  // left edge
    CHECK_THROWS_AS(media::decode_gif(outside), Error);
}

TEST_CASE("players of YouTube have a still, other frames none") {
    const std::string still = "https://img.youtube.com/vi/L2nBaOj4qRg/hqdefault.jpg";
    for (const char* address :
         {"https://www.youtube.com/embed/L2nBaOj4qRg", "//youtube.com/embed/L2nBaOj4qRg?start=3",
          "https://www.youtube-nocookie.com/embed/L2nBaOj4qRg", "https://youtu.be/L2nBaOj4qRg",
          "https://m.youtube.com/watch?v=L2nBaOj4qRg&t=1"}) {
        INFO(address);
        CHECK(media::video_still(address) == still);
    }
    for (const char* address :
         {"https://www.youtube.com/", "https://www.youtube.com/embed/videoseries?list=x",
          "https://player.vimeo.com/video/1", "https://evil.org/youtube.com/embed/x", "x.html",
          ""}) {
        INFO(address);
        CHECK_FALSE(media::video_still(address));
    }
}
