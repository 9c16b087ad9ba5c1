// CSS 2.1 Appendix E, with boxes of one colour each: what is on top shows.
#include <catch2/catch.hpp>

#include "scene.h"
#include "style/properties/box_style.h"
#include "style/properties/ink_style.h"

using namespace ghreveal;
using namespace ghreveal::paint;
using layout::Fragment;

namespace {

const Rect kWhole{0, 0, 4, 1};
const Rect kLeft{0, 0, 3, 1};
const Rect kRight{1, 0, 3, 1};

void red_outline(StyleDraft& draft) {
    draft.paint.outline_width = 1;
    draft.paint.outline_style = style::BorderStyle::kSolid;
    draft.paint.outline_color = kRed;
}

}  // namespace

TEST_CASE("Later blocks lie over earlier ones") {
    Scene scene;
    CHECK(scene.rows(scene.block(kWhole, {},
                                 {scene.block(kLeft, background(kRed)),
                                  scene.block(kRight, background(kBlue))}),
                     4, 1) == Rows{"RBBB"});
}

TEST_CASE("A positioned box lies over what comes after it in the flow") {
    Scene scene;
    CHECK(scene.rows(scene.block(kWhole, {},
                                 {scene.block(kLeft, background(kRed) + positioned()),
                                  scene.block(kRight, background(kBlue))}),
                     4, 1) == Rows{"RRRB"});
}

TEST_CASE("z-index orders positioned boxes, whatever their order in the document") {
    Scene scene;
    CHECK(scene.rows(scene.block(kWhole, {},
                                 {scene.block(kLeft, background(kRed) + positioned(2)),
                                  scene.block(kRight, background(kBlue) + positioned(1))}),
                     4, 1) == Rows{"RRRB"});
}

TEST_CASE("A negative z-index lies under the flow but over the context's own background") {
    Scene scene;
    CHECK(scene.rows(scene.block(kWhole, background(kGreen),
                                 {scene.block(kRight, background(kBlue)),
                                  scene.block(kLeft, background(kRed) + positioned(-1))}),
                     4, 1) == Rows{"RBBB"});
}

TEST_CASE("z-index without a position does nothing") {
    Scene scene;
    const auto high = [](StyleDraft& draft) { draft.paint.z_index = 5; };
    CHECK(scene.rows(scene.block(kWhole, {},
                                 {scene.block(kLeft, background(kRed) + high),
                                  scene.block(kRight, background(kBlue))}),
                     4, 1) == Rows{"RBBB"});
}

TEST_CASE("A high z-index does not leave its stacking context") {
    Scene scene;
    Fragment inner = scene.block(kLeft, background(kRed) + positioned(9));
    CHECK(scene.rows(scene.block(kWhole, {},
                                 {scene.block(kLeft, positioned(0), {inner}),
                                  scene.block(kRight, background(kBlue) + positioned(1))}),
                     4, 1) == Rows{"RBBB"});
}

TEST_CASE("A positioned box without z-index lets its children's z-index out") {
    Scene scene;
    Fragment inner = scene.block(kLeft, background(kRed) + positioned(9));
    CHECK(scene.rows(scene.block(kWhole, {},
                                 {scene.block(kLeft, positioned(), {inner}),
                                  scene.block(kRight, background(kBlue) + positioned(1))}),
                     4, 1) == Rows{"RRRB"});
}

TEST_CASE("Floats lie over blocks and under inline content") {
    Scene scene;
    Fragment floating = scene.block({0, 0, 3, 1}, background(kRed));
    floating.is_float = true;
    Fragment word = scene.inline_box({1, 0, 1, 1}, background(kGreen));
    CHECK(scene.rows(scene.block(kWhole, {},
                                 {floating, scene.block(kWhole, background(kBlue),
                                                        {scene.line(kWhole, {word})})}),
                     4, 1) == Rows{"RGRB"});
}

TEST_CASE("An inline-block is painted as a whole among the inline content") {
    Scene scene;
    Fragment inner = scene.block({0, 0, 2, 1}, background(kRed));
    Fragment before = scene.inline_box({0, 0, 2, 1}, background(kGreen));
    Fragment after = scene.inline_box({1, 0, 1, 1}, background(kBlue));
    Fragment inline_block = scene.block({0, 0, 3, 1}, background(kBlack), {inner});
    CHECK(scene.rows(scene.block(kWhole, {}, {scene.line(kWhole, {before, inline_block, after})}),
                     4, 1) == Rows{"RBK_"});
}

TEST_CASE("What is hidden is not drawn, but what is visible in it is") {
    Scene scene;
    const auto hidden = [](StyleDraft& draft) {
        draft.ink.visibility = style::Visibility::kHidden;
    };
    CHECK(scene.rows(scene.block(kWhole, background(kRed) + hidden,
                                 {scene.block({1, 0, 1, 1}, background(kBlue))}),
                     4, 1) == Rows{"_B__"});
}

TEST_CASE("Opacity 0 draws nothing at all") {
    Scene scene;
    CHECK(scene
              .paint(scene.block(
                  kWhole, {},
                  {scene.block(kLeft, background(kRed) + faded(0),
                               {scene.block(kRight, background(kBlue) + positioned(1))})}))
              .empty());
}

TEST_CASE("Opacity takes the whole box as one, after what lies in the flow") {
    Scene scene;
    const DisplayList list =
        scene.paint(scene.block(kWhole, {},
                                {scene.block(kLeft, background(kRed) + faded(0.5F)),
                                 scene.block(kRight, background(kBlue))}));
    CHECK(dump(list) ==
          "fill 1 0 3x1 #0000ff\n"
          "opacity 0.50\n"
          "  fill 0 0 3x1 #ff0000\n"
          "end\n");
}

TEST_CASE("clip-path leaves of a box and what is in it only what is inside of its shape") {
    Scene scene;
    const auto clipped = [](StyleDraft& draft) {
        css::BasicShape shape;
        shape.edges.left = css::LengthPercentage{0, 50};
        draft.paint.clip_path = {std::make_shared<const css::BasicShape>(shape)};
    };
    CHECK(scene.rows(scene.block(kWhole, background(kRed) + clipped,
                                 {scene.block({1, 0, 2, 1}, background(kBlue))}),
                     4, 1) == Rows{"__BR"});
}

TEST_CASE("A transform turns about its origin") {
    Scene scene;
    const auto doubled = [](StyleDraft& draft) {
        css::TransformFunction scale{};
        scale.kind = css::TransformFunction::Kind::kScale;
        scale.first = scale.second = 2;
        draft.paint.transform = {scale};
    };
    // About its centre, unless something else is said.
    CHECK(scene.rows(scene.block({0, 0, 6, 4}, {},
                                 {scene.block({2, 1, 2, 2}, background(kRed) + doubled)}),
                     6, 4) == Rows{"_RRRR_", "_RRRR_", "_RRRR_", "_RRRR_"});
}

TEST_CASE("An inline box is not transformed") {
    Scene scene;
    const auto doubled = [](StyleDraft& draft) {
        css::TransformFunction scale{};
        scale.kind = css::TransformFunction::Kind::kScale;
        scale.first = scale.second = 2;
        draft.paint.transform = {scale};
    };
    Fragment word = scene.inline_box({1, 0, 1, 1}, background(kRed) + doubled);
    CHECK(scene.rows(scene.block(kWhole, {}, {scene.line(kWhole, {word})}), 4, 1) == Rows{"_R__"});
}

TEST_CASE("Overflow is cut at the padding edge") {
    Scene scene;
    Fragment clipping =
        scene.block({0, 0, 2, 1}, background(kGreen), {scene.block(kRight, background(kRed))});
    clipping.clips = true;
    CHECK(scene.rows(scene.block(kWhole, {}, {clipping}), 4, 1) == Rows{"GR__"});
}

TEST_CASE("A clip that cuts nothing off is left out") {
    Scene scene;
    Fragment clipping = scene.block(kWhole, {}, {scene.block({1, 0, 2, 1}, background(kRed))});
    clipping.clips = true;
    CHECK(dump(scene.paint(clipping)) == "fill 1 0 2x1 #ff0000\n");
}

TEST_CASE("What fills a box with round corners is cut off at them, what is between them is not") {
    Scene scene;
    const auto rounded = [](StyleDraft& draft) {
        const css::CornerRadius radius{{2, 0}, {2, 0}};
        draft.paint.radius_top_left = draft.paint.radius_top_right = radius;
        draft.paint.radius_bottom_left = draft.paint.radius_bottom_right = radius;
    };
    Fragment clipping =
        scene.block({0, 0, 4, 4}, rounded, {scene.block({0, 0, 4, 4}, background(kRed))});
    clipping.clips = true;
    CHECK(dump(scene.paint(clipping)).starts_with("clip 0 0 4x4"));
    clipping.children = {scene.block({1, 1, 2, 2}, background(kRed))};
    CHECK(dump(scene.paint(clipping)) == "fill 1 1 2x2 #ff0000\n");
}

TEST_CASE("A shadow and an outline are cut off by the box that theirs fills") {
    Scene scene;
    const auto shadowed = [](StyleDraft& draft) {
        draft.paint.box_shadow = {{.x = 1, .color = kRed}};
    };
    for (const Scene::Change& drawn : {Scene::Change(shadowed), Scene::Change(red_outline)}) {
        Fragment clipping =
            scene.block({1, 1, 2, 1}, {}, {scene.block({1, 1, 2, 1}, background(kBlue) + drawn)});
        clipping.clips = true;
        CHECK(scene.rows(scene.block({0, 0, 4, 3}, {}, {clipping}), 4, 3) ==
              Rows{"____", "_BB_", "____"});
    }
}

TEST_CASE("An absolute box whose containing block is outside is not clipped") {
    Scene scene;
    const auto absolute = positioned(std::nullopt, style::Position::kAbsolute);
    Fragment clipping =
        scene.block({0, 0, 2, 1}, {}, {scene.block(kRight, background(kRed) + absolute)});
    clipping.clips = true;
    CHECK(scene.rows(scene.block(kWhole, {}, {clipping}), 4, 1) == Rows{"_RRR"});
}

TEST_CASE("An absolute box whose containing block clips is clipped") {
    Scene scene;
    const auto absolute = positioned(std::nullopt, style::Position::kAbsolute);
    Fragment clipping =
        scene.block({0, 0, 2, 1}, positioned(), {scene.block(kRight, background(kRed) + absolute)});
    clipping.clips = true;
    CHECK(scene.rows(scene.block(kWhole, {}, {clipping}), 4, 1) == Rows{"_R__"});
}

TEST_CASE("An anonymous box has no background of its own") {
    Scene scene;
    Fragment anonymous = scene.block(kLeft, background(kRed));
    anonymous.source.is_anonymous = true;
    CHECK(scene.paint(scene.block(kWhole, {}, {anonymous})).empty());
}

TEST_CASE("A table's wrapper leaves background and border to its grid") {
    Scene scene;
    Fragment wrapper = scene.block(kWhole, background(kRed));
    Fragment grid = wrapper;
    grid.border_box = {1, 0, 2, 1};
    wrapper.children = {grid};
    CHECK(scene.rows(scene.block(kWhole, {}, {wrapper}), 4, 1) == Rows{"_RR_"});
}

TEST_CASE("An outline is drawn outside the box, over what comes later") {
    Scene scene;
    CHECK(scene.rows(scene.block({0, 0, 5, 3}, {},
                                 {scene.block({1, 1, 1, 1}, red_outline),
                                  scene.block({2, 0, 3, 3}, background(kBlue))}),
                     5, 3) == Rows{"RRRBB", "R_RBB", "RRRBB"});
}

TEST_CASE("An outline is cut off by what its box is cut off by") {
    Scene scene;
    Fragment clipping = scene.block({0, 0, 2, 3}, {}, {scene.block({1, 1, 1, 1}, red_outline)});
    clipping.clips = true;
    CHECK(scene.rows(scene.block({0, 0, 4, 3}, {}, {clipping}), 4, 3) ==
          Rows{"RR__", "R___", "RR__"});
}

TEST_CASE("An outline far inside its box is two lines thick at the least") {
    Scene scene;
    const auto outlined = [](StyleDraft& draft) {
        red_outline(draft);
        draft.paint.outline_offset = -3;
    };
    CHECK(scene.rows(scene.block({0, 0, 4, 4}, {}, {scene.block({0, 0, 4, 4}, outlined)}), 4, 4) ==
          Rows{"____", "_RR_", "_RR_", "____"});
}

TEST_CASE("What is blended in a stacking context is blended with nothing behind that") {
    Scene scene;
    const auto multiplied = [](StyleDraft& draft) {
        draft.paint.blend_mode = BlendMode::kMultiply;
    };
    const auto isolated = [](StyleDraft& draft) { draft.paint.is_isolated = true; };
    const Fragment blended = scene.block({0, 0, 1, 1}, background(kRed) + multiplied);
    CHECK(scene.rows(scene.block({0, 0, 2, 1}, background(kBlue),
                                 {scene.block({0, 0, 1, 1}, isolated, {blended})}),
                     2, 1) == Rows{"RB"});
}

TEST_CASE("A hidden table's collapsed borders are hidden") {
    Scene scene;
    Fragment table = scene.block(
        {0, 0, 4, 1}, [](StyleDraft& draft) { draft.ink.visibility = style::Visibility::kHidden; },
        {scene.block({0, 0, 4, 1}, background(kBlue))});
    table.collapsed_borders = {{1, style::BorderStyle::kSolid, kRed, {0, 0.5}, {4, 0.5}}};
    CHECK(scene.rows(table, 4, 1) == Rows{"BBBB"});
}

TEST_CASE("A collapsed table's borders are drawn over its cells") {
    Scene scene;
    Fragment table = scene.block({0, 0, 4, 3}, {}, {scene.block({0, 0, 4, 3}, background(kBlue))});
    table.collapsed_borders = {{1, style::BorderStyle::kSolid, kRed, {0, 1.5}, {4, 1.5}}};
    CHECK(scene.rows(table, 4, 3) == Rows{"BBBB", "RRRR", "BBBB"});
}

TEST_CASE("what a transform takes out of a box that clips is cut off") {
    Scene scene;
    const auto moved = [](StyleDraft& draft) {
        css::TransformFunction right{};
        right.kind = css::TransformFunction::Kind::kTranslate;
        right.x.px = 2;
        draft.paint.transform = {right};
    };
    Fragment clipping =
        scene.block({0, 0, 3, 1}, {}, {scene.block({0, 0, 2, 1}, background(kRed) + moved)});
    clipping.clips = true;
    CHECK(scene.rows(scene.block(kWhole, background(kBlue), {std::move(clipping)}), 4, 1) ==
          Rows{"BBRB"});
}
