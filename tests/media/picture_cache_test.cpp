#include "media/remote/picture_cache.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>

#include "../support/temporary_folder.h"

using namespace ghreveal;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

fs::path only_file(const fs::path& folder) {
    return fs::directory_iterator(folder)->path();
}

std::string bytes_of(const media::PictureCache& cache, const std::string& address) {
    const auto found = cache.find(address);
    return found ? found->bytes : "none";
}

}  // namespace

TEST_CASE("the cache gives back what was kept, whatever bytes are in it") {
    const TemporaryFolder folder;
    const media::PictureCache cache(folder / "deep/er", 1000);
    CHECK_FALSE(cache.find("http://a/"));
    const std::string bytes("a\nb\0c\r\n", 7);
    cache.keep("http://a/", {bytes, "\"tag\"", "Monday"});
    const auto found = cache.find("http://a/");
    REQUIRE(found);
    CHECK(found->bytes == bytes);
    CHECK(found->etag == "\"tag\"");
    CHECK(found->last_modified == "Monday");
    CHECK_FALSE(cache.find("http://b/"));
}

TEST_CASE("a file of another address, a cut one and a foreign one count as nothing") {
    const TemporaryFolder folder;
    const media::PictureCache cache(folder.path(), 1000);
    cache.keep("http://a/", {"bytes", "", ""});
    const fs::path file = only_file(folder.path());
    for (const char* text :
         {"", "ghreveal picture 1\nhttp://a/", "ghreveal picture 1\nhttp://b/\n\n\nx",
          "another thing\nhttp://a/\n\n\nx"}) {
        std::ofstream(file) << text;
        CHECK_FALSE(cache.find("http://a/"));
    }
}

TEST_CASE("a header that would break the file's lines is not kept") {
    const TemporaryFolder folder;
    const media::PictureCache cache(folder.path(), 1000);
    cache.keep("http://a/", {"bytes", "tag\nhttp://b/", ""});
    CHECK(folder.file_count() == 0);
}

TEST_CASE("what was not used for longest goes first when the cache is full") {
    const TemporaryFolder folder;
    const media::PictureCache cache(folder.path(), 300);
    const std::string bytes(70, 'x');
    const auto now = fs::file_time_type::clock::now();
    for (int i = 0; i < 3; ++i) {
        cache.keep("http://a/" + std::to_string(i), {bytes, "", ""});
    }
    for (const auto& entry : fs::directory_iterator(folder.path())) {
        fs::last_write_time(entry, now - 1h);
    }
    cache.touch("http://a/1");
    cache.trim();
    CHECK(folder.file_count() == 2);
    CHECK(bytes_of(cache, "http://a/1") == bytes);
}

TEST_CASE("no folder for the cache: nothing is kept, nothing fails") {
    const media::PictureCache cache("", 1000);
    cache.keep("http://a/", {"bytes", "", ""});
    cache.touch("http://a/");
    cache.trim();
    CHECK_FALSE(cache.find("http://a/"));
    const media::PictureCache unwritable("/proc/none", 1000);
    unwritable.keep("http://a/", {"bytes", "", ""});
    CHECK_FALSE(unwritable.find("http://a/"));
}
