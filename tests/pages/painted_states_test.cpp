// States take over what the ones before them painted: each has to be as if it were painted alone.
#include "paint/painted_states.h"

#include <catch2/catch.hpp>
#include <string>

#include "../support/temporary_folder.h"
#include "pages/session.h"
#include "paint/same_item.h"

using namespace ghreveal;

namespace {

// More steps than are painted each by itself.
std::string deck_of(const std::string& style, const std::string& items) {
    std::string many;
    for (int i = 0; i < 12; ++i) {
        many += items;
    }
    return "---\ntitle: T\n---\n\n<style>" + style + "</style>\n\n<section>" + many +
           "</section>\n";
}

std::size_t paint_as_if_alone(const std::string& markdown) {
    TemporaryFolder folder;
    Diagnostics diagnostics;
    Timings timings;
    pages::ExportOptions options;
    options.offline = true;
    options.fragments = pages::FragmentMode::kAll;
    // Alone, a slide could be fitted another way.
    options.overflow = pages::OverflowMode::kClip;
    folder.put("_config.yml", "");
    const std::string deck = folder.put("deck.md", markdown).string();
    pages::Session session(deck, options, diagnostics, timings);
    std::vector<pages::Page> all;
    session.for_each_page([&](const pages::Page& page) { all.push_back(page); });
    for (const pages::Page& page : all) {
        const paint::DisplayList alone =
            session.display_list(page.slide, session.laid_out(page.slide, page.step));
        INFO("step " << page.step);
        CHECK(paint::dump(*page.content) == paint::dump(alone));
    }
    return all.size();
}

}  // namespace

TEST_CASE("what steps show, hide and recolour is painted as if each state were alone") {
    CHECK(paint_as_if_alone(deck_of("",
                                    "<p class=fragment>shown</p>"
                                    "<p class='fragment fade-out'>hidden</p>"
                                    "<p class='fragment highlight-red'>red <i>too</i></p>"
                                    "<p class='fragment semi-fade-out'>half</p>"
                                    "<p class='fragment grow'>grown</p>")) > 60);
}

TEST_CASE("what a step changes around an element is painted anew with it") {
    CHECK(
        paint_as_if_alone(deck_of(
            ".line.visible { text-decoration: underline }"
            ".cut.visible { opacity: 0.5 }"
            ".on.visible + b { color: red }",
            "<div class='fragment line' style='opacity:1;visibility:inherit'><p>one <b>two</b></p>"
            "<p class=fragment>inside</p></div>"
            "<div class='fragment cut' style='visibility:inherit'><p>three</p></div>"
            "<i class='fragment on'>x</i><b>beside</b>")) > 40);
}

TEST_CASE("outlines, floats, layers and letters that show a background are taken over") {
    CHECK(
        paint_as_if_alone(deck_of(
            ".letters { background: linear-gradient(red, blue); -webkit-background-clip: text;"
            " background-clip: text; color: transparent }",
            "<p class=fragment style='outline: 2px solid red'>outlined</p>"
            "<p class=fragment style='float: left; background: #333'>floating</p>"
            "<p class=fragment style='position: relative; z-index: -1; background: #444'>below</p>"
            "<p class=fragment style='position: relative; top: 2px'>above <s>struck</s></p>"
            "<p class='fragment letters'>letters <i>and more</i></p>"
            "<div class=fragment style='overflow: hidden; height: 20px'><p>cut</p><p>off</p></div>"
            "<a class=fragment href='https://example.org/'>link <b>of two</b></a>")) > 80);
}

TEST_CASE("a step that lays the slide out anew takes nothing over") {
    CHECK(paint_as_if_alone(deck_of(".wide.visible { padding: 3px }",
                                    "<p class=fragment>a</p><p class='fragment wide'>b</p>")) > 20);
}

TEST_CASE("of the element that a step changes nothing is taken over, nor of those around it") {
    TemporaryFolder folder;
    Diagnostics diagnostics;
    Timings timings;
    pages::ExportOptions options;
    options.offline = true;
    folder.put("_config.yml", "");
    const std::string deck =
        folder
            .put("deck.md", deck_of(".current-fragment { color: red }", "<p class=fragment>a</p>"))
            .string();
    pages::Session session(deck, options, diagnostics, timings);
    const deck::Slide& slide = session.deck().slides.back();
    const std::size_t at = session.deck().slides.size() - 1;
    const layout::Fragment section = session.laid_out(at, 3).section.fragment;
    paint::PaintedStates states;
    using paint::Phase;
    const layout::Fragment* around = &section;
    while (around->children.size() == 1) {
        around = &around->children.front();
    }
    REQUIRE(around->children.size() == 12);
    for (const layout::Fragment& paragraph : around->children) {
        states.remember(paragraph, Phase::kForeground, {});
    }
    states.remember(section, Phase::kForeground, {});
    states.end_state(std::make_shared<const paint::DisplayList>());
    states.begin_state(*slide.section, session.slide_styles(at, 3), session.slide_styles(at, 4));
    CHECK(states.find(section, Phase::kForeground) == nullptr);
    std::size_t known = 0;
    for (const layout::Fragment& paragraph : around->children) {
        known += states.find(paragraph, Phase::kForeground) != nullptr ? 1 : 0;
        CHECK(states.find(paragraph, Phase::kFloats) == nullptr);
    }
    // The one that was the current fragment, and the one that is.
    CHECK(known == 10);
}
