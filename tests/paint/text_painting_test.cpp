// Text decorations (CSS Text Decoration 3), positions as measured in Chromium.
#include <catch2/catch.hpp>

#include "../draw/test_face.h"
#include "scene.h"
#include "style/properties/paint_style.h"

using namespace ghreveal;
using namespace ghreveal::paint;
using layout::Fragment;

namespace {

Scene::Change decorated(std::uint8_t lines, Px size, Color color = kRed) {
    return [=](StyleDraft& draft) {
        draft.paint.decoration_lines = lines;
        draft.paint.decoration_color = color;
        draft.text.font.size = size;
    };
}

// A line with one text whose baseline is at y = 43.
Fragment line_of_text(Scene& scene, const Scene::Change& change = {}) {
    Fragment text = scene.text({0, 0, 100, 55}, change);
    text.baseline = 43;
    Fragment line = scene.line({0, 0, 100, 60}, {text});
    line.baseline = 43;
    return line;
}

}  // namespace

TEST_CASE("An underline is a tenth of the font size thick, half of that below the baseline") {
    Scene scene;
    const Fragment block =
        scene.block({0, 0, 100, 60}, decorated(style::kUnderline, 40), {line_of_text(scene)});
    CHECK(dump(scene.paint(block)) == "fill 0 45 100x4 #ff0000\n");
}

TEST_CASE("A decoration is drawn along text in blocks and inlines, in the colour it was asked in") {
    Scene scene;
    Fragment inner =
        scene.block({0, 0, 100, 60}, [](StyleDraft& draft) { draft.text.font.size = 40; },
                    {line_of_text(scene, [](StyleDraft& draft) { draft.ink.color = kBlue; })});
    const Fragment block = scene.block({0, 0, 100, 60}, decorated(style::kUnderline, 40), {inner});
    CHECK(dump(scene.paint(block)) == "fill 0 45 100x4 #ff0000\n");
}

TEST_CASE("A decoration does not go into floats and inline-blocks") {
    Scene scene;
    Fragment floating = scene.block({0, 0, 100, 60}, {}, {line_of_text(scene)});
    floating.is_float = true;
    Fragment inline_block = scene.block({0, 0, 100, 60}, {}, {line_of_text(scene)});
    const Fragment block = scene.block({0, 0, 100, 60}, decorated(style::kUnderline, 40),
                                       {floating, scene.line({0, 0, 100, 60}, {inline_block})});
    CHECK(scene.paint(block).empty());
}

TEST_CASE("A double underline is two lines a px apart") {
    Scene scene;
    const Fragment block = scene.block({0, 0, 100, 60},
                                       decorated(style::kUnderline, 40) +
                                           [](StyleDraft& draft) {
                                               draft.paint.decoration_style =
                                                   style::DecorationStyle::kDouble;
                                           },
                                       {line_of_text(scene)});
    CHECK(dump(scene.paint(block)) ==
          "fill 0 45 100x4 #ff0000\n"
          "fill 0 50 100x4 #ff0000\n");
}

TEST_CASE("Glyphs stand on a whole px and keep their place along the line") {
    Scene scene;
    const TestFace face("liberation-sans/LiberationSans-Regular.ttf");
    Fragment text = scene.text({10.25, 5.3, 100, 55});
    text.baseline = 43;
    text.runs = {{face.run("a", 40), 2}};
    const DisplayList list =
        scene.paint(scene.block({0, 0, 200, 100}, {}, {scene.line({0, 0, 200, 60}, {text})}));
    CHECK(dump(list) == "glyphs 12.25 48 \"a\" 40px #000000\n");
}

TEST_CASE("Shadows lie under the text, the first on top of the others") {
    Scene scene;
    const TestFace face("liberation-sans/LiberationSans-Regular.ttf");
    Fragment text = scene.text({0, 0, 100, 55}, [](StyleDraft& draft) {
        draft.ink.text_shadow = {{1, 1, 0, 0, kRed, false}, {2, 2, 3, 0, kBlue, false}};
    });
    text.baseline = 43;
    text.runs = {{face.run("a", 40), 0}};
    const DisplayList list =
        scene.paint(scene.block({0, 0, 200, 100}, {}, {scene.line({0, 0, 200, 60}, {text})}));
    CHECK(dump(list) ==
          "glyph-shadow 2 45 \"a\" blur 3 #0000ff\n"
          "glyph-shadow 1 44 \"a\" blur 0 #ff0000\n"
          "glyphs 0 43 \"a\" 40px #000000\n");
}

TEST_CASE("An underline under the text has its own offset") {
    Scene scene;
    const auto underlined = [&scene](Px offset) {
        const auto under = [offset](StyleDraft& draft) {
            draft.paint.decoration_lines = style::kUnderline;
            draft.paint.decoration_color = kRed;
            draft.text.font.size = 40;
            draft.ink.is_underline_below = true;
            draft.ink.underline_offset = css::LengthPercentage{offset, 0};
        };
        return dump(scene.paint(scene.block({0, 0, 100, 60}, under, {line_of_text(scene)})));
    };
    CHECK(underlined(0) != underlined(3));
}
