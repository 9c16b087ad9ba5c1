#include "media/formats/svg.h"

#include <cairo.h>

#include <catch2/catch.hpp>
#include <cstring>

#include "media/data_address.h"
#include "support/error.h"
#include "support/handle.h"

using namespace ghreveal;
using Catch::Matchers::Contains;

namespace {

std::string svg(const std::string& content, const std::string& attributes = "") {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"50\" " + attributes +
           ">" + content + "</svg>";
}

std::string prepared(const std::string& content) {
    return media::read_svg(svg(content), {})->text();
}

// 0xAARRGGBB of a picture drawn 100 x 50 at (10, 10) of a transparent surface.
std::uint32_t pixel_of(const std::string& text, int x, int y) {
    const Handle<cairo_surface_t, cairo_surface_destroy> surface{
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 120, 70)};
    const Handle<cairo_t, cairo_destroy> context{cairo_create(surface.get())};
    media::read_svg(text, {})->draw(context.get(), {10, 10, 100, 50});
    cairo_surface_flush(surface.get());
    std::uint32_t pixel = 0;
    std::memcpy(&pixel,
                cairo_image_surface_get_data(surface.get()) +
                    static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(surface.get()) +
                    static_cast<std::ptrdiff_t>(x) * 4,
                4);
    return pixel;
}

std::string problem_of(const std::string& text, const Limits& limits = {}) {
    try {
        media::read_svg(text, limits);
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

// A PNG's header says its size; who only counts pixels needs no more.
std::string png_header_address(std::uint32_t width, std::uint32_t height) {
    const auto four = [](std::uint32_t number) {
        return std::string{static_cast<char>(number >> 24U), static_cast<char>(number >> 16U),
                           static_cast<char>(number >> 8U), static_cast<char>(number)};
    };
    const std::string header = std::string("\x89PNG\r\n\x1a\n") + four(13) + "IHDR" + four(width) +
                               four(height) + std::string(9, '\1');
    return "data:image/png;base64," + media::base64(header);
}

}  // namespace

TEST_CASE("an SVG's links are groups to its renderer, and areas of the picture to the page") {
    const auto document = media::read_svg(
        svg("<a href=\"http://x.org/\"><rect x=\"25\" y=\"10\" width=\"50\" height=\"20\"/></a>"),
        {});
    CHECK(document->text().find("<a") == std::string::npos);
    REQUIRE(document->links().size() == 1);
    CHECK(document->links()[0].address == "http://x.org/");
    const Rect area = document->links()[0].area;
    CHECK(area.x == Approx(0.25));
    CHECK(area.y == Approx(0.2));
    CHECK(area.width == Approx(0.5));
    CHECK(area.height == Approx(0.4));
}

TEST_CASE("xlink:href is href, also where nothing declares the prefix") {
    const std::string text =
        svg("<defs><rect id=\"r\" width=\"100\" height=\"50\" fill=\"#f00\"/>"
            "</defs><use xlink:href=\"#r\"/>");
    CHECK(pixel_of(text, 50, 30) == 0xFFFF0000);
    CHECK(media::read_svg(
              svg("<a xlink:href=\"http://x.org/\"><rect width=\"9\" height=\"9\"/></a>"), {})
              ->links()
              .size() == 1);
}

TEST_CASE("what is no whole SVG is an error that says where") {
    CHECK_THAT(problem_of("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect>"), Contains("line 1"));
    CHECK_THAT(problem_of(svg("<rect></g>")), Contains("whole XML"));
    CHECK_THAT(problem_of(svg("<text>a&nbsp;b</text>")), Contains("nbsp"));
    CHECK_THAT(problem_of("<html><svg xmlns=\"http://www.w3.org/2000/svg\"/></html>"),
               Contains("no SVG"));
    CHECK(problem_of(svg("<rect/>")).empty());
}

TEST_CASE("an SVG's own entities are replaced, and no file is read for one") {
    const std::string own = "<!DOCTYPE svg [<!ENTITY c \"#0f0\">]>" +
                            svg("<rect width=\"100\" height=\"50\" fill=\"&c;\"/>");
    CHECK(pixel_of(own, 50, 30) == 0xFF00FF00);
    const std::string file =
        "<!DOCTYPE svg [<!ENTITY c SYSTEM \"file:///etc/hostname\">]>" + svg("<text>&c;</text>");
    CHECK_FALSE(problem_of(file).empty());
}

TEST_CASE("an SVG may have so many elements, so deep, with so many pixels of pictures") {
    Limits limits;
    limits.svg_elements = 3;
    CHECK(problem_of(svg("<g/><g/>"), limits).empty());
    CHECK_THAT(problem_of(svg("<g/><g/><g/>"), limits), Contains("too many elements"));
    Limits shallow;
    shallow.svg_nesting = 3;
    CHECK(problem_of(svg("<g><g/></g>"), shallow).empty());
    CHECK_THAT(problem_of(svg("<g><g><g/></g></g>"), shallow), Contains("too deeply"));
    const std::string image = "<image href=\"" + png_header_address(4000, 4000) + "\"/>";
    CHECK(problem_of(svg(image)).empty());
    CHECK_THAT(problem_of(svg(image + image + image)), Contains("too many pixels"));
    const std::string nested = "<image href=\"data:image/svg+xml;base64," +
                               media::base64(svg(image + image + image)) + "\"/>";
    CHECK_THAT(problem_of(svg(nested)), Contains("too many pixels"));
}

TEST_CASE("a filter that would run for hours is given up") {
    Limits limits;
    limits.svg_milliseconds = 200;
    const std::string text =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"600\"><filter id=\"f\">"
        "<feMorphology radius=\"2000\" operator=\"dilate\"/></filter>"
        "<rect width=\"900\" height=\"600\" filter=\"url(#f)\"/></svg>";
    CHECK_THAT(problem_of(text, limits), Contains("longer than"));
}

TEST_CASE("of a filter that would look at all pixels for each it is known before it is tried") {
    const auto dilated = [](const std::string& radius, const std::string& view_box) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"600\"" + view_box +
               "><filter id=\"f\"><feMorphology radius=\"" + radius +
               "\" operator=\"dilate\"/></filter>"
               "<rect width=\"9\" height=\"6\" filter=\"url(#f)\"/></svg>";
    };
    // What filters this little takes no time: only who does not try says that it does.
    CHECK_THAT(problem_of(dilated("2000", "")), Contains("longer than"));
    CHECK_THAT(problem_of(dilated("800,600", "")), Contains("longer than"));
    CHECK(problem_of(dilated("2", "")).empty());
    CHECK(problem_of(dilated("200", " viewBox=\"0 0 90000 60000\"")).empty());
    CHECK_THAT(problem_of(dilated("20", " viewBox=\"0 0 9 6\"")), Contains("longer than"));
    Limits patient;
    patient.svg_milliseconds = 1'000'000;
    CHECK(problem_of(dilated("2000", ""), patient).empty());
}

TEST_CASE("a filter that ends the renderer's process ends only its trial") {
    std::string matrix;
    for (int i = 0; i < 2500; ++i) {
        matrix += "1 ";
    }
    const std::string text =
        svg("<filter id=\"f\"><feConvolveMatrix order=\"50\" kernelMatrix=\"" + matrix +
            "\"/></filter><rect width=\"900\" height=\"600\" filter=\"url(#f)\"/>");
    CHECK_THAT(problem_of(text), Contains("cannot be drawn"));
}

TEST_CASE("a font too large for the renderer ends only its trial") {
    for (const char* text :
         {"<text font-size=\"1e9\">a</text>", "<text style=\"font:1e9px serif\">a</text>",
          "<style>text { fill: red; font-size: 99999in }</style><text>a</text>",
          "<g font-size=\"1000em\"><g font-size=\"100000%\"><text>a</text></g></g>"}) {
        INFO(text);
        CHECK_THAT(problem_of(svg(text)), Contains("cannot be drawn"));
    }
    CHECK(
        problem_of(svg("<text style=\"font:bold 20pt serif\" font-size=\"3em\">a</text>")).empty());
}

TEST_CASE("a filter of usual cost is drawn") {
    const std::string text =
        svg("<filter id=\"f\"><feMorphology radius=\"2\" operator=\"erode\"/></filter>"
            "<rect width=\"100\" height=\"50\" fill=\"#00f\" filter=\"url(#f)\"/>");
    CHECK(pixel_of(text, 60, 35) == 0xFF0000FF);
}

TEST_CASE("a picture is clipped to its viewport") {
    const std::string text =
        svg("<rect x=\"-100\" y=\"-100\" width=\"400\" height=\"400\" fill=\"#f00\"/>");
    CHECK(pixel_of(text, 50, 30) == 0xFFFF0000);
    CHECK(pixel_of(text, 5, 30) == 0);
    CHECK(pixel_of(text, 50, 65) == 0);
}

TEST_CASE("CSS variables and light-dark() in an SVG are replaced") {
    const std::string rule = "<style>:root{--c:#00ff00;--d:var(--c)} rect{fill:var(--d)}</style>";
    CHECK(pixel_of(svg(rule + "<rect width=\"100\" height=\"50\"/>"), 50, 30) == 0xFF00FF00);
    CHECK(pixel_of(svg("<rect width=\"100\" height=\"50\" fill=\"var(--none, #0000ff)\"/>"), 50,
                   30) == 0xFF0000FF);
    CHECK(pixel_of(svg("<rect width=\"100\" height=\"50\" style=\"fill:light-dark(#ff0000, "
                       "#ffffff)\"/>"),
                   50, 30) == 0xFFFF0000);
    // Each twice the one before: no more than the limit comes of it.
    std::string bomb = "<style>:root{--v0:aaaaaaaaaaaaaaaa;";
    for (int i = 1; i < 40; ++i) {
        const std::string before = "var(--v" + std::to_string(i - 1) + ")";
        bomb += "--v" + std::to_string(i) + ":" + before + before + ";";
    }
    CHECK(prepared(bomb + "} rect{fill:var(--v39)}</style>").size() < 8'000'000);
}

TEST_CASE("of a switch the label is shown, not the excuse of the viewer") {
    const std::string text = prepared(
        "<switch><foreignObject width=\"100\" height=\"50\" requiredFeatures=\"x\"><div "
        "xmlns=\"http://www.w3.org/1999/xhtml\">Long <b>label</b></div></foreignObject>"
        "<text>Long...</text></switch><switch><g requiredFeatures=\"x\"/><text>Text is not SVG - "
        "cannot display</text></switch>");
    CHECK_THAT(text, Contains(">Long label</text>"));
    CHECK(text.find("Long...") == std::string::npos);
    CHECK(text.find("not SVG") == std::string::npos);
}

TEST_CASE("a label as wide as the picture is broken where the picture ends") {
    const auto label = [](const std::string& attributes) {
        return prepared("<foreignObject " + attributes +
                        " height=\"50\"><div xmlns=\"http://www.w3.org/1999/xhtml\">Long words "
                        "here</div></foreignObject>");
    };
    CHECK_THAT(label("width=\"400\""), Contains(">Long words here</text>"));
    CHECK_THAT(label("width=\"100%\""), Contains(">Long words</text>"));
}

// Pages that were saved as drawings have theirs in megabytes.
TEST_CASE("a style sheet in a label is no text of it") {
    const std::string text = prepared(
        "<foreignObject width=\"100\" height=\"50\"><div xmlns=\"http://www.w3.org/1999/xhtml\">"
        "<style>.a { color: red }</style><textarea>b</textarea>Label</div></foreignObject>");
    CHECK_THAT(text, Contains(">Label</text>"));
    CHECK(text.find("color: red") == std::string::npos);
}

TEST_CASE("an SVG's text is in our fonts, and what they lack is said") {
    CHECK(media::read_svg(svg("<text y=\"20\">plain Äöü</text>"), {})->remarks().empty());
    CHECK(media::read_svg(svg("<text y=\"20\" font-family=\"No Such\">x</text>"), {})
              ->remarks()
              .empty());
    CHECK(media::read_svg(svg("<text y=\"20\">\xE6\xBC\xA2</text>"), {})->remarks().size() == 1);
}

TEST_CASE("a script in an SVG is left out") {
    const std::string text =
        prepared("<script>alert(1)</script><rect onclick=\"alert(2)\" width=\"3\" height=\"3\"/>");
    CHECK(text.find("alert") == std::string::npos);
}

TEST_CASE("the colour that is said to be behind a whole picture is drawn there") {
    const std::string text =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"50\" viewBox=\"-50 -50 "
        "100 50\" style=\"background: #00ff00\"><rect x=\"-50\" y=\"-50\" width=\"20\" "
        "height=\"50\" fill=\"#0000ff\"/></svg>";
    CHECK(pixel_of(text, 90, 30) == 0xFF00FF00);
    CHECK(pixel_of(text, 15, 30) == 0xFF0000FF);
}

TEST_CASE("A drawing fills what its shares would be of") {
    const std::string text =
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="8px" height="50%"><rect width="100%" height="100%"/></svg>)";
    CHECK(pixel_of(text, 10, 10) == 0xff000000);
    CHECK(pixel_of(text, 109, 59) == 0xff000000);
}
