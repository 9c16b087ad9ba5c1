#include "dom/raw_text.h"

#include <catch2/catch.hpp>

#include "dom/parse.h"

using namespace ghreveal;

namespace {

const std::string kLong = "a > b { }\n" + std::string(5000, 'x') + "\n</sty le>";

std::size_t set_aside(const std::string& page) {
    return dom::without_raw_text(page).contents.size();
}

}  // namespace

TEST_CASE("long styles and scripts of a page are set aside, and come back") {
    const std::string page = "<!doctype html><style media='a>b'>" + kLong +
                             "</STYLE ><p>one<script>if (a < b)" + std::string(5000, ';') +
                             "</script>\n<p>two";
    CHECK(set_aside(page) == 2);
    CHECK(dom::without_raw_text(page).html.size() < 200);
    dom::Document document;
    const dom::Node& html = dom::parse_document(document, page);
    const dom::Node* style =
        dom::find_first(html, [](const dom::Node& node) { return node.is_element("style"); });
    REQUIRE(style != nullptr);
    CHECK(style->first_child->text == kLong);
    const dom::Node* script =
        dom::find_first(html, [](const dom::Node& node) { return node.is_element("script"); });
    REQUIRE(script != nullptr);
    CHECK(script->first_child->text == "if (a < b)" + std::string(5000, ';'));
    // Lines stay lines.
    const dom::Node* two = script->parent->next_element();
    REQUIRE(two != nullptr);
    CHECK(two->line == 4);
}

// HTML §13.2.5: where a tag is none, and where text ends.
TEST_CASE("what only looks like a style is left in its place") {
    const std::string style = "<style>" + kLong + "</style>";
    CHECK(set_aside(style) == 1);
    CHECK(set_aside("<!-- " + style + " -->") == 0);
    CHECK(set_aside("<!-->" + style) == 1);
    CHECK(set_aside("<!-- a --!>" + style) == 1);
    CHECK(set_aside("<p title='" + style + "'>") == 0);
    CHECK(set_aside("<p title=" + style) == 0);
    CHECK(set_aside("<p ti'tle>" + style) == 1);
    CHECK(set_aside("<textarea>" + style + "</textarea>") == 0);
    CHECK(set_aside("<textarea></textareas>" + style + "</textarea>") == 0);
    CHECK(set_aside("<svg>" + style + "</svg>") == 0);
    CHECK(set_aside("<svg/>" + style) == 1);
    CHECK(set_aside("<svg><![CDATA[" + style + "]]></svg>" + style) == 1);
    CHECK(set_aside("< style>" + kLong) == 0);
    CHECK(set_aside("<style>" + kLong) == 0);  // never closed
    CHECK(set_aside("<style>short</style>") == 0);
    CHECK(set_aside("<script><!-- " + kLong + "</script>") == 0);
}

TEST_CASE("a page that holds a placeholder's words keeps them") {
    const std::string page = "<style>raw text 0</style><style>" + kLong + "</style>";
    dom::Document document;
    const dom::Node& html = dom::parse_document(document, page);
    const dom::Node* style =
        dom::find_first(html, [](const dom::Node& node) { return node.is_element("style"); });
    REQUIRE(style != nullptr);
    CHECK(style->first_child->text == "raw text 0");
    CHECK(style->next_element()->first_child->text == kLong);
}
