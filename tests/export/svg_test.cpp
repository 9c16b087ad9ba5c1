// Pages as SVG files.
#include "export/pictures/svg.h"

#include <catch2/catch.hpp>

#include "paint/display_list.h"

using namespace ghreveal;

namespace {

std::string svg_of(const paint::DisplayList& page) {
    draw::Canvas canvas(draw::Output::kSvg);
    return exporter::page_as_svg(page, {400, 300}, canvas, [](int) { return std::string(); });
}

paint::FillRect filled(const Rect& rect) {
    return {{rect, {}, {}, {}, {}}, {0, 0, 255, 1}};
}

}  // namespace

TEST_CASE("what SVG can say is drawn as shapes") {
    CHECK(svg_of({filled({10, 10, 50, 40})}).find("<image") == std::string::npos);
}

TEST_CASE("a page that is blended with what is behind it is a picture of two pixels a px") {
    const std::string file = svg_of(
        {paint::PushOpacity{1, BlendMode::kMultiply}, filled({0, 0, 400, 300}), paint::Pop{}});
    CHECK(file.find("width=\"800\" height=\"600\"") != std::string::npos);
}
