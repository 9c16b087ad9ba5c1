// Tidy frames for what cannot be shown.
#include <catch2/catch.hpp>

#include "paint/boxes/replaced_painting.h"
#include "scene.h"

using namespace ghreveal;
using namespace ghreveal::paint;
using layout::Fragment;

namespace {

Fragment placeholder(Scene& scene, Rect box, const std::string& label,
                     const std::string& address = "", const std::string& element = "img") {
    Fragment fragment = scene.inline_box(
        box, [](StyleDraft& draft) { draft.text.font.size = 40; }, {}, element);
    fragment.kind = layout::FragmentKind::kPlaceholder;
    fragment.label = label;
    fragment.address = address;
    return fragment;
}

// The label's lines as they were drawn, without the spaces at their ends.
std::vector<std::string> lines_of(const DisplayList& list) {
    std::vector<std::string> lines;
    Px baseline = -1;
    for (const DisplayItem& item : list) {
        if (const auto* glyphs = std::get_if<DrawGlyphs>(&item)) {
            if (glyphs->origin.y != baseline) {
                lines.emplace_back();
                baseline = glyphs->origin.y;
            }
            lines.back() += glyphs->run->text;
        }
    }
    return lines;
}

DisplayList painted(Scene& scene, const Fragment& fragment) {
    return scene.paint(scene.block({0, 0, 900, 700}, {}, {fragment}));
}

}  // namespace

TEST_CASE("A missing picture shows its alternative text in a frame") {
    Scene scene;
    const DisplayList list =
        painted(scene, placeholder(scene, {100, 100, 300, 200}, "Layers of a container"));
    CHECK(lines_of(list) == std::vector<std::string>{"Layers of a container"});
    CHECK(std::get<FillRect>(list[0]).shape.rect == Rect{100, 100, 300, 200});
}

TEST_CASE("A long label is broken at spaces and ends in an ellipsis where there is no more room") {
    Scene scene;
    const std::vector<std::string> lines = lines_of(painted(
        scene, placeholder(scene, {0, 0, 100, 30},
                           "A very long text that says what the picture would have shown")));
    REQUIRE(lines.size() >= 2);
    CHECK(lines.front().substr(0, 6) == "A very");
    CHECK(lines.back().find("\u2026") != std::string::npos);
}

TEST_CASE("A label too long for a line and without spaces is cut between characters") {
    Scene scene;
    const std::vector<std::string> lines =
        lines_of(painted(scene, placeholder(scene, {0, 0, 100, 200},
                                            "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"
                                            "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9")));
    REQUIRE(lines.size() >= 2);
    std::string joined;
    for (const std::string& line : lines) {
        joined += line;
    }
    CHECK(joined.size() == 28);
}

TEST_CASE("A video's placeholder has a play mark and leads to the video") {
    Scene scene;
    const std::string list =
        dump(painted(scene, placeholder(scene, {0, 0, 400, 300}, "A film",
                                        "https://example.org/film.mp4", "video")));
    CHECK_THAT(list, Catch::Contains("link https://example.org/film.mp4 [0 0 400x300]"));
    CHECK_THAT(list, Catch::Contains("polygon 3 points"));
}

// PDF/UA-1 §7.18.5: a link has something in it that can be read.
TEST_CASE("A label that has no room in its placeholder is there to be read only") {
    Scene scene;
    const DisplayList list =
        painted(scene, placeholder(scene, {0, 0, 200, 8}, "A film", "https://a.b/c.mp4", "video"));
    std::size_t texts = 0;
    for (const DisplayItem& item : list) {
        if (const auto* glyphs = std::get_if<DrawGlyphs>(&item)) {
            ++texts;
            CHECK(glyphs->color.alpha == kHiddenTextAlpha);
            CHECK(glyphs->content.part == ContentPart::kPicture);
        }
    }
    CHECK(texts > 0);
}

TEST_CASE("A missing picture that takes no room has a mark in its place") {
    Scene scene;
    const DisplayList list = painted(scene, placeholder(scene, {100, 100, 0, 0}, ""));
    REQUIRE(!list.empty());
    CHECK(std::get<FillRect>(list[0]).shape.rect == Rect{92, 92, 16, 16});
    CHECK(lines_of(list).empty());
}

TEST_CASE("An image that names no picture has an outline and nothing in it, as in browsers") {
    Scene scene;
    const DisplayList list = painted(scene, placeholder(scene, {100, 100, 60, 40}, ""));
    REQUIRE(list.size() == 1);
    CHECK(std::get<FillRing>(list[0]).color == Color{192, 192, 192, 1});
}
