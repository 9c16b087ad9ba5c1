// Backgrounds and borders (CSS Backgrounds 3).
#include <catch2/catch.hpp>

#include "scene.h"

using namespace ghreveal;
using namespace ghreveal::paint;
using layout::Fragment;
using style::BorderStyle;

namespace {

Scene::Change border(BorderStyle border_style, Color color) {
    return [=](StyleDraft& draft) {
        draft.box.border_style = {border_style, border_style, border_style, border_style};
        draft.paint.border_color = {color, color, color, color};
    };
}

Fragment with_border(Fragment fragment, Edges width) {
    fragment.border = width;
    return fragment;
}

css::BackgroundLayer striped_layer() {
    css::BackgroundLayer layer;
    auto gradient = std::make_shared<css::Gradient>();
    gradient->stops = {{kRed, {}}, {kRed, {}}};
    layer.gradient = gradient;
    return layer;
}

Scene::Change layer(const css::BackgroundLayer& layer) {
    return [=](StyleDraft& draft) { draft.paint.background_layers = {layer}; };
}

css::LengthPercentage px(Px length) {
    return {length, 0};
}

}  // namespace

TEST_CASE("A border of one colour is one ring") {
    Scene scene;
    const Fragment box =
        with_border(scene.block({0, 0, 4, 3}, border(BorderStyle::kSolid, kRed)), {1, 1, 1, 1});
    CHECK(scene.rows(box, 4, 3) == Rows{"RRRR", "R__R", "RRRR"});
    CHECK(scene.paint(box).size() == 1);
}

TEST_CASE("A border on one side only is drawn there only") {
    Scene scene;
    const Fragment box =
        with_border(scene.block({0, 0, 3, 3}, border(BorderStyle::kSolid, kRed)), {0, 0, 1, 0});
    CHECK(scene.rows(box, 3, 3) == Rows{"___", "___", "RRR"});
}

TEST_CASE("Sides of different colours meet along the corners' diagonals") {
    Scene scene;
    const Fragment box = with_border(
        scene.block(
            {0, 0, 12, 12}, border(BorderStyle::kSolid, kRed) +
                                [](StyleDraft& draft) { draft.paint.border_color.left = kBlue; }),
        {4, 4, 4, 4});
    const Rows rows = scene.rows(box, 12, 12);
    CHECK(rows[0].substr(1, 11) == "RRRRRRRRRRR");
    CHECK(rows[3].substr(0, 3) == "BBB");
    CHECK(rows[6] == "BBBB____RRRR");
}

TEST_CASE("A double border is two lines with a gap") {
    Scene scene;
    const Fragment box =
        with_border(scene.block({0, 0, 8, 8}, border(BorderStyle::kDouble, kRed)), {3, 3, 3, 3});
    CHECK(scene.rows(box, 8, 3) == Rows{"RRRRRRRR", "R______R", "R_RRRR_R"});
    // Two lines of a third each, as in Chromium.
    Scene wide;
    const Fragment top =
        with_border(wide.block({0, 0, 4, 11}, border(BorderStyle::kDouble, kRed)), {9, 0, 0, 0});
    CHECK(wide.rows(top, 1, 10) == Rows{"R", "R", "R", "_", "_", "_", "R", "R", "R", "_"});
}

TEST_CASE("A dashed border begins and ends with a dash") {
    Scene scene;
    const Fragment box =
        with_border(scene.block({0, 0, 30, 4}, border(BorderStyle::kDashed, kRed)), {3, 0, 0, 0});
    const std::string row = scene.rows(box, 30, 4)[1];
    CHECK(row.substr(0, 6) == "RRRRRR");
    CHECK(row.substr(24, 6) == "RRRRRR");
    CHECK(row.find('_') != std::string::npos);
}

// The pixels of Chromium's lines.
TEST_CASE("A dash is twice as long as it is wide, thin ones longer, and a dot is as long") {
    const auto line = [](BorderStyle style, Px width, int length) {
        Scene scene;
        const Fragment box = with_border(
            scene.block({0, 0, static_cast<Px>(length), width + 1}, border(style, kRed)),
            {width, 0, 0, 0});
        return scene.rows(box, length, static_cast<int>(width) + 1)[0];
    };
    CHECK(line(BorderStyle::kDashed, 3, 30) == "RRRRRR__RRRRRR__RRRRRR__RRRRRR");
    CHECK(line(BorderStyle::kDashed, 2, 26) == "RRRRRR____RRRRRR____RRRRRR");
    CHECK(line(BorderStyle::kDashed, 1, 23) == "RRR__RRR__RRR__RRR__RRR");
    CHECK(line(BorderStyle::kDotted, 3, 27) == "RRR___RRR___RRR___RRR___RRR");
    CHECK(line(BorderStyle::kDotted, 2, 22) == "RR__RR__RR__RR__RR__RR");
}

TEST_CASE("An inset border is darker at the top and left") {
    Scene scene;
    const Fragment box = with_border(
        scene.block({0, 0, 20, 20}, border(BorderStyle::kInset, {128, 128, 128, 1})), {4, 4, 4, 4});
    const Picture picture(scene.paint(box), 20, 20);
    CHECK(picture.gray(10, 1) < picture.gray(10, 18));
    CHECK(picture.gray(1, 10) < picture.gray(18, 10));
}

TEST_CASE("A background reaches under the border, unless it is clipped to the padding box") {
    Scene scene;
    CHECK(scene.rows(with_border(scene.block({0, 0, 4, 1}, background(kRed)), {0, 1, 0, 1}), 4,
                     1) == Rows{"RRRR"});
    const auto clipped = [](StyleDraft& draft) {
        draft.paint.background_color_clip = css::BoxArea::kPaddingBox;
    };
    CHECK(
        scene.rows(with_border(scene.block({0, 0, 4, 1}, background(kRed) + clipped), {0, 1, 0, 1}),
                   4, 1) == Rows{"_RR_"});
}

TEST_CASE("A layer of a given size is drawn once where it does not repeat") {
    Scene scene;
    css::BackgroundLayer once = striped_layer();
    once.size.width = css::SizeValue::of(px(2));
    once.size.height = css::SizeValue::of(px(1));
    once.repeat_x = once.repeat_y = css::Repeat::kNoRepeat;
    once.position_x = {0, 100};
    once.position_y = {0, 50};
    CHECK(scene.rows(scene.block({0, 0, 5, 3}, layer(once)), 5, 3) ==
          Rows{"_____", "___RR", "_____"});
}

TEST_CASE("A layer repeats in one direction only when it is told to") {
    Scene scene;
    css::BackgroundLayer row = striped_layer();
    row.size.width = css::SizeValue::of(px(1));
    row.size.height = css::SizeValue::of(px(1));
    row.repeat_y = css::Repeat::kNoRepeat;
    CHECK(scene.rows(scene.block({0, 0, 4, 2}, layer(row)), 4, 2) == Rows{"RRRR", "____"});
}

TEST_CASE("Copies with space between them fill the area from edge to edge") {
    Scene scene;
    css::BackgroundLayer spaced = striped_layer();
    spaced.size.width = css::SizeValue::of(px(3));
    spaced.size.height = css::SizeValue::of(px(1));
    spaced.repeat_x = css::Repeat::kSpace;
    CHECK(scene.rows(scene.block({0, 0, 8, 1}, layer(spaced)), 8, 1) == Rows{"RRR__RRR"});
}

TEST_CASE("Layers lie over the background colour, the first on top") {
    Scene scene;
    css::BackgroundLayer top = striped_layer();
    top.size.width = css::SizeValue::of(px(2));
    top.repeat_x = css::Repeat::kNoRepeat;
    CHECK(scene.rows(scene.block({0, 0, 4, 1}, background(kBlue) + layer(top)), 4, 1) ==
          Rows{"RRBB"});
}

TEST_CASE("A shadow of a part of an inline box is cut off where the box goes on") {
    Scene scene;
    const auto shadowed = [](StyleDraft& draft) {
        draft.paint.box_shadow = {{.x = 1, .y = 1, .color = kRed}};
    };
    Fragment box = scene.block({1, 0, 2, 1}, shadowed);
    CHECK(scene.rows(box, 5, 3) == Rows{"_____", "__RR_", "_____"});
    box.inline_edges.right = false;
    CHECK(scene.rows(box, 5, 3) == Rows{"_____", "__R__", "_____"});
    box.inline_edges = {false, true};
    CHECK(scene.rows(box, 5, 3) == Rows{"_____", "_RRR_", "_____"});
}

TEST_CASE("Boxes are drawn on whole px") {
    Scene scene;
    CHECK(scene.rows(scene.block({0.4, 0, 2.2, 1}, background(kRed)), 4, 1) == Rows{"RRR_"});
}

TEST_CASE("A fieldset's frame goes through its legend's middle, and not behind it") {
    Scene scene;
    Fragment legend = scene.inline_box({20, 0, 40, 24}, {}, {}, "legend");
    Fragment fieldset =
        scene.inline_box({0, 0, 200, 100}, border(BorderStyle::kSolid, kRed), {}, "fieldset");
    scene.append(scene.node_of(fieldset), scene.node_of(legend));
    for (Fragment* fragment : {&legend, &fieldset}) {
        fragment->kind = layout::FragmentKind::kBlock;
    }
    fieldset.border = {4, 4, 4, 4};
    fieldset.children = {legend};
    std::vector<Rect> clips;
    for (const DisplayItem& item : scene.paint(fieldset)) {
        if (const auto* clip = std::get_if<PushClip>(&item)) {
            clips.push_back(clip->shape.rect);
        }
    }
    // Half of the legend's 24 px less half of the border's 4 px.
    CHECK(clips == std::vector<Rect>{{0, 10, 20, 90}, {20, 24, 40, 76}, {60, 10, 140, 90}});
}
