#include "support/limit_names.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <regex>
#include <sstream>

#include "../build_paths.h"

using namespace ghreveal;

namespace {

std::string text_of(const std::string& name) {
    std::ifstream file(testing::source_dir() / name);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// The fields of `struct Limits`, as --limit names them.
std::vector<std::string> fields() {
    const std::string header = text_of("src/support/limits.h");
    const std::string limits = header.substr(0, header.find("struct FixedLimits"));
    const std::regex field(R"(\n    (?:std::size_t|int|long) (\w+) =)");
    std::vector<std::string> names;
    for (std::sregex_iterator it(limits.begin(), limits.end(), field), end; it != end; ++it) {
        std::string name = (*it)[1];
        std::replace(name.begin(), name.end(), '_', '-');
        names.push_back(std::move(name));
    }
    return names;
}

}  // namespace

TEST_CASE("every limit has a name for --limit") {
    CHECK(limit_names() == fields());
}

TEST_CASE("docs/security.md has a row for every limit, with its value") {
    const std::string docs = text_of("docs/security.md");
    for (const std::string& name : limit_names()) {
        INFO(name);
        const std::string row =
            "| `" + name + "` | " + std::to_string(limit_value({}, name)) + " | ";
        CHECK(docs.find(row) != std::string::npos);
    }
}

TEST_CASE("a limit is set by its name and a whole number") {
    Limits limits;
    set_limit(limits, "pages=7");
    CHECK(limits.pages == 7);
    set_limit(limits, "image-pixels=2000000000");
    CHECK(limits.image_pixels == 2'000'000'000u);
    for (const char* wrong : {"pages", "pages=", "pages=0", "pages=-1", "pages=1x", "pages=1e9",
                              "pages=99999999999", "=5", ""}) {
        INFO(wrong);
        CHECK_THROWS_AS(set_limit(limits, wrong), std::invalid_argument);
    }
    CHECK_THROWS_WITH(set_limit(limits, "page=5"),
                      "there is no limit 'page'; did you mean 'pages'?");
    CHECK(limit_hint(limits, "pages") == "the limit is 7; --limit pages=NUMBER sets another");
}
