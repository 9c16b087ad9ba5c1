#include "dom/document.h"

#include <catch2/catch.hpp>

#include "dom/parse.h"

using namespace ghreveal;

namespace {

// What `html` becomes as the content of a section.
std::string parsed(std::string_view html, const Limits& limits = {}) {
    dom::Document document;
    dom::Node& section = document.create_element("section");
    dom::parse_fragment(document, section, html, "section", limits);
    return dom::outer_markup(section);
}

}  // namespace

TEST_CASE("an end tag of a paragraph without a start makes an empty paragraph") {
    CHECK(parsed("text</p>") == "<section>text<p></p></section>");
}

TEST_CASE("a paragraph that is not ended ends with its section") {
    CHECK(parsed("<p>one<p>two") == "<section><p>one</p><p>two</p></section>");
}

// Chromium's innerHTML.
TEST_CASE("the end tag of an element that HTML does not know closes what it names") {
    CHECK(parsed("<w-c><w-t>a<w-i/>b</w-t>c</w-c><w-c>d</w-c>") ==
          "<section><w-c><w-t>a<w-i>b</w-i></w-t>c</w-c><w-c>d</w-c></section>");
    CHECK(parsed("<a-x><b-y>1</a-x>2</b-y>3") == "<section><a-x><b-y>1</b-y></a-x>23</section>");
    CHECK(parsed("<a-x><div>1</a-x>2</div>3") == "<section><a-x><div>12</div>3</a-x></section>");
    CHECK(parsed("<pre><code><symbol id=\"i\">\n<path d=\".\"/>\n</symbol>\n<symbol>x</symbol>"
                 "</code></pre>") ==
          "<section><pre><code><symbol id=\"i\">\n<path d=\".\">\n</path></symbol>\n"
          "<symbol>x</symbol></code></pre></section>");
    CHECK(parsed("<svg><clipPath><path/></clipPath><linearGradient><stop></linearGradient></svg>x")
              .ends_with("</stop></linearGradient></svg>x</section>"));
}

TEST_CASE("comments vanish") {
    CHECK(parsed("a<!-- b -->c") == "<section>ac</section>");
}

TEST_CASE("nodes stand where the last mark before their text says, in which file too") {
    dom::Document document;
    document.add_file("part.md");
    dom::Node& section = document.create_element("section");
    const std::string page = "<i>cut off</i><p>x <b>y</b></p><hr>";
    const dom::SourceMap marks{{0, 3, 0}, {page.find("<p>"), 12, 1}, {page.find("<b>"), 13, 1}};
    const std::size_t begin = page.find("<p>");
    dom::parse_fragment(document, section, page.substr(begin), "section", {}, {&marks, begin});
    const dom::Node& paragraph = *section.first_child;
    CHECK(to_string(dom::position_of(paragraph, "deck.md")) == "part.md:12");
    CHECK(paragraph.first_child->line == 12);
    CHECK(paragraph.last_child->line == 13);
    CHECK(paragraph.next->line == 13);
}

TEST_CASE("SVG keeps the case of its names and comes out as XML") {
    CHECK(parsed("<svg viewBox=\"0 0 1 1\"><linearGradient/></svg>") ==
          "<section><svg viewBox=\"0 0 1 1\"><linearGradient></linearGradient></svg></section>");
}

TEST_CASE("elements nested past the limit are flattened, and their text is kept") {
    Limits limits;
    limits.element_depth = 2;
    CHECK(parsed("<div><div><div>deep</div></div></div>", limits) ==
          "<section><div><div>deep</div></div></section>");
}

TEST_CASE("markup characters in text and attributes are escaped") {
    CHECK(parsed("<p title=\"a&quot;b\">1 &lt; 2</p>") ==
          "<section><p title=\"a&quot;b\">1 &lt; 2</p></section>");
}

TEST_CASE("a node moves: inserted before, removed, appended") {
    dom::Document document;
    dom::Node& list = document.create_element("ul");
    dom::Node& first = document.create_element("li");
    dom::Node& second = document.create_element("li");
    document.append_child(list, second);
    document.insert_before(second, first);
    CHECK(list.first_child == &first);
    CHECK(first.next == &second);
    document.remove(first);
    CHECK(list.first_child == &second);
    CHECK(second.previous == nullptr);
    document.append_child(list, first);
    CHECK(list.last_child == &first);
}

TEST_CASE("classes are words, added once each") {
    dom::Document document;
    dom::Node& node = document.create_element("p");
    node.add_class("a b");
    node.add_class("b c");
    CHECK(*node.attribute("class") == "a b c");
    CHECK(node.has_class("b"));
    CHECK_FALSE(node.has_class("ab"));
}

TEST_CASE("text content is all text below, in order") {
    dom::Document document;
    dom::Node& section = document.create_element("section");
    dom::parse_fragment(document, section, "a<b>b<i>c</i></b>d", "section");
    CHECK(dom::text_content(section) == "abcd");
}

TEST_CASE("nodes are numbered anew in document order, those outside the tree behind them") {
    dom::Document document;
    dom::Node& root = document.create_element("div");
    dom::Node& last = document.create_element("p");
    dom::Node& loose = document.create_element("i");
    dom::Node& first = document.create_element("p");
    dom::Node& text = document.create_text("x");
    document.append_child(root, last);
    document.insert_before(last, first);
    document.append_child(first, text);
    document.number_in_order(root);
    CHECK(std::vector<std::uint32_t>{root.index, first.index, text.index, last.index,
                                     loose.index} == std::vector<std::uint32_t>{0, 1, 2, 3, 4});
}

TEST_CASE("nodes that are late are numbered behind the tree's others, each with what is below it") {
    dom::Document document;
    dom::Node& root = document.create_element("div");
    dom::Node& section = document.create_element("section");
    dom::Node& text = document.create_text("x");
    dom::Node& footer = document.create_element("footer");
    document.append_child(root, section);
    document.append_child(section, text);
    document.append_child(root, footer);
    document.number_in_order(root, [&](const dom::Node& node) { return &node == &section; });
    CHECK(std::vector<std::uint32_t>{root.index, footer.index, section.index, text.index} ==
          std::vector<std::uint32_t>{0, 1, 2, 3});
}
