#include <png.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "media/address.h"
#include "media/formats/decode.h"
#include "media/loader.h"

using namespace ghreveal;
namespace fs = std::filesystem;

namespace {

// A PNG of 3 x 2 px in one colour, RGBA.
std::string small_png(std::uint8_t red, std::uint8_t alpha) {
    std::vector<std::uint8_t> pixels;
    for (int i = 0; i < 6; ++i) {
        pixels.insert(pixels.end(), {red, 0, 0, alpha});
    }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = 3;
    image.height = 2;
    image.format = PNG_FORMAT_RGBA;
    png_alloc_size_t size = 0;
    png_image_write_to_memory(&image, nullptr, &size, 0, pixels.data(), 0, nullptr);
    std::string bytes(size, '\0');
    png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.data(), 0, nullptr);
    return bytes;
}

class Site {
public:
    Site() : folder_(fs::temp_directory_path() / "ghreveal-media-test") {
        fs::create_directories(folder_ / "site" / "talks");
    }
    ~Site() { fs::remove_all(folder_); }
    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
    }
    media::Site site() const { return {folder_ / "site", folder_ / "site" / "talks", {}}; }
    fs::path path(const std::string& name) const { return folder_ / name; }

private:
    fs::path folder_;
};

}  // namespace

TEST_CASE("addresses are the deck's folder's, or the site's with a slash, and stay inside") {
    const Site files;
    files.write("site/a b.png", "x");
    files.write("outside.png", "x");
    CHECK(media::resolve_file(files.site(), "p.png") == files.path("site/talks/p.png"));
    CHECK(media::resolve_file(files.site(), "/a%20b.png") == files.path("site/a b.png"));
    CHECK(media::resolve_file(files.site(), "../a b.png?v=2#x") == files.path("site/a b.png"));
    CHECK_FALSE(media::resolve_file(files.site(), "../../outside.png"));
    CHECK_FALSE(media::resolve_file(files.site(), "https://x.org/p.png"));
    CHECK_FALSE(media::resolve_file(files.site(), "//x.org/p.png"));
    CHECK_FALSE(media::resolve_file(files.site(), "data:image/png;base64,xx"));
    CHECK_FALSE(media::resolve_file(files.site(), ""));
}

TEST_CASE("a symbolic link out of the site is not followed") {
    const Site files;
    files.write("outside.png", "x");
    fs::create_symlink(files.path("outside.png"), files.path("site/link.png"));
    CHECK_FALSE(media::resolve_file(files.site(), "/link.png"));
}

TEST_CASE("a picture is loaded once, its size known from its header") {
    const Site files;
    files.write("site/talks/p.png", small_png(200, 255));
    Diagnostics diagnostics;
    media::ImageLoader loader(files.site(), {}, diagnostics);
    const auto image = loader.load("p.png", {});
    REQUIRE(image);
    CHECK(image->format() == media::Format::kPng);
    CHECK(image->intrinsic_size() == Size{3, 2});
    CHECK(loader.load("p.png", {}) == image);
    CHECK(image->pixels()->opaque);
    CHECK(image->pixels()->bytes[2] == 200);  // BGRA
}

TEST_CASE("pixels are premultiplied") {
    const Site files;
    files.write("site/talks/p.png", small_png(200, 128));
    Diagnostics diagnostics;
    media::ImageLoader loader(files.site(), {}, diagnostics);
    const auto image = loader.load("p.png", {});
    CHECK_FALSE(image->pixels()->opaque);
    CHECK(image->pixels()->bytes[2] == 100);
    CHECK(image->pixels()->bytes[3] == 128);
}

TEST_CASE("a missing picture is reported once, with its place") {
    const Site files;
    Diagnostics diagnostics;
    media::ImageLoader loader(files.site(), {}, diagnostics);
    CHECK_FALSE(loader.load("none.png", {"deck.md", 3}));
    CHECK_FALSE(loader.load("none.png", {"deck.md", 9}));
    REQUIRE(diagnostics.warnings().size() == 1);
    CHECK(diagnostics.warnings()[0].where.line == 3);
    CHECK(diagnostics.warnings()[0].what ==
          "cannot show the picture 'none.png': there is no such file");
}

TEST_CASE(
    "a broken picture, a remote one and one outside the site are reported, each its own way") {
    const Site files;
    files.write("site/talks/bad.png", "not a picture");
    Diagnostics diagnostics;
    media::ImageLoader loader(files.site(), {.offline = true, .cache_folder = "", .limits = {}},
                              diagnostics);
    CHECK_FALSE(loader.load("bad.png", {}));
    CHECK_FALSE(loader.load("https://example.org/p.png", {}));
    CHECK_FALSE(loader.load("../../p.png", {}));
    CHECK_FALSE(loader.load("ftp://example.org/p.png", {}));
    REQUIRE(diagnostics.warnings().size() == 4);
    CHECK(diagnostics.warnings()[0].what.find("not a picture") != std::string::npos);
    CHECK(diagnostics.warnings()[1].what.find("not in the cache") != std::string::npos);
    CHECK(diagnostics.warnings()[2].what.find("outside") != std::string::npos);
    CHECK(diagnostics.warnings()[3].what.find("not fetched") != std::string::npos);
}

TEST_CASE("a folder that is allowed widens what may be read") {
    const Site files;
    files.write("outside.png", small_png(1, 255));
    Diagnostics diagnostics;
    media::Site site = files.site();
    site.allowed.push_back(files.path(""));
    media::ImageLoader loader(site, {}, diagnostics);
    CHECK(loader.load("../../outside.png", {}));
    CHECK(diagnostics.empty());
}

TEST_CASE("a picture that a sheet names is reported at the sheet's line") {
    const Site files;
    Diagnostics diagnostics;
    media::ImageLoader loader(files.site(), {}, diagnostics);
    loader.fetch_ahead({{"none.png", {"mine.css", 7}}});
    CHECK_FALSE(loader.load("none.png", {}));
    REQUIRE(diagnostics.warnings().size() == 1);
    CHECK(diagnostics.warnings()[0].where == SourcePosition{"mine.css", 7});
}

TEST_CASE("a file that is cut short is told before it is drawn") {
    const Site files;
    const std::string whole = small_png(1, 255);
    files.write("site/talks/cut.png", whole.substr(0, whole.size() - 12));
    files.write("site/talks/cut.jpg", "\xff\xd8\xff\xe0 and no end");
    Diagnostics diagnostics;
    media::ImageLoader loader(files.site(), {}, diagnostics);
    CHECK_FALSE(loader.load("cut.png", {}));
    CHECK_FALSE(loader.load("cut.jpg", {}));
    REQUIRE(diagnostics.warnings().size() == 2);
    CHECK(diagnostics.warnings()[0].what.find("cut short") != std::string::npos);
}

TEST_CASE("a picture cut short is an error when it is decoded") {
    const std::string bytes = small_png(1, 255);
    CHECK_THROWS_AS(media::decode_png(bytes.substr(0, 40)), Error);
    CHECK_THROWS_AS(media::decode_jpeg("\xff\xd8\xff\xe0garbage", {}), Error);
}

TEST_CASE("a picture with more pixels than the limit is refused before it is decoded") {
    Limits limits;
    limits.image_pixels = 5;
    CHECK_THROWS_AS(media::picture_facts(media::Format::kPng, small_png(1, 255), limits), Error);
}

TEST_CASE("addresses are read as browsers do: blanks, line breaks, backslashes, schemes") {
    CHECK(media::cleaned_address(" a.png ") == "a.png");
    CHECK(media::cleaned_address("\n  a b.png\n") == "a b.png");
    CHECK(media::cleaned_address("img\\a\nb.png") == "img/ab.png");
    CHECK(media::cleaned_address("HTTPS:\\\\x.org\\a.png?q=\\") == "https://x.org/a.png?q=\\");
    CHECK(media::cleaned_address("DATA:text/plain,a\\b") == "data:text/plain,a\\b");
}

TEST_CASE("a data: address holds its picture") {
    const Site files;
    Diagnostics diagnostics;
    media::ImageLoader loader(files.site(), {}, diagnostics);
    const auto svg = loader.load("data:image/svg+xml,%3Csvg width='4' height='2'/%3E", {});
    REQUIRE(svg);
    CHECK(svg->format() == media::Format::kSvg);
    CHECK(svg->intrinsic_size() == Size{4, 2});
    const auto gif_like =
        loader.load("data:image/svg+xml;base64,PHN2ZyB2aWV3Qm94PSIwIDAgNCAyIi8+", {});
    REQUIRE(gif_like);
    CHECK(gif_like->intrinsic_ratio() == 2);
}

TEST_CASE("an SVG's size is in px whatever its unit, and its ratio may come from the viewBox") {
    CHECK(media::svg_size("<svg width=\"1in\" height=\"48pt\">").size == Size{96, 64});
    const auto only_box = media::svg_size("<?xml version='1.0'?><svg viewBox='0,0 300 100'>");
    CHECK(only_box.size == Size{});
    CHECK(only_box.ratio == 3);
    CHECK(media::svg_size("<svg width=\"100%\">").size == Size{});
    CHECK(media::svg_size("<svg width=\"nan\" height=\"inf\">").size == Size{});
}

TEST_CASE("formats are told by their first bytes") {
    CHECK(media::sniff_format(small_png(1, 1)) == media::Format::kPng);
    CHECK(media::sniff_format("\xff\xd8\xff\xe0") == media::Format::kJpeg);
    CHECK(media::sniff_format("GIF89a") == media::Format::kGif);
    CHECK(media::sniff_format("<!-- c --><svg/>") == media::Format::kSvg);
    CHECK_FALSE(media::sniff_format("hello"));
    CHECK_FALSE(media::sniff_format("RIFF12"));
    CHECK_FALSE(media::sniff_format("RIFF1234WEB"));
}

TEST_CASE("the same bytes have the same id") {
    const Site files;
    files.write("site/talks/a.png", small_png(1, 255));
    files.write("site/talks/b.png", small_png(1, 255));
    files.write("site/talks/c.png", small_png(2, 255));
    Diagnostics diagnostics;
    media::ImageLoader loader(files.site(), {}, diagnostics);
    CHECK(loader.load("a.png", {})->unique_id() == loader.load("b.png", {})->unique_id());
    CHECK(loader.load("a.png", {})->unique_id() != loader.load("c.png", {})->unique_id());
}
