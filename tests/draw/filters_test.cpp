// Filters and masks (Filter Effects 1, CSS Masking 1). Expected colours: Chromium's.
#include <catch2/catch.hpp>

#include "draw/filters/filter_colors.h"
#include "pictures.h"

using namespace ghreveal;
using namespace ghreveal::paint;
using css::FilterFunction;
using Kind = css::FilterFunction::Kind;

namespace {

FilterFunction filter(Kind kind, double amount) {
    return {kind, amount, {}};
}

FilterFunction shadow(Point offset, Px blur, Color color) {
    css::Shadow shadow;
    shadow.x = offset.x;
    shadow.y = offset.y;
    shadow.blur = blur;
    shadow.color = color;
    return {Kind::kDropShadow, 0, shadow};
}

DisplayList filtered(std::vector<FilterFunction> filters, const DisplayList& items) {
    DisplayList list{PushFilter{std::move(filters)}};
    list.insert(list.end(), items.begin(), items.end());
    list.push_back(Pop{});
    return list;
}

bool is_near(const Color& color, const Color& expected, int tolerance = 1) {
    return std::abs(color.red - expected.red) <= tolerance &&
           std::abs(color.green - expected.green) <= tolerance &&
           std::abs(color.blue - expected.blue) <= tolerance;
}

std::shared_ptr<const css::Gradient> gradient_to_right(Color from, Color to) {
    auto gradient = std::make_shared<css::Gradient>();
    gradient->angle = 3.14159265358979323846 / 2;
    gradient->stops = {{from, {}}, {to, {}}};
    return gradient;
}

PushMask mask_of(std::vector<MaskPart> parts) {
    auto mask = std::make_shared<MaskList>();
    mask->parts = std::move(parts);
    return {mask};
}

}  // namespace

TEST_CASE("A filter of colours makes of a colour what a browser makes of it") {
    const Color brown{200, 100, 50, 1};
    const auto [filters, expected] =
        GENERATE(std::pair{std::vector{filter(Kind::kGrayscale, 1)}, Color{118, 118, 118, 1}},
                 std::pair{std::vector{filter(Kind::kSepia, 1)}, Color{165, 147, 114, 1}},
                 std::pair{std::vector{filter(Kind::kSaturate, 2)}, Color{255, 82, 0, 1}},
                 std::pair{std::vector{filter(Kind::kHueRotate, 1.5707963)}, Color{50, 146, 35, 1}},
                 std::pair{std::vector{filter(Kind::kInvert, 0.75)}, Color{91, 141, 166, 1}},
                 std::pair{std::vector{filter(Kind::kBrightness, 1.5)}, Color{255, 150, 75, 1}},
                 std::pair{std::vector{filter(Kind::kContrast, 0.5)}, Color{164, 114, 89, 1}},
                 std::pair{std::vector{filter(Kind::kGrayscale, 0.5), filter(Kind::kInvert, 1)},
                           Color{96, 146, 171, 1}});
    CHECK(is_near(draw::filtered(brown, filters), expected, 2));
    const Picture picture(filtered(filters, {FillRect{plain({0, 0, 2, 2}), brown}}), 2, 2);
    CHECK(is_near(picture.at(0, 0), expected, 2));
}

TEST_CASE("A shadow is cast by all of a group and lies below it") {
    CHECK(rows_of(filtered({shadow({2, 1}, 0, kBlue)}, {FillRect{plain({0, 0, 3, 2}), kRed}}), 6,
                  4) == Rows{"RRR___", "RRRBB_", "__BBB_", "______"});
}

TEST_CASE("A filter behind a shadow changes the shadow too") {
    const Picture picture(filtered({shadow({3, 0}, 0, {10, 20, 30, 1}), filter(Kind::kInvert, 1)},
                                   {FillRect{plain({0, 0, 2, 1}), kBlack}}),
                          6, 1);
    CHECK(picture.gray(0, 0) == 255);
    CHECK(is_near(picture.at(3, 0), {245, 235, 225, 1}));
}

TEST_CASE("A blur is a Gaussian of the deviation that it names") {
    const Picture picture(
        filtered({filter(Kind::kBlur, 5)}, {FillRect{plain({40, 20, 60, 60}), kBlack}}), 140, 100);
    CHECK(std::abs(picture.gray(30, 50) - 252) <= 4);
    CHECK(std::abs(picture.gray(40, 50) - 117) <= 6);
    CHECK(std::abs(picture.gray(50, 50) - 1) <= 4);
    CHECK(picture.gray(70, 50) == 0);
}

TEST_CASE("A filter in a filter comes before it") {
    const DisplayList inner =
        filtered({filter(Kind::kInvert, 1)}, {FillRect{plain({0, 0, 1, 1}), kBlack}});
    CHECK(rows_of(filtered({filter(Kind::kBrightness, 0)}, inner), 1, 1) == Rows{"K"});
}

TEST_CASE("opacity() fades the group as a whole") {
    const Picture picture(
        filtered({filter(Kind::kOpacity, 0.5)},
                 {FillRect{plain({0, 0, 2, 1}), kBlack}, FillRect{plain({0, 0, 1, 1}), kBlack}}),
        2, 1);
    CHECK(std::abs(picture.gray(0, 0) - 128) <= 1);
    CHECK(picture.gray(0, 0) == picture.gray(1, 0));
}

TEST_CASE("A mask shows as much as it is opaque") {
    const MaskPart part{{FillGradient{
        plain({0, 0, 100, 2}), {0, 0, 100, 2}, gradient_to_right(kBlack, kTransparent)}}};
    const Picture picture({mask_of({part}), FillRect{plain({0, 0, 100, 2}), kRed}, Pop{}}, 100, 2);
    CHECK(is_near(picture.at(10, 1), {255, 27, 27, 1}, 2));
    CHECK(is_near(picture.at(50, 1), {255, 129, 129, 1}, 2));
    CHECK(is_near(picture.at(90, 1), {255, 231, 231, 1}, 2));
}

TEST_CASE("A mask by luminance shows as much as it is bright") {
    const MaskPart part{
        {FillRect{plain({0, 0, 1, 1}), kWhite}, FillRect{plain({1, 0, 1, 1}), kBlack}}, true};
    CHECK(rows_of({mask_of({part}), FillRect{plain({0, 0, 3, 1}), kRed}, Pop{}}, 3, 1) ==
          Rows{"R__"});
}

TEST_CASE("Layers of a mask go together as mask-composite says") {
    const auto [composite, row] = GENERATE(std::pair{css::MaskComposite::kAdd, "RRR_"},
                                           std::pair{css::MaskComposite::kSubtract, "__R_"},
                                           std::pair{css::MaskComposite::kIntersect, "_R__"},
                                           std::pair{css::MaskComposite::kExclude, "R_R_"});
    const MaskPart below{{FillRect{plain({0, 0, 2, 1}), kBlack}}};
    const MaskPart above{{FillRect{plain({1, 0, 2, 1}), kBlack}}, false, composite};
    CHECK(rows_of({mask_of({below, above}), FillRect{plain({0, 0, 4, 1}), kRed}, Pop{}}, 4, 1) ==
          Rows{row});
}
