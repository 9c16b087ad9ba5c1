// Where sections stand by reveal.js's version: Chromium's positions with 3.3.0.
#include "laid_out_page.h"

using namespace ghreveal;

namespace {

Px top_of_slide(const std::string& slide) {
    return pages::LaidOutPage(
               {"<link rel=stylesheet href='https://x/reveal.js@3.3.0/css/reveal.css'>"
                "<link rel=stylesheet href='https://x/reveal.js@3.3.0/css/theme/serif.css'>"
                "<style>.reveal p { font: 20px/30px 'DejaVu Sans'; margin: 0 }</style>",
                slide, ""})
        .section()
        .border_box.y;
}

}  // namespace

TEST_CASE("before reveal.js 3.4 slides stand a padding higher than in the middle") {
    CHECK(top_of_slide("<p>one</p><p>two</p>") == 280);
}

TEST_CASE("before reveal.js 3.4 absolute children count in the height that is centred") {
    CHECK(top_of_slide("<p>one</p><div style='position: absolute; top: 100px; height: 200px; "
                       "width: 10px'>x</div>") == 180);
}
