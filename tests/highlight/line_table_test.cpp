#include "highlight/line_table.h"

#include <catch2/catch.hpp>

#include "dom/parse.h"

using namespace ghreveal;

namespace {

std::string numbered(const std::string& code, const std::string& attributes) {
    dom::Document document;
    dom::Node& root = document.create_element("pre");
    dom::parse_fragment(document, root, "<code " + attributes + ">" + code + "</code>", "pre");
    highlight::make_line_table(document, *root.first_child);
    return dom::outer_markup(*root.first_child);
}

std::string row(int number, const std::string& code, const std::string& classes = "") {
    const std::string line = " data-line-number=\"" + std::to_string(number) + "\"";
    return "<tr" + classes + "><td class=\"hljs-ln-line hljs-ln-numbers\"" + line +
           "><div class=\"hljs-ln-n\"" + line + "></div></td><td class=\"hljs-ln-line " +
           "hljs-ln-code\"" + line + ">" + code + "</td></tr>";
}

}  // namespace

// The markup that highlightjs-line-numbers 2.8, reveal.js's own copy, makes.
TEST_CASE("lines of code are the rows of a table, with their numbers") {
    CHECK(numbered("a\n\nb\n", "data-line-numbers=\"\"") ==
          "<code data-line-numbers=\"\"><table class=\"hljs-ln\"><tbody>" + row(1, "a") +
              row(2, " ") + row(3, "b") + "</tbody></table></code>");
}

TEST_CASE("the lines that an attribute names are marked, numbered from another's") {
    const std::string made =
        numbered("a\nb\nc", "data-line-numbers=\"1,3-4\" data-ln-start-from=\"7\"");
    CHECK(made.find("class=\"has-highlights\"") != std::string::npos);
    CHECK(made.find(row(7, "a", " class=\"highlight-line\"")) != std::string::npos);
    CHECK(made.find(row(8, "b")) != std::string::npos);
    CHECK(made.find(row(9, "c", " class=\"highlight-line\"")) != std::string::npos);
}

// The markup that highlightjs-line-numbers 2.6 makes.
TEST_CASE("lines of code are blocks in cells for earlier versions") {
    dom::Document document;
    dom::Node& root = document.create_element("pre");
    dom::parse_fragment(document, root, "<code data-line-numbers><b>a</b>\n\nc</code>", "pre");
    highlight::make_line_table(document, *root.first_child, highlight::LineTable::kOfBlocks);
    const auto row = [](const std::string& number, const std::string& code) {
        return "<tr><td class=\"hljs-ln-numbers\"><div class=\"hljs-ln-line hljs-ln-n\" "
               "data-line-number=\"" +
               number + "\"></div></td><td class=\"hljs-ln-code\"><div class=\"hljs-ln-line\">" +
               code + "</div></td></tr>";
    };
    CHECK(dom::outer_markup(*root.first_child)
              .find(row("1", "<b>a</b>") + row("2", " ") + row("3", "c")) != std::string::npos);
}

TEST_CASE("a coloured piece over several lines is repeated in each") {
    const std::string made = numbered("<span class=\"s\">a\nb</span>c", "data-line-numbers=\"\"");
    CHECK(made.find(row(1, "<span class=\"s\">a</span>")) != std::string::npos);
    CHECK(made.find(row(2, "<span class=\"s\">b</span>c")) != std::string::npos);
}
