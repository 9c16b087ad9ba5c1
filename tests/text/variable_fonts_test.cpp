// tests/data/tiny-variable.ttf: an "a" that is 200 to 1000 wide by its weight of 100 to 900, and
// 500 at 400, where it is by itself.
#include <catch2/catch.hpp>

#include "../build_paths.h"
#include "shaping.h"
#include "support/file.h"
#include "text/faces/variable_font.h"

using namespace ghreveal;

namespace {

struct Fixture : testing::Shaping {
    void add(int first_weight, int last_weight) {
        text::FaceDescriptor face{"Tiny", first_weight, text::Slant::kUpright,
                                  testing::source_dir() / "tests/data/tiny-variable.ttf", 0};
        face.last_weight = last_weight;
        fonts.add_face(face);
    }
    static text::FontSpec spec(int weight) { return spec_of("Tiny", 100, weight); }
    Px width(const text::FontSpec& asked) { return shaper.shape("a", asked, {})[0]->width; }
};

}  // namespace

TEST_CASE_METHOD(Fixture, "a variable font is as bold as it is asked to be") {
    add(100, 900);
    CHECK(width(spec(400)) == Approx(50));
    CHECK(width(spec(900)) == Approx(100));
    CHECK(width(spec(650)) == Approx(75));
    CHECK(width(spec(250)) == Approx(35));
    CHECK_FALSE(fonts.primary_font(spec(900)).synthetic_bold);
}

TEST_CASE_METHOD(Fixture, "a variable font has the range of its axes") {
    for (const char* suffix : {".ttf", ".woff", ".woff2"}) {
        INFO(suffix);
        text::FaceDescriptor face{
            "Tiny", 400, text::Slant::kUpright,
            testing::source_dir() / ("tests/data/tiny-variable" + std::string(suffix)), 0};
        CHECK(text::axis_range(face, text::font_tag('w', 'g', 'h', 't')) ==
              std::pair(100.0, 900.0));
        CHECK_FALSE(text::axis_range(face, text::font_tag('w', 'd', 't', 'h')));
        face.bytes = std::make_shared<const std::string>(read_file(face.path, 1U << 20U));
        CHECK(text::axis_range(face, text::font_tag('w', 'g', 'h', 't')) ==
              std::pair(100.0, 900.0));
    }
    const text::FaceDescriptor plain{"Tiny", 400, text::Slant::kUpright,
                                     testing::source_dir() / "tests/data/tiny-letters.ttf", 0};
    CHECK_FALSE(text::axis_range(plain, text::font_tag('w', 'g', 'h', 't')));
}

TEST_CASE_METHOD(Fixture, "a variable font keeps to the weights that @font-face gives it") {
    add(100, 650);
    CHECK(width(spec(900)) == Approx(75));
}

TEST_CASE_METHOD(Fixture, "a variable font with one weight is that weight, and made bold") {
    add(400, 400);
    CHECK(width(spec(700)) == Approx(50));
    CHECK(fonts.primary_font(spec(700)).synthetic_bold);
}

TEST_CASE_METHOD(Fixture, "font-variation-settings count more than the weight") {
    add(100, 900);
    text::FontSpec asked = spec(400);
    asked.variations = std::make_shared<const text::FontSettings>(text::FontSettings{
        {text::font_tag('w', 'g', 'h', 't'), 900}, {text::font_tag('x', 'x', 'x', 'x'), 1}});
    CHECK(width(asked) == Approx(100));
}

TEST_CASE_METHOD(Fixture, "each weight of a variable font is a face of its own") {
    add(100, 900);
    const text::Font bold = fonts.primary_font(spec(900));
    CHECK(bold.face != fonts.primary_font(spec(400)).face);
    CHECK(bold.face == fonts.primary_font(spec(900)).face);
    REQUIRE(bold.face->variations().size() == 1);
    CHECK(bold.face->variations()[0].value == 900);
}
