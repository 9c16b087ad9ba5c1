// The window of code: the positions are Chromium's with reveal.js 5.2.1 and the same styles.
#include "laid_out_page.h"

using namespace ghreveal;

namespace {

void collect_rows(const layout::Fragment& fragment, std::vector<Px>& tops) {
    const dom::Node* node = fragment.source.node;
    if (node != nullptr && node->is_element("tr") && node->has_class("highlight-line")) {
        tops.push_back(fragment.border_box.y);
        return;
    }
    for (const layout::Fragment& child : fragment.children) {
        collect_rows(child, tops);
    }
}

// Where the lines that a block of forty points out stand on the slide, step after step's block.
std::vector<Px> highlighted_lines(const std::string& steps) {
    std::string code;
    for (int line = 1; line <= 40; ++line) {
        code += (line == 1 ? "line " : "\nline ") + std::to_string(line);
    }
    const pages::LaidOutPage page(
        {"<link rel=stylesheet href='https://x/reveal.js@5.2.1/dist/reset.css'>"
         "<link rel=stylesheet href='https://x/reveal.js@5.2.1/dist/reveal.css'>"
         "<link rel=stylesheet href='https://x/reveal.js@5.2.1/dist/theme/serif.css'>"
         "<style>.reveal pre { font: 16px/20px 'DejaVu Sans Mono' }</style>",
         "<pre><code data-line-numbers='" + steps + "'>" + code + "</code></pre>",
         "Reveal.initialize({plugins: [RevealHighlight]})"});
    std::vector<Px> tops;
    collect_rows(page.section(), tops);
    return tops;
}

}  // namespace

TEST_CASE("a window of code is scrolled so that the lines pointed out are in its middle") {
    CHECK(highlighted_lines("20-22") == std::vector<Px>{320, 340, 360});
}

TEST_CASE("a window of code is not scrolled past its first and last lines") {
    CHECK(highlighted_lines("2") == std::vector<Px>{170});
    CHECK(highlighted_lines("39") == std::vector<Px>{510});
}

TEST_CASE("each step's block of code has its own place in its window") {
    CHECK(highlighted_lines("20-22|2|39") == std::vector<Px>{320, 340, 360, 170, 510});
}
