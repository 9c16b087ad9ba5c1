// An inline <svg> is part of its page. Expected colours: what the page's rules ask for, as Chromium
// shows them.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "picture.h"

using namespace ghreveal;
using namespace ghreveal::testing;

namespace {

namespace fs = std::filesystem;

// The slides' pages, without the title slide's, in order of states.
std::vector<Picture> pages_of(const std::string& markdown) {
    const fs::path folder = fs::temp_directory_path() / "ghreveal-inline-svg";
    fs::remove_all(folder);
    fs::create_directories(folder);
    (std::ofstream(folder / "deck.md") << "---\ntitle: T\ntheme: white\n---\n" << markdown);
    std::ofstream(folder / "parts.svg")
        << "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><symbol id='p'>"
           "<rect width='80' height='80' fill='#ff0000'/></symbol></svg>";
    Diagnostics diagnostics;
    std::vector<Picture> pages;
    for (const RenderedPage& page :
         render_pages(folder / "deck.md", TitleSlide::kLeaveOut, diagnostics)) {
        pages.push_back(decode_png(page.png));
    }
    CHECK(diagnostics.empty());
    fs::remove_all(folder);
    return pages;
}

// The picture lies at the top left of a slide that is full, (19, 14) of the page and 20 px of
// padding.
std::string svg(const std::string& content, const std::string& style = "") {
    return "<div style=\"position:relative;height:660px\"><svg width=\"400\" height=\"200\" "
           "style=\"position:absolute;left:0;top:0;" +
           style + "\">" + content + "</svg></div>\n";
}

std::uint32_t color_in(const Picture& page, int x, int y) {
    return page.at(19 + x, 34 + y) & 0xFFFFFFU;
}

constexpr std::uint32_t kWhitePaper = 0xFFFFFF;

}  // namespace

TEST_CASE("rules of the page apply to an inline SVG's elements") {
    const auto pages = pages_of(
        "\n<style>\n.n { fill: #00cc00; stroke: #ff0000; stroke-width: 20px }\n"
        ".reveal section .hide { display: none }\n.half { opacity: .5 }\n</style>\n\n" +
        svg("<rect class=\"n\" x=\"10\" y=\"10\" width=\"80\" height=\"80\"/>"
            "<rect class=\"n hide\" x=\"110\" y=\"10\" width=\"80\" height=\"80\"/>"
            "<rect class=\"half\" x=\"210\" y=\"10\" width=\"80\" height=\"80\"/>"));
    REQUIRE(pages.size() == 1);
    CHECK(color_in(pages[0], 50, 50) == 0x00CC00);
    CHECK(color_in(pages[0], 10, 50) == 0xFF0000);
    CHECK(color_in(pages[0], 150, 50) == kWhitePaper);
    const std::uint32_t half = color_in(pages[0], 250, 50);
    CHECK((half == 0x7F7F7F || half == 0x808080));
}

TEST_CASE("an inline SVG inherits colour and fill") {
    const auto pages =
        pages_of("\n<div style=\"color:#cc0000;fill:#0000ff\">" +
                 svg("<rect width=\"100\" height=\"100\" fill=\"currentColor\"/>"
                     "<rect x=\"100\" width=\"100\" height=\"100\"/>"
                     "<g fill=\"#00ff00\"><rect x=\"200\" width=\"100\" height=\"100\"/></g>") +
                 "</div>\n");
    CHECK(color_in(pages[0], 50, 50) == 0xCC0000);
    CHECK(color_in(pages[0], 150, 50) == 0x0000FF);
    CHECK(color_in(pages[0], 250, 50) == 0x00FF00);
}

TEST_CASE("fragments inside an inline SVG come step by step") {
    const auto pages =
        pages_of("\n" + svg("<rect width=\"100\" height=\"100\" fill=\"#ff0000\"/>"
                            "<rect class=\"fragment\" x=\"100\" width=\"100\" height=\"100\" "
                            "fill=\"#00ff00\"/>"));
    REQUIRE(pages.size() == 2);
    CHECK(color_in(pages[0], 50, 50) == 0xFF0000);
    CHECK(color_in(pages[0], 150, 50) == kWhitePaper);
    CHECK(color_in(pages[1], 150, 50) == 0x00FF00);
}

TEST_CASE("an inline SVG of another size than its attributes is not stretched without a viewBox") {
    const auto pages = pages_of("\n" + svg("<rect width=\"100\" height=\"100\" fill=\"#ff0000\"/>",
                                           "width:800px;height:400px"));
    CHECK(color_in(pages[0], 95, 95) == 0xFF0000);
    CHECK(color_in(pages[0], 150, 50) == kWhitePaper);
}

TEST_CASE("an inline SVG shows parts of the page's other drawings and of files") {
    const auto pages = pages_of(
        "\n<svg style=\"position:absolute;width:0;height:0\"><symbol id=\"s\" viewBox=\"0 0 10 "
        "10\">"
        "<rect width=\"10\" height=\"10\" fill=\"url(#g)\"/></symbol><linearGradient id=\"g\">"
        "<stop stop-color=\"#00cc00\"/></linearGradient></svg>\n\n" +
        svg("<use href=\"#s\" width=\"80\" height=\"80\"/><use xlink:href=\"parts.svg#p\" "
            "x=\"100\"/><use href=\"#own\" x=\"200\"/><defs><rect id=\"own\" width=\"80\" "
            "height=\"80\" fill=\"#0000ff\"/></defs>"));
    REQUIRE(pages.size() == 1);
    CHECK(color_in(pages[0], 40, 40) == 0x00CC00);
    CHECK(color_in(pages[0], 140, 40) == 0xFF0000);
    CHECK(color_in(pages[0], 240, 40) == 0x0000FF);
}

// What the page lacks is said by the checks of its elements (tests/check/dropped_test.cpp).
TEST_CASE("a part that a file lacks is said once, and so is a file that is not there") {
    const fs::path folder = fs::temp_directory_path() / "ghreveal-inline-svg-parts";
    fs::create_directories(folder);
    (std::ofstream(folder / "parts.svg") << "<svg xmlns='http://www.w3.org/2000/svg'/>");
    (std::ofstream(folder / "deck.md")
     << "---\ntitle: T\n---\n\n<svg width=\"9\" height=\"9\"><use href=\"#a\"/><use "
        "href=\"#a\"/><use href=\"parts.svg#b\"/><use href=\"none.svg#c\"/></svg>\n");
    Diagnostics diagnostics;
    render_pages(folder / "deck.md", TitleSlide::kLeaveOut, diagnostics);
    fs::remove_all(folder);
    REQUIRE(diagnostics.warnings().size() == 2);
    CHECK(diagnostics.warnings()[0].where.line == 5);
    CHECK(diagnostics.warnings()[0].what == "the drawing shows 'parts.svg#b', which is not there");
    CHECK(diagnostics.warnings()[1].what.starts_with("cannot show the picture 'none.svg'"));
}
