#include <array>
#include <catch2/catch.hpp>

#include "../support/temporary_folder.h"
#include "support/file.h"
#include "text/shape.h"

using namespace ghreveal;

namespace {

std::string big_endian(std::size_t value, int bytes) {
    std::string text;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        text += static_cast<char>(value >> shift & 0xFF);
    }
    return text;
}

std::size_t number_at(const std::string& bytes, std::size_t at, std::size_t size) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
        value = value << 8 | static_cast<unsigned char>(bytes.at(at + i));
    }
    return value;
}

// The font as WOFF 1.0 §3, its tables stored as they are.
std::string as_woff(const std::string& font) {
    const std::size_t count = number_at(font, 4, 2);
    std::string directory;
    std::string tables;
    const std::size_t start = 44 + 20 * count;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = 12 + 16 * i;
        const std::size_t length = number_at(font, entry + 12, 4);
        directory += font.substr(entry, 4) + big_endian(start + tables.size(), 4) +
                     big_endian(length, 4) + big_endian(length, 4) + font.substr(entry + 4, 4);
        tables += font.substr(number_at(font, entry + 8, 4), length);
        tables.resize((tables.size() + 3) / 4 * 4);
    }
    return "wOFF" + font.substr(0, 4) + big_endian(start + tables.size(), 4) +
           big_endian(count, 2) + big_endian(0, 2) + big_endian(font.size(), 4) +
           std::string(24, '\0') + directory + tables;
}

}  // namespace

TEST_CASE("a WOFF file measures and shapes as the font it holds") {
    const TemporaryFolder folder;
    const auto plain = data_directory() / "fonts" / "league-gothic" / "LeagueGothic-Regular.ttf";
    const auto packed = folder.put("packed.woff", as_woff(read_file(plain, 1u << 20)));
    Diagnostics diagnostics;
    text::FontBook fonts;
    fonts.add_face({"Plain", 400, text::Slant::kUpright, plain, 0});
    fonts.add_face({"Packed", 400, text::Slant::kUpright, packed, 0});
    text::Shaper shaper(fonts, diagnostics);
    const auto spec = [](const char* family) {
        return text::FontSpec{std::make_shared<const std::vector<std::string>>(1, family), 40};
    };
    CHECK(fonts.metrics(spec("Packed")).ascent == fonts.metrics(spec("Plain")).ascent);
    const auto& runs = shaper.shape("AVALANCHE", spec("Packed"), {});
    REQUIRE(runs.size() == 1);
    CHECK(runs[0]->font.face->path() == packed);
    CHECK(runs[0]->width == Approx(shaper.shape("AVALANCHE", spec("Plain"), {})[0]->width));
}

TEST_CASE("a file that is no font cannot be opened, whatever its name") {
    const TemporaryFolder folder;
    text::FontBook fonts;
    const auto face = [&](const std::filesystem::path& file) {
        return text::FaceDescriptor{"X", 400, text::Slant::kUpright, file, 0};
    };
    CHECK_FALSE(fonts.can_open(face(folder.put("a.woff2", "<!DOCTYPE html>"))));
    CHECK_FALSE(fonts.can_open(face(folder.put("b.ttf", ""))));
    CHECK_FALSE(fonts.can_open(face(folder / "gone.ttf")));
}
