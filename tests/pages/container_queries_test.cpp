// @container and lengths in `cqw` (CSS Conditional 5). The sizes are Chromium's.
#include "laid_out_page.h"

using namespace ghreveal;

namespace {

const layout::Fragment* find(const layout::Fragment& fragment, std::string_view name) {
    const dom::Node* node = fragment.source.node;
    if (node != nullptr && node->name == name && !fragment.source.is_anonymous &&
        fragment.kind == layout::FragmentKind::kBlock) {
        return &fragment;
    }
    for (const layout::Fragment& child : fragment.children) {
        if (const layout::Fragment* found = find(child, name)) {
            return found;
        }
    }
    return nullptr;
}

constexpr const char* kSheet = R"(<style>
.reveal * { display: block; margin: 0; padding: 0; text-align: left }
.reveal .slides section * { width: 10px; height: 10px }
.reveal .slides x-a { container-type: inline-size; width: 300px; height: auto; padding: 0 10px }
.reveal .slides x-b { container: tall card / size; width: 50%; height: 40px; font-size: 20px }
.reveal .slides x-c { container-type: inline-size; float: left; width: auto }
@container (width > 290px) { x-1 { width: 50cqw !important } x-a { padding: 99px !important } }
@container (min-width: 301px) { x-2 { width: 77px !important } }
@container card (100px <= inline-size < 200px) and (height = 2em) {
    x-3 { width: 33px !important; height: 50cqh !important } }
@container other (width) { x-4 { width: 44px !important } }
@container (aspect-ratio > 3/1) or (orientation: portrait) { x-5 { width: 55px !important } }
@container tall { @container (width) { x-6 { width: 66px !important } } }
@container not (width > 500px) { x-7 { width: 25cqi !important } }
</style>)";

constexpr const char* kSlide =
    "<x-a><x-1></x-1><x-2></x-2><x-b><x-3></x-3><x-4></x-4><x-5></x-5><x-6></x-6></x-b></x-a>"
    "<x-c><x-7></x-7></x-c>";

}  // namespace

TEST_CASE("Queries of containers hold for what is in them, by their content boxes") {
    const pages::LaidOutPage page({kSheet, kSlide, ""});
    const auto size = [&](std::string_view name) {
        const layout::Fragment* found = find(page.section(), name);
        REQUIRE(found != nullptr);
        return Size{found->border_box.width, found->border_box.height};
    };
    CHECK(size("x-a") == Size{320, 60});
    CHECK(size("x-1") == Size{150, 10});
    CHECK(size("x-2") == Size{10, 10});
    CHECK(size("x-b") == Size{150, 40});
    CHECK(size("x-3") == Size{33, 20});
    CHECK(size("x-4") == Size{10, 10});
    CHECK(size("x-5") == Size{55, 10});
    CHECK(size("x-6") == Size{66, 10});
    CHECK(size("x-c").width == 0);
    CHECK(size("x-7").width == 0);
}
