#include <catch2/catch.hpp>

#include "scene.h"
#include "style/properties/ink_style.h"

using namespace ghreveal;
using namespace ghreveal::paint;
using layout::Fragment;

namespace {

const Rect kWhole{0, 0, 100, 20};

Fragment link_to(Scene& scene, const char* address, Rect area,
                 std::vector<Fragment> children = {}) {
    Fragment link = scene.inline_box(area, {}, std::move(children), "a");
    scene.node_of(link).set_attribute("href", address);
    return link;
}

}  // namespace

TEST_CASE("A link's area is its inline box on each line") {
    Scene scene;
    Fragment first = link_to(scene, "https://example.org", {50, 0, 50, 20});
    Fragment second = first;
    second.border_box = {0, 20, 30, 20};
    CHECK(dump(scene.paint(scene.block(
              {0, 0, 100, 40}, {},
              {scene.line(kWhole, {first}), scene.line({0, 20, 100, 20}, {second})}))) ==
          "link https://example.org [50 0 50x20]\n"
          "end-link\n"
          "link https://example.org [0 20 30x20]\n"
          "end-link\n");
}

TEST_CASE("A link reaches around a picture that stands out of its line") {
    Scene scene;
    Fragment picture = scene.block({10, -30, 40, 50});
    CHECK(dump(scene.paint(
              scene.block(kWhole, {},
                          {scene.line(kWhole, {link_to(scene, "https://example.org",
                                                       {10, 5, 40, 10}, {picture})})}))) ==
          "link https://example.org [10 -30 40x50]\n"
          "end-link\n");
}

TEST_CASE("An anchor without an address is no link") {
    Scene scene;
    Fragment anchor = scene.inline_box({0, 0, 50, 20}, {}, {}, "a");
    CHECK(scene.paint(scene.block(kWhole, {}, {scene.line(kWhole, {anchor})})).empty());
}

TEST_CASE("A hidden link cannot be followed") {
    Scene scene;
    Fragment link = scene.inline_box(
        {0, 0, 50, 20},
        [](StyleDraft& draft) { draft.ink.visibility = style::Visibility::kHidden; }, {}, "a");
    scene.node_of(link).set_attribute("href", "https://example.org");
    CHECK(scene.paint(scene.block(kWhole, {}, {scene.line(kWhole, {link})})).empty());
}

TEST_CASE("A block inside an inline link is a link, although its fragment is outside") {
    Scene scene;
    Fragment root = scene.block(kWhole);
    Fragment inner = scene.block({0, 0, 60, 20});
    dom::Node& anchor = scene.node_of(link_to(scene, "https://example.org", {}));
    scene.append(scene.node_of(root), anchor);
    scene.append(anchor, scene.node_of(inner));
    root.children = {inner};
    CHECK(dump(scene.paint(root)) ==
          "link https://example.org [0 0 60x20]\n"
          "end-link\n");
}
