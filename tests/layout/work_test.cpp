// The work of layout grows with what is on a slide, however deep that is nested. Counted in boxes
// laid out and measured, never in time.
#include "page.h"

using namespace ghreveal::layout;

namespace {

// What is nested in itself, around a line of text.
struct Nest {
    std::string open;
    std::string close;
};

std::uint64_t work_of(const Nest& nest, int depth) {
    std::string html = "some text";
    for (int i = 0; i < depth; ++i) {
        html = nest.open + html + nest.close;
    }
    return Page(html).work();
}

// Four times the depth is four times the work.
void check_grows_linearly(const Nest& nest) {
    INFO(nest.open);
    CHECK(10 * work_of(nest, 64) <= 44 * work_of(nest, 16));
}

}  // namespace

TEST_CASE("the margins of nested blocks are found in one walk") {
    for (const Nest& nest : {
             Nest{"<div>", "</div>"},
             Nest{"<div style='margin: 1%'>", "</div>"},
             Nest{"<ul>", "</ul>"},
             Nest{"<ul><li>", "</li></ul>"},
             Nest{"<div style='float: left'></div><div>", "</div>"},
             Nest{"<blockquote><p></p>", "</blockquote>"},
         }) {
        check_grows_linearly(nest);
    }
}

TEST_CASE("a float is laid out once, wherever it finds its place") {
    for (const Nest& nest : {
             Nest{"<div style='float: left'>", "</div>"},
             Nest{"a <span style='float: left'>b", "</span>"},
             Nest{"<div style='width: 30px'>a <span style='float: left; width: 40px'>b",
                  "</span></div>"},
         }) {
        check_grows_linearly(nest);
    }
}
