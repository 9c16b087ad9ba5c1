// Sizes of films, from files that are written here by the containers' specifications.
#include <catch2/catch.hpp>

#include "../support/temporary_folder.h"
#include "media/video/size.h"

using namespace ghreveal;

namespace {

std::string number(std::uint64_t value, int bytes) {
    std::string out;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        out += static_cast<char>(value >> shift & 0xff);
    }
    return out;
}

std::string box(const std::string& name, const std::string& content) {
    return number(content.size() + 8, 4) + name + content;
}

// ISO/IEC 14496-12 §8.3.2.2, version 0: times, matrix, width and height in 16.16.
std::string track_header(unsigned width, unsigned height, bool is_turned = false) {
    const std::string one = number(0x10000, 4);
    const std::string zero = number(0, 4);
    const std::string matrix =
        is_turned ? zero + one + zero + number(0xffff0000, 4) + zero + zero + zero + zero +
                        number(0x40000000, 4)
                  : one + zero + zero + zero + one + zero + zero + zero + number(0x40000000, 4);
    return box("tkhd", number(0, 4) + std::string(20, '\0') + std::string(16, '\0') + matrix +
                           number(std::uint64_t{width} << 16, 4) +
                           number(std::uint64_t{height} << 16, 4));
}

std::string mp4(const std::string& tracks) {
    return box("ftyp", "isom" + number(0, 4)) + box("mdat", std::string(100, 'x')) +
           box("moov", box("mvhd", std::string(100, '\0')) + tracks);
}

// EBML (RFC 8794 §4): the size of an element in one byte.
std::string element(std::uint64_t id, int id_bytes, const std::string& content) {
    return number(id, id_bytes) + number(0x80 | content.size(), 1) + content;
}

std::optional<Size> size_of(const std::string& bytes) {
    const TemporaryFolder folder;
    folder.put("film", bytes);
    return media::video_size(folder.path() / "film");
}

}  // namespace

TEST_CASE("a film's size is that of its first track that has one") {
    const std::string sound = box("trak", track_header(0, 0));
    CHECK(size_of(mp4(sound + box("trak", track_header(640, 360)))) == Size{640, 360});
}

TEST_CASE("a film that is turned has its sides swapped") {
    CHECK(size_of(mp4(box("trak", track_header(640, 360, true)))) == Size{360, 640});
}

TEST_CASE("a WebM film's size is the one it is shown at") {
    const auto webm = [](const std::string& video) {
        return element(0x1A45DFA3, 4, element(0x4282, 2, "webm")) + number(0x18538067, 4) +
               number(0x01ffffffffffffff, 8) +
               element(0x1654AE6B, 4, element(0xAE, 1, element(0xE0, 1, video)));
    };
    const std::string stored = element(0xB0, 1, number(720, 2)) + element(0xBA, 1, number(576, 2));
    CHECK(size_of(webm(stored)) == Size{720, 576});
    CHECK(size_of(webm(stored + element(0x54B0, 2, number(1024, 2)) +
                       element(0x54BA, 2, number(576, 2)))) == Size{1024, 576});
}

TEST_CASE("what is no film, or a broken one, has no size") {
    CHECK(size_of("") == std::nullopt);
    CHECK(size_of("a text that is no film at all") == std::nullopt);
    const std::string whole = mp4(box("trak", track_header(640, 360)));
    CHECK(size_of(whole.substr(0, whole.size() - 6)) == std::nullopt);
    CHECK(media::video_size("/nowhere/at/all") == std::nullopt);
}
