#include "export/pdf/file/transparent_pixels.h"

#include <catch2/catch.hpp>
#include <string>

using namespace ghreveal;

namespace {

// Letters for colours, `.` for what the mask hides; rows end with a slash.
std::string spread(const std::string& rows) {
    std::string samples;
    std::string opacity;
    const std::size_t columns = rows.find('/');
    for (const char c : rows) {
        if (c != '/') {
            samples += std::string(3, c == '.' ? '\0' : c);
            opacity += c == '.' ? '\0' : '\x01';
        }
    }
    exporter::spread_colours(samples, opacity, {columns, 3});
    std::string result;
    for (std::size_t at = 0; at < samples.size(); at += 3) {
        CHECK((samples[at] == samples[at + 1] && samples[at] == samples[at + 2]));
        result += samples[at] == '\0' ? '.' : samples[at];
        result += at / 3 % columns + 1 == columns ? "/" : "";
    }
    return result;
}

}  // namespace

TEST_CASE("what a mask hides has the colours beside it") {
    CHECK(spread("..a..b./") == "aaaabbb/");
    CHECK(spread("a...b/") == "aabbb/");
    CHECK(spread("..../a.../..../") == "aaaa/aaaa/aaaa/");
    CHECK(spread("abc/def/") == "abc/def/");
    CHECK(spread("..../..../") == "..../..../");
}
