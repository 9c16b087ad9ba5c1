#include "export/sheets/ink_saver.h"

#include <catch2/catch.hpp>

using namespace ghreveal;
using exporter::ink_of;

TEST_CASE("Ink stands out 4.5 to 1 on paper and on grey, whatever the colour was") {
    constexpr Color kGrey{240, 240, 240, 1};
    for (int red = 0; red < 256; red += 51) {
        for (int green = 0; green < 256; green += 51) {
            for (int blue = 0; blue < 256; blue += 51) {
                const Color color{static_cast<std::uint8_t>(red), static_cast<std::uint8_t>(green),
                                  static_cast<std::uint8_t>(blue), 0.5F};
                CAPTURE(red, green, blue);
                CHECK(contrast_ratio(ink_of(color), kGrey) >= 4.5);
                CHECK(contrast_ratio(ink_of(color), kWhite) >= 4.5);
            }
        }
    }
}

TEST_CASE("Dark ink of a colour keeps its hue") {
    const Color amber = ink_of({231, 173, 82, 1});
    CHECK(amber.red > amber.green);
    CHECK(amber.green > amber.blue);
}

TEST_CASE("Backgrounds and shadows are left out, areas become light, text dark") {
    const paint::RoundedRect page{{0, 0, 998, 728}, {}, {}, {}, {}};
    const paint::RoundedRect code{{50, 50, 400, 100}, {}, {}, {}, {}};
    paint::DisplayList list;
    list.push_back(paint::FillRect{page, {17, 17, 17, 1}});
    list.push_back(paint::BoxShadow{code, 6, {0, 0, 0, 0.3F}, code});
    list.push_back(paint::FillRect{code, {63, 63, 63, 1}});
    list.push_back(paint::FillEllipse{{10, 10, 5, 5}, kWhite});
    const paint::DisplayList light = exporter::with_less_ink(list, {998, 728});
    REQUIRE(light.size() == 2);
    CHECK(std::get<paint::FillRect>(light[0]).color == Color{240, 240, 240, 1});
    CHECK(std::get<paint::FillEllipse>(light[1]).color == Color{34, 34, 34, 1});
}

TEST_CASE("Square bullets and underlines are ink, and what highlights differ in is not hue alone") {
    const paint::RoundedRect square{{10, 10, 8, 8}, {}, {}, {}, {}};
    auto run = std::make_shared<text::GlyphRun>();
    run->width = 100;
    run->font.size = 40;
    paint::DisplayList list;
    list.push_back(paint::FillRect{square, {238, 238, 238, 1}, paint::FillRole::kMark});
    for (const Color& color : {Color{255, 44, 45, 1}, Color{23, 255, 46, 1}, Color{27, 145, 255, 1},
                               Color{238, 238, 238, 1}}) {
        list.push_back(paint::DrawGlyphs{run, {0, 100}, color});
    }
    const paint::DisplayList light = exporter::with_less_ink(list, {998, 728});
    REQUIRE(light.size() == 1 + 4 + 3);
    CHECK(contrast_ratio(std::get<paint::FillRect>(light[0]).color, kWhite) >= 4.5);
    const auto& red = std::get<paint::StrokeLine>(light[2]);
    const auto& green = std::get<paint::StrokeLine>(light[4]);
    const auto& blue = std::get<paint::StrokeLine>(light[6]);
    CHECK(red.dashes != green.dashes);
    CHECK(green.dashes != blue.dashes);
    CHECK(red.dashes != blue.dashes);
    CHECK(contrast_ratio(green.color, kWhite) >= 4.5);
}

TEST_CASE("Text that shows its background becomes ink, and the background is left out") {
    auto run = std::make_shared<text::GlyphRun>();
    run->text = "Title";
    const paint::RoundedRect area{{10, 10, 80, 20}, {}, {}, {}, {}};
    const paint::DisplayList light = exporter::with_less_ink(
        {paint::PushGlyphClip{{{run, {10, 20}}}}, paint::FillRect{area, {255, 200, 0, 1}},
         paint::Pop{}, paint::DrawGlyphs{run, {10, 20}, {0, 0, 0, paint::kHiddenTextAlpha}}},
        {998, 728});
    REQUIRE(light.size() == 1);
    CHECK(std::get<paint::DrawGlyphs>(light[0]).color.alpha == 1);
}
