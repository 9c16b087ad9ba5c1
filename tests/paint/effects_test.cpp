// Effects on a box as a whole, and what backgrounds and borders are cut to.
#include <catch2/catch.hpp>

#include "scene.h"

using namespace ghreveal;
using namespace ghreveal::paint;
using layout::Fragment;

TEST_CASE("A filter is inside of a mask, and both are inside of the opacity") {
    Scene scene;
    const auto effects = [](StyleDraft& draft) {
        draft.paint.opacity = 0.5F;
        draft.paint.filter = {{css::FilterFunction::Kind::kInvert, 1, {}}};
        css::MaskLayer layer;
        layer.image.gradient = std::make_shared<css::Gradient>();
        draft.paint.mask = {layer};
    };
    const std::string text =
        dump(scene.paint(scene.block({0, 0, 4, 4}, background(kRed) + effects)));
    const std::size_t opacity = text.find("opacity");
    const std::size_t mask = text.find("mask of 1");
    const std::size_t filter = text.find("filter");
    REQUIRE(filter != std::string::npos);
    CHECK(opacity < mask);
    CHECK(mask < filter);
}

TEST_CASE("A border's picture is cut into nine") {
    Scene scene;
    const auto bordered = [](StyleDraft& draft) {
        auto image = std::make_shared<css::BorderImage>();
        auto gradient = std::make_shared<css::Gradient>();
        gradient->stops = {{kRed, {}}, {kRed, {}}};
        image->image.gradient = gradient;
        const css::BorderImage::Extent one{1, {}};
        image->slice = {one, one, one, one};
        draft.paint.border_image = {image};
    };
    Fragment box = scene.block({0, 0, 4, 3}, bordered);
    box.border = {1, 1, 1, 1};
    CHECK(scene.rows(box, 4, 3) == Rows{"RRRR", "R__R", "RRRR"});
}

TEST_CASE("overflow clip in one direction leaves the other open") {
    Scene scene;
    Fragment box = scene.block({0, 0, 2, 1}, {}, {scene.block({0, 0, 4, 3}, background(kRed))});
    box.clips = true;
    box.clips_one_axis = layout::ClippedAxis::kX;
    CHECK(scene.rows(box, 4, 3) == Rows{"RR__", "RR__", "RR__"});
}
