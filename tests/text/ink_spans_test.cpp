// The spans are Chromium's: what its underlines leave free, less the gap beside letters.
#include "text/ink_spans.h"

#include <catch2/catch.hpp>

#include "shaping.h"
#include "support/file.h"

using namespace ghreveal;

namespace {

struct Fixture : testing::Shaping {
    Fixture() {
        fonts.add_face({"Liberation Sans", 400, text::Slant::kUpright,
                        data_directory() / "fonts/liberation-sans/LiberationSans-Regular.ttf", 0});
    }
    std::vector<text::InkSpan> spans(const char* letters, const text::InkBand& band) {
        return text::ink_spans(*shaper.shape(letters, spec_of("Liberation Sans", 40), {})[0], band);
    }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "Letters have ink in a band below the baseline where they descend") {
    const auto spans = this->spans("gypsy", {-6, -2});
    REQUIRE(spans.size() == 4);
    CHECK(spans[1].right == Approx(33).margin(1));
    CHECK(spans[2].left == Approx(45).margin(1));
    CHECK(spans[2].right == Approx(48).margin(1));
    CHECK(spans[3].left == Approx(86).margin(1));
    CHECK(spans[3].right == Approx(95).margin(1));
}

TEST_CASE_METHOD(Fixture, "No letter has ink where none reaches") {
    CHECK(spans("gypsy", {-16, -12}).empty());
    CHECK(spans("nose", {-6, -2}).empty());
}
