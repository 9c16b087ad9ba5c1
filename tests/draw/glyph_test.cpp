#include <catch2/catch.hpp>

#include "draw/glyph_painter.h"
#include "pictures.h"
#include "test_face.h"

using namespace ghreveal;
using namespace ghreveal::paint;
using namespace ghreveal::draw;

namespace {

text::GlyphRun run_of(const std::string& text, std::vector<text::Glyph> glyphs) {
    text::GlyphRun run;
    run.text = text;
    run.glyphs = std::move(glyphs);
    for (const text::Glyph& glyph : run.glyphs) {
        run.width += glyph.advance;
    }
    return run;
}

std::vector<std::pair<int, int>> clusters_of(const GlyphBatch& batch) {
    std::vector<std::pair<int, int>> pairs;
    for (const cairo_text_cluster_t& cluster : batch.clusters) {
        pairs.emplace_back(cluster.num_bytes, cluster.num_glyphs);
    }
    return pairs;
}

using Pairs = std::vector<std::pair<int, int>>;

}  // namespace

TEST_CASE("A ligature stands for all of its letters") {
    GlyphBatch batch;
    append_run(
        batch,
        run_of("office", {{1, 10, 0, 0, 0}, {2, 20, 0, 0, 1}, {3, 10, 0, 0, 4}, {4, 10, 0, 0, 5}}),
        {100, 50}, Output::kRaster);
    CHECK(batch.text == "office");
    CHECK(clusters_of(batch) == Pairs{{1, 1}, {3, 1}, {1, 1}, {1, 1}});
    CHECK(batch.glyphs[2].x == 130);
    CHECK(batch.glyphs[2].y == 50);
}

TEST_CASE("An accent drawn as a glyph of its own belongs to its letter's cluster") {
    GlyphBatch batch;
    append_run(batch, run_of("e\u0301a", {{1, 10, 0, 0, 0}, {2, 0, -4, 3, 0}, {3, 10, 0, 0, 3}}),
               {0, 0}, Output::kRaster);
    CHECK(clusters_of(batch) == Pairs{{3, 2}, {1, 1}});
    CHECK(batch.glyphs[1].x == 6);
    CHECK(batch.glyphs[1].y == -3);
}

TEST_CASE("Runs on a line go together as one text") {
    GlyphBatch batch;
    append_run(batch, run_of("to", {{1, 10, 0, 0, 0}, {2, 10, 0, 0, 1}}), {0, 0}, Output::kRaster);
    append_run(batch, run_of(" ", {{3, 5, 0, 0, 0}}), {20, 0}, Output::kRaster);
    append_run(batch, run_of("be", {{4, 10, 0, 0, 0}, {5, 10, 0, 0, 1}}), {25, 0}, Output::kRaster);
    CHECK(batch.text == "to be");
    CHECK(batch.clusters.size() == 5);
    CHECK(batch.has_text);
}

TEST_CASE("In a PDF glyphs advance by whole thousandths of an em, runs start where they are") {
    GlyphBatch batch;
    text::GlyphRun run = run_of("to", {{1, 10.0004, 0, 0, 0}, {2, 10, 0, 0, 1}});
    run.font.size = 20;
    append_run(batch, run, {0.123, 0}, Output::kPdf);
    CHECK(batch.glyphs[0].x == 0.123);
    CHECK(batch.glyphs[1].x == Approx(10.123).epsilon(1e-12));
}

TEST_CASE("Right-to-left text goes out as it is drawn, character by character") {
    GlyphBatch batch;
    text::GlyphRun run =
        run_of("\u05d0\u05b8\u05d1", {{2, 10, 0, 0, 4}, {3, 0, 2, 0, 0}, {1, 12, 0, 0, 0}});
    run.direction = text::Direction::kRightToLeft;
    append_run(batch, run, {0, 0}, Output::kRaster);
    CHECK(batch.text == "\u05d1\u05b8\u05d0");
    CHECK(clusters_of(batch) == Pairs{{2, 1}, {4, 2}});
    append_run(batch, run_of("a", {{4, 10, 0, 0, 0}}), {22, 0}, Output::kRaster);
    CHECK(batch.text == "\u05d1\u05b8\u05d0a");
}

TEST_CASE("Clusters that do not fit the text leave glyphs without text") {
    GlyphBatch batch;
    append_run(batch, run_of("a", {{1, 10, 0, 0, 0}, {2, 10, 0, 0, 7}}), {0, 0}, Output::kRaster);
    CHECK_FALSE(batch.has_text);
    CHECK(batch.glyphs.size() == 2);
}

TEST_CASE("Glyphs are drawn where their fractions put them") {
    const TestFace face("liberation-sans/LiberationSans-Regular.ttf");
    const auto bar = face.run("l", 40);
    const auto ink = [&](Px x) {
        const Picture picture({DrawGlyphs{bar, {x, 40}, kBlack}}, 20, 50);
        int columns = 0;
        for (int column = 0; column < 20; ++column) {
            columns += (255 - picture.gray(column, 30)) * column;
        }
        return columns;
    };
    // A quarter px further right is a quarter px more, not the same or a whole one.
    const int width = (ink(5) - ink(4));
    CHECK(ink(4.25) - ink(4) == Approx(width * 0.25).epsilon(0.2));
}

TEST_CASE("A slanted face leans to the right") {
    const TestFace face("liberation-sans/LiberationSans-Regular.ttf");
    const auto oblique = std::make_shared<text::GlyphRun>(*face.run("l", 40));
    oblique->font.synthetic_oblique = true;
    const Picture picture({DrawGlyphs{oblique, {4, 40}, kBlack}}, 40, 50);
    const auto first_dark = [&](int y) {
        int x = 0;
        while (x < 40 && picture.gray(x, y) > 128) {
            ++x;
        }
        return x;
    };
    CHECK(first_dark(15) - first_dark(35) == Approx(20 * 0.364).margin(1.1));
}

TEST_CASE("A shadow of glyphs without blur is their outlines") {
    const TestFace face("liberation-sans/LiberationSans-Regular.ttf");
    const auto run = face.run("H", 40);
    CHECK(rows_of({GlyphShadow{run, {2, 40}, 0, kBlack}}, 40, 50) ==
          rows_of({DrawGlyphs{run, {2, 40}, kBlack}}, 40, 50));
}

TEST_CASE("A blurred shadow of glyphs is softer and wider") {
    const TestFace face("liberation-sans/LiberationSans-Regular.ttf");
    const auto run = face.run("l", 40);
    const Picture sharp({DrawGlyphs{run, {14, 40}, kBlack}}, 40, 60);
    const Picture soft({GlyphShadow{run, {14, 40}, 8, kBlack}}, 40, 60);
    CHECK(soft.gray(18, 25) > sharp.gray(18, 25) + 50);
    CHECK(soft.gray(14, 25) < sharp.gray(14, 25));
}

TEST_CASE("A text's stroke is a line around its glyphs, half of it over their fill") {
    const TestFace face("dejavu-sans-mono/DejaVuSansMono.ttf");
    DrawGlyphs block{face.run("\u2588", 40), {10, 50}, kBlue, {}, 6, kRed};
    const std::string row = Picture({block}, 50, 60).rows()[40];
    // The block is 24 px wide: 3 px of the stroke on each side of its edges.
    CHECK(row.find("RRRRR?BB") != std::string::npos);
    CHECK(row.find("BB?RRRRR") != std::string::npos);
    block.color = kTransparent;
    const std::string hollow = Picture({block}, 50, 60).rows()[40];
    CHECK(hollow.find('B') == std::string::npos);
    CHECK(hollow.find("RRRRR?_") != std::string::npos);
}
