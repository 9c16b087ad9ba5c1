#include <catch2/catch.hpp>

#include "boxes/box.h"
#include "deck/deck.h"
#include "style/style_engine.h"
#include "support/file.h"

using namespace ghreveal;

namespace {

// The boxes of a slide with this HTML, a line each, without the section's own.
std::string boxes_of(const std::string& html) {
    Diagnostics diagnostics;
    deck::Deck deck =
        deck::parse_deck("---\ntitle: T\n---\n\n" + html + "\n", "deck.md", {}, diagnostics);
    text::FontBook fonts;
    style::StyleEngine engine(deck, data_directory() / "themes" / "night.css", {}, {}, fonts,
                              diagnostics);
    const style::SlideStyles styles = engine.style_slide(deck.slides[1], 0);
    media::ImageLoader images({}, {.offline = true, .limits = {}}, diagnostics);
    const boxes::Box root = boxes::build_boxes(*deck.slides[1].section, styles,
                                               {images, diagnostics, deck.file, Limits{}});
    boxes::check_legal(root);
    const std::string text = boxes::dump(root);
    std::string inner;
    std::size_t at = text.find('\n') + 1;
    while (at < text.size()) {
        const std::size_t end = text.find('\n', at);
        inner += text.substr(at + 2, end - at - 2) + "\n";
        at = end + 1;
    }
    return inner;
}

}  // namespace

TEST_CASE("lines beside blocks are in anonymous blocks") {
    CHECK(boxes_of("<div>text<p>block</p><b>bold</b></div>") == R"(block <div>
  block (div)
    text "text"
  block <p>
    text "block"
  block (div)
    inline <b>
      text "bold"
)");
}

TEST_CASE("an inline element with a block in it comes in parts") {
    CHECK(boxes_of("<div>a<b>b<p>block</p>c</b>d</div>") == R"(block <div>
  block (div)
    text "a"
    inline <b>
      text "b"
  block <p>
    text "block"
  block (div)
    inline <b>
      text "c"
    text "d"
)");
}

TEST_CASE("table parts get the boxes around them that are missing") {
    CHECK(boxes_of("<div style=\"display: table-cell\">one</div>") == R"(table (section)
  grid (section)
    group (section)
      row (section)
        cell <div>
          text "one"
)");
}

TEST_CASE("space between table parts makes no boxes, text makes a cell") {
    CHECK(boxes_of(
              "<div style=\"display: table\"> <div style=\"display: table-row\">x</div> </div>") ==
          R"(table <div>
  grid <div>
    group (div)
      row <div>
        cell (div)
          text "x"
)");
}

TEST_CASE("list items have markers by their list's style") {
    CHECK(boxes_of("<ol start=\"3\"><li>x</li><li style=\"list-style: square\">y</li></ol>") ==
          R"(block <ol>
  block <li>
    marker "3. "
    text "x"
  block <li>
    marker square
    text "y"
text "\n"
)");
}

// CSS Lists 3 §3.2.
TEST_CASE("the content of ::marker stands for the list's marker, with the item's counters") {
    CHECK(boxes_of("<style>li::marker { content: counter(list-item) \") \" attr(id) } "
                   "#n::marker { content: \"\" }</style><ol><li id=\"a\">x</li><li "
                   "id=\"n\">y</li></ol>") == R"(text "\n"
block <ol>
  block <li>
    marker "1) a"
    text "x"
  block <li>
    text "y"
text "\n"
)");
}

TEST_CASE("counters, quotes and attr() make generated content") {
    CHECK(boxes_of("<style>p { counter-increment: n; quotes: \"[\" \"]\" } p::before { content: "
                   "counter(n, upper-roman) open-quote attr(id) } p::after { content: close-quote "
                   "}</style><p id=\"a\">x</p><p id=\"b\">y</p>") == R"(block <p>
  inline <p::before>
    text "I"
    text "["
    text "a"
  text "x"
  inline <p::after>
    text "]"
block <p>
  inline <p::before>
    text "II"
    text "["
    text "b"
  text "y"
  inline <p::after>
    text "]"
)");
}

// As Chromium counts.
TEST_CASE("a count that would leave an integer's range stays") {
    const std::string style =
        "<style>p { counter-reset: n } i { counter-increment: n 5 } i::before { content: "
        "counter(n) "
        "}</style>";
    const auto count = [&](const std::string& start) {
        const std::string boxes = boxes_of(style + "<p style=\"counter-reset: n " + start +
                                           "\"><i></i><i></i><i></i></p>");
        const std::size_t last = boxes.rfind("text \"") + 6;
        return boxes.substr(last, boxes.find('"', last) - last);
    };
    CHECK(count("2147483630") == "2147483645");
    CHECK(count("2147483640") == "2147483645");
    CHECK(count("99999999999") == "2147483647");
}

TEST_CASE("lists may begin at the first integer and end at the last") {
    const auto list = [](const std::string& attributes) {
        return boxes_of("<ol " + attributes + "><li></li><li></li></ol>");
    };
    CHECK(list("start=\"2147483647\"").find("2147483648") == std::string::npos);
    CHECK(list("start=\"-2147483648\"").find("-2147483647. ") != std::string::npos);
    CHECK(list("reversed start=\"-2147483647\"").find("-2147483648. ") != std::string::npos);
}

TEST_CASE("flex and grid containers have blocks for their text, and none for spaces") {
    CHECK(boxes_of("<div style=\"display: flex\"> text <b>bold</b> </div><div style=\"display: "
                   "grid\"> <span>x</span> y</div>") == R"(flex <div>
  block (div)
    text " text "
  block <b>
    text "bold"
grid-container <div>
  block <span>
    text "x"
  block (div)
    text " y"
)");
}

TEST_CASE("display none makes no boxes, contents none of its own") {
    CHECK(boxes_of("<p>a<span style=\"display: none\">b</span><span style=\"display: "
                   "contents\">c<i>d</i></span></p>") == R"(block <p>
  text "a"
  text "c"
  inline <i>
    text "d"
)");
}

TEST_CASE("text is transformed where its style says so") {
    CHECK(boxes_of("<p style=\"text-transform: uppercase\">straße éa</p><p style=\"text-transform: "
                   "capitalize\">two words</p>") == R"(block <p>
  text "STRASSE ÉA"
block <p>
  text "Two Words"
)");
}

TEST_CASE("floats and positioned boxes are blocks among lines") {
    CHECK(
        boxes_of("<p>a<b style=\"float: left\">b</b><i style=\"position: absolute\">c</i>d</p>") ==
        R"(block <p>
  text "a"
  block <b> floating
    text "b"
  block <i> positioned
    text "c"
  text "d"
)");
}

TEST_CASE("pictures and frames are replaced boxes") {
    CHECK(boxes_of("<p><img src=\"gone.png\" alt=\"x\"><br><video width=\"10\"></video></p>") ==
          R"(block <p>
  replaced <img> 300x150 placeholder
  break <br>
  replaced <video> 300x150 placeholder
)");
}

TEST_CASE("a closed details shows its summary alone") {
    CHECK(boxes_of("<details><summary>s</summary><p>hidden</p></details>") == R"(block <details>
  block <summary>
    marker disclosure-closed
    text "s"
)");
}
