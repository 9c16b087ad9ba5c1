// Effects on a box as a whole, and what backgrounds and borders are cut to.
#include <catch2/catch.hpp>

#include "scene.h"

using namespace ghreveal;
using namespace ghreveal::paint;
using layout::Fragment;

namespace {

// A red picture, cut one px from each of its edges.
void red_border_picture(StyleDraft& draft) {
    auto image = std::make_shared<css::BorderImage>();
    auto gradient = std::make_shared<css::Gradient>();
    gradient->stops = {{kRed, {}}, {kRed, {}}};
    image->image.gradient = gradient;
    const css::BorderImage::Extent one{1, {}};
    image->slice = {one, one, one, one};
    draft.paint.border_image = {image};
}

}  // namespace

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
    Fragment box = scene.block({0, 0, 4, 3}, red_border_picture);
    box.border = {1, 1, 1, 1};
    CHECK(scene.rows(box, 4, 3) == Rows{"RRRR", "R__R", "RRRR"});
}

TEST_CASE("The parts of a border's picture meet on whole px") {
    Scene scene;
    Fragment box = scene.block({0, 0, 3, 3}, red_border_picture);
    box.border = {2, 2, 2, 2};  // too wide: one and a half each
    CHECK(scene.rows(box, 3, 3) == Rows{"RRR", "RRR", "RRR"});
}

TEST_CASE("overflow clip in one direction leaves the other open") {
    Scene scene;
    Fragment box = scene.block({0, 0, 2, 1}, {}, {scene.block({0, 0, 4, 3}, background(kRed))});
    box.clips = true;
    box.clips_one_axis = layout::ClippedAxis::kX;
    CHECK(scene.rows(box, 4, 3) == Rows{"RR__", "RR__", "RR__"});
}

TEST_CASE("overflow-clip-margin widens what overflow: clip leaves, and nothing else") {
    Scene scene;
    const auto clipped = [&scene](style::Overflow overflow) {
        const auto clipping = [overflow](StyleDraft& draft) {
            draft.box.overflow_x = draft.box.overflow_y = overflow;
            draft.paint.overflow_clip_margin = 1;
        };
        Fragment box =
            scene.block({0, 0, 2, 2}, clipping, {scene.block({0, 0, 4, 4}, background(kRed))});
        box.clips = true;
        return scene.rows(box, 4, 4);
    };
    CHECK(clipped(style::Overflow::kClip) == Rows{"RRR_", "RRR_", "RRR_", "____"});
    CHECK(clipped(style::Overflow::kHidden) == Rows{"RR__", "RR__", "____", "____"});
}

TEST_CASE("empty cells are hidden with their background where that is asked for") {
    Scene scene;
    const auto hidden = [](StyleDraft& draft) { draft.ink.hides_empty_cells = true; };
    Fragment empty = scene.block({0, 0, 1, 1}, background(kRed) + hidden);
    empty.kind = layout::FragmentKind::kTableCell;
    Fragment full = scene.block({1, 0, 1, 1}, background(kRed) + hidden,
                                {scene.block({1, 0, 1, 1}, background(kBlue))});
    full.kind = layout::FragmentKind::kTableCell;
    CHECK(scene.rows(scene.block({0, 0, 2, 1}, {}, {empty, full}), 2, 1) == Rows{"_B"});
}

TEST_CASE("a clip path is in the box that it names") {
    Scene scene;
    const auto cut = [](StyleDraft& draft) {
        auto shape = std::make_shared<css::BasicShape>();
        const css::LengthPercentage none;
        shape->edges = {none, none, none, none};
        shape->area = css::BoxArea::kContentBox;
        draft.paint.clip_path = {shape};
    };
    Fragment box = scene.block({0, 0, 3, 3}, background(kRed) + cut);
    box.padding = {1, 1, 1, 1};
    CHECK(scene.rows(box, 3, 3) == Rows{"___", "_R_", "___"});
}

TEST_CASE("a transform is by the box that it names") {
    Scene scene;
    const auto drawn = [&scene](css::BoxArea area) {
        const auto moved = [area](StyleDraft& draft) {
            css::TransformFunction function{};
            function.kind = css::TransformFunction::Kind::kTranslate;
            function.x.percent = 100;
            draft.paint.transform = {function};
            draft.paint.transform_box = area;
        };
        Fragment box = scene.block({0, 0, 3, 1}, background(kRed) + moved);
        box.padding = {0, 1, 0, 1};
        return scene.rows(box, 6, 1);
    };
    CHECK(drawn(css::BoxArea::kBorderBox) == Rows{"___RRR"});
    CHECK(drawn(css::BoxArea::kContentBox) == Rows{"_RRR__"});
}

TEST_CASE("The back of a box is not drawn where it is hidden") {
    using style::SpaceTurn;
    constexpr SpaceTurn kTurned{-1, 0, 0, 0, 1, 0, 0, 0, -1};  // rotateY(180deg)
    const auto drawn = [](const std::optional<SpaceTurn>& outer, bool keeps_space,
                          const std::optional<SpaceTurn>& inner) {
        Scene scene;
        const Fragment back = scene.block(
            {0, 0, 4, 4}, background(kRed) + [&](StyleDraft& draft) {
                draft.paint.hides_back = true;
                draft.paint.turn = inner;
            });
        const Fragment card = scene.block({0, 0, 4, 4},
                                          [&](StyleDraft& draft) {
                                              draft.paint.turn = outer;
                                              draft.paint.keeps_space = keeps_space;
                                          },
                                          {back});
        scene.append(scene.node_of(card), scene.node_of(back));
        return !scene.paint(card).empty();
    };
    CHECK(drawn(std::nullopt, false, std::nullopt));
    CHECK_FALSE(drawn(std::nullopt, false, kTurned));
    CHECK(drawn(kTurned, false, std::nullopt));
    CHECK_FALSE(drawn(kTurned, true, std::nullopt));
    CHECK(drawn(kTurned, true, kTurned));
}
