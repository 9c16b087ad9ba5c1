// A whole page: backgrounds, content, number.
#include <catch2/catch.hpp>

#include "../draw/pictures.h"
#include "paint/boxes/slide_background.h"
#include "paint/paint.h"
#include "paint/text/slide_number.h"
#include "style/properties/paint_style.h"
#include "style/style_builder.h"

using namespace ghreveal;
using namespace ghreveal::paint;
using Catch::Contains;

namespace {

// A slide whose section has these attributes.
class Page {
public:
    using Attribute = std::pair<const char*, std::string>;
    explicit Page(std::initializer_list<Attribute> attributes = {}) {
        dom::Node& section = deck_.document.create_element("section");
        for (const auto& [name, value] : attributes) {
            section.set_attribute(name, value);
        }
        slide_.section = &section;
    }

    std::string background() {
        DisplayList list;
        PaintContext context{deck_, images_, shaper_};
        paint_slide_background(slide_, nullptr, {0, 0, 998, 728}, context, list);
        return dump(list);
    }
    std::string canvas(const style::SlideStyles& styles) {
        DisplayList list;
        PaintContext context{deck_, images_, shaper_};
        paint_canvas_background(styles, {}, context, list);
        return dump(list);
    }
    DisplayList number() {
        DisplayList list;
        PaintContext context{deck_, images_, shaper_};
        paint_slide_number(slide_, {998, 728}, context, list);
        return list;
    }
    deck::Deck& deck() { return deck_; }
    deck::Slide& slide() { return slide_; }
    const Diagnostics& diagnostics() const { return diagnostics_; }

private:
    Diagnostics diagnostics_;
    deck::Deck deck_;
    deck::Slide slide_;
    media::ImageLoader images_{{}, {.offline = true, .limits = {}}, diagnostics_};
    text::FontBook fonts_;
    text::Shaper shaper_{fonts_, diagnostics_};
};

// One blue pixel.
const std::string kBluePixel =
    "data:image/"
    "png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYPgPAAEDAQAIicLsAAAA"
    "AElFTkSuQmCC";

}  // namespace

TEST_CASE("The body's background covers the page") {
    style::SlideStyles styles;
    auto body = std::make_shared<style::ComputedStyle>(*style::initial_style());
    style::PaintStyle paint;
    paint.background_color = kBlue;
    body->paint_group = std::make_shared<const style::PaintStyle>(paint);
    styles.around = {{style::initial_style(), nullptr, nullptr}, {body, nullptr, nullptr}};
    CHECK(Page().canvas(styles) == "fill 0 0 998x728 #0000ff\n");
}

TEST_CASE("A slide without a background attribute has no background") {
    CHECK(Page().background().empty());
}

TEST_CASE("A slide's background colour covers the whole page") {
    CHECK(Page{{"data-background", "#283b95"}}.background() == "fill 0 0 998x728 #283b95\n");
    CHECK(Page{{"data-background-color", "tomato"}}.background() == "fill 0 0 998x728 #ff6347\n");
}

TEST_CASE("A background may be a gradient") {
    CHECK(Page{{"data-background", "linear-gradient(red,blue)"}}.background() ==
          "gradient 0 0 998x728 of 0 0 998x728 linear\n");
}

TEST_CASE("A background picture covers the page, centred, and is not repeated") {
    Page page{{"data-background-image", kBluePixel}};
    CHECK(page.background() ==
          "clip 0 0 998x728\n"
          "  image 0 -135 998x998\n"
          "end\n");
}

TEST_CASE("A background picture's size and repetition can be said") {
    Page page{{"data-background-image", kBluePixel},
              {"data-background-size", "100px"},
              {"data-background-repeat", "repeat"}};
    CHECK(page.background() == "tiles 0 0 998x728 of 449 314 100x100 step 100x100\n");
}

// CSS Backgrounds 3 §3.4: a tile of 600 px is as wide as 998 / round(998 / 600), as high as
// 728 / round(728 / 600).
TEST_CASE("A background that is repeated round has the nearest whole number of tiles") {
    Page page{{"data-background-image", kBluePixel},
              {"data-background-size", "600px"},
              {"data-background-repeat", "round"}};
    CHECK_THAT(page.background(), Catch::EndsWith("499x728 step 499x728\n"));
}

TEST_CASE("A colour shows behind a picture") {
    Page page{{"data-background-image", kBluePixel},
              {"data-background-color", "red"},
              {"data-background-size", "contain"}};
    CHECK(page.background() ==
          "fill 0 0 998x728 #ff0000\n"
          "image 135 0 728x728\n");
}

TEST_CASE("A missing background picture is reported with the slide's line") {
    Page page{{"data-background", "/no/such/picture.jpg"}};
    page.deck().file = "talk.md";
    page.slide().section->line = 12;
    CHECK(page.background().empty());
    REQUIRE(page.diagnostics().warnings().size() == 1);
    CHECK(to_string(page.diagnostics().warnings()[0].where) == "talk.md:12");
}

TEST_CASE("A stack's background lies behind its slides' own") {
    Page page{{"data-background", "rgba(0,0,255,.5)"}};
    dom::Node& stack = page.deck().document.create_element("section");
    stack.set_attribute("data-background", "red");
    page.deck().document.append_child(stack, *page.slide().section);
    CHECK(page.background() ==
          "fill 0 0 998x728 #ff0000\n"
          "fill 0 0 998x728 #0000ff/0.50\n");
}

TEST_CASE("No slide number is drawn unless the deck asks for it") {
    CHECK(Page().number().empty());
}

TEST_CASE("The slide number sits 8 px from the page's corner, white on translucent black") {
    Page page;
    page.deck().configuration.slide_number = deck::SlideNumberFormat::kC;
    page.slide().number = 7;
    const DisplayList list = page.number();
    REQUIRE(list.size() == 2);
    const auto& box = std::get<FillRect>(list[0]);
    CHECK(box.shape.rect.right() == Approx(990));
    CHECK(box.shape.rect.bottom() == Approx(720));
    CHECK(box.shape.rect.height == Approx(22));
    CHECK(box.color == Color{0, 0, 0, 0.4F});
    const auto& glyphs = std::get<DrawGlyphs>(list[1]);
    CHECK(glyphs.run->text == "7");
    CHECK(glyphs.color == kWhite);
    CHECK(glyphs.origin.x == Approx(box.shape.rect.x + 5));
}
