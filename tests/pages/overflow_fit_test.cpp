#include <catch2/catch.hpp>

#include "../support/temporary_folder.h"
#include "pages/overflow/page_overflow.h"
#include "pages/session.h"

using namespace ghreveal;
using Catch::Contains;

namespace {

// The page's edges, px of the slides' area: 2 % of 960 px on either side (reveal.js's margin .04).
constexpr Px kPageLeft = -19.2;
constexpr Px kPageRight = 979.2;

// The first slide after the title of a deck in the theme black, laid out.
class FittedSlide {
public:
    explicit FittedSlide(const std::string& markdown,
                         pages::OverflowMode mode = pages::OverflowMode::kFit) {
        folder_.put("deck.md", "---\ntitle: T\ntheme: black\n---\n" + markdown);
        pages::ExportOptions options;
        options.overflow = mode;
        options.offline = true;
        pages::Session session((folder_.path() / "deck.md").string(), options, diagnostics_,
                               timings_);
        const pages::LaidOutState state = session.laid_out(1, 0);
        extent = pages::visible_extent(state.section.fragment, state.styles);
        fit = state.section.fit;
        collect_sizes(state.section.fragment);
    }

    std::vector<std::string> warnings() const {
        std::vector<std::string> sentences;
        for (const Diagnostic& warning : diagnostics_.warnings()) {
            sentences.push_back(to_string(warning));
        }
        return sentences;
    }
    Px left() const { return extent.left * fit.scale + fit.shift; }
    Px right() const { return extent.right * fit.scale + fit.shift; }

    pages::VisibleExtent extent;
    paint::SlideFit fit;
    std::vector<std::pair<std::string, Px>> font_sizes;  // of each run of text

private:
    void collect_sizes(const layout::Fragment& fragment) {
        for (const layout::PlacedRun& placed : fragment.runs) {
            font_sizes.emplace_back(placed.run->text, placed.run->font.size);
        }
        for (const layout::Fragment& child : fragment.children) {
            collect_sizes(child);
        }
    }

    TemporaryFolder folder_;
    Diagnostics diagnostics_;
    Timings timings_;
};

Px size_of(const FittedSlide& slide, const std::string& word) {
    for (const auto& [text, size] : slide.font_sizes) {
        if (text.find(word) != std::string::npos) {
            return size;
        }
    }
    return 0;
}

}  // namespace

TEST_CASE("Code in a list that can be wider keeps its size") {
    const std::string code = "```sh\ndocker run -it --rm debian bash\n```\n";
    const FittedSlide alone(code);
    const FittedSlide listed("1. Run:\n\n   ```sh\n   docker run -it --rm debian bash\n   ```\n");
    CHECK(listed.warnings().empty());
    CHECK(size_of(listed, "docker") == size_of(alone, "docker"));
}

TEST_CASE("Code in a list as wide as the slide shrinks to the room that the slide has") {
    const FittedSlide slide(
        "1. Run:\n\n   ```sh\n   docker run -it --rm --name something --volume "
        "/a/long/path:/b/longer/path debian bash -c 'echo'\n   ```\n");
    REQUIRE(slide.warnings().size() == 1);
    CHECK_THAT(slide.warnings()[0], Contains("text does not fit its box: it is shown at"));
    CHECK(slide.fit.scale == 1);
    CHECK(slide.right() <= kPageRight);
    // By 60 % it would be far narrower than the slide.
    CHECK(slide.right() > 900);
}

// docs/decks.md: down to 60 %, and wrapped after that.
TEST_CASE("Code that is far too wide is shown at 60 % and wrapped") {
    std::string line = "docker";
    for (int i = 0; i < 60; ++i) {
        line += " --option" + std::to_string(i);
    }
    const FittedSlide slide("```sh\n" + line + "\n```\n");
    const FittedSlide alone("```sh\ndocker\n```\n");
    REQUIRE(slide.warnings().size() == 1);
    CHECK_THAT(slide.warnings()[0], Contains("60 % of its size and its lines wrap"));
    CHECK(size_of(slide, "docker") == Approx(0.6 * size_of(alone, "docker")));
    CHECK(slide.right() <= kPageRight);
}

TEST_CASE("A word too long for the page is broken, and the line is named") {
    const FittedSlide slide("Short.\n\nhttps://example.org/" + std::string(90, 'a') + "\n");
    REQUIRE(slide.warnings().size() == 1);
    CHECK_THAT(slide.warnings()[0],
               Contains("deck.md:7: warning: a word is too long for the page: it is broken"));
    CHECK(slide.fit.scale == 1);
    CHECK(slide.left() >= kPageLeft);
    CHECK(slide.right() <= kPageRight);
}

TEST_CASE("A table wider than the page is shown smaller") {
    const FittedSlide slide(
        "| a_long_name_of_a_column_1 | a_long_name_of_a_column_2 | a_long_name_3 |\n"
        "|---|---|---|\n| 1 | 2 | 3 |\n");
    REQUIRE(slide.warnings().size() == 1);
    CHECK_THAT(slide.warnings()[0], Contains("deck.md:5: warning: the table is wider than the "
                                             "page: it is shown at"));
    CHECK(slide.fit.scale == 1);
    CHECK(slide.right() <= kPageRight);
}

TEST_CASE("A row of boxes wider than the page makes the slide smaller, all of it shown") {
    const FittedSlide slide(
        "<div style=\"display: flex\">\n"
        "<div style=\"flex: none; width: 750px; background: navy\">one</div>\n"
        "<div style=\"flex: none; width: 750px; background: navy\">two</div>\n</div>\n");
    REQUIRE(slide.warnings().size() == 1);
    CHECK_THAT(slide.warnings()[0],
               Contains("deck.md:7: warning: the slide is too wide: it is shown at 64 % of its "
                        "size"));
    CHECK(slide.fit.scale == Approx(960.0 / 1500));
    CHECK(slide.left() == Approx(0).margin(1e-9));
    CHECK(slide.right() == Approx(960));
}

TEST_CASE("What runs off the side is said when it is cut") {
    const FittedSlide slide("<p style=\"width: 1200px; background: navy\">wide</p>\n",
                            pages::OverflowMode::kClip);
    REQUIRE(slide.warnings().size() == 1);
    CHECK_THAT(slide.warnings()[0], Contains("the slide is too wide: 220 px run off the page"));
    CHECK(slide.fit.scale == 1);
}

TEST_CASE("A heading set upright takes the width of its lines") {
    const FittedSlide slide(
        "<h2 style=\"writing-mode: vertical-rl; transform: rotate(180deg); height: 600px; "
        "margin: 0\">A long title up the side</h2>\n");
    CHECK(slide.warnings().empty());
    CHECK(slide.fit.scale == 1);
}

TEST_CASE("A box out of flow may run over the page's edge on purpose") {
    const FittedSlide slide(
        "<div style=\"position: absolute; left: -300px; top: 0; width: 1500px; height: 9px; "
        "background: navy\"></div>\n\nText\n");
    CHECK(slide.warnings().empty());
    CHECK(slide.fit.scale == 1);
}
