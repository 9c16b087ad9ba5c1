// A tiny page: HTML laid out inside a block 600 px wide, in 20 px Lato (page.css), with no sheets
// but the browser's own and the page's. Expected rectangles are Chromium's, by tools/browser-rects.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "layout/section.h"
#include "style/style_engine.h"

namespace ghreveal::layout {

class Page {
public:
    explicit Page(const std::string& html);
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    // The border box of the element with this id, from the page's top left corner: around all its
    // parts when it has several, as getBoundingClientRect tells it.
    Rect rectangle(const std::string& id) const;
    // The text of the element's lines, without the space that hangs at their ends.
    std::vector<std::string> lines(const std::string& id) const;
    const Fragment& root() const { return root_; }
    // The first fragment of the element.
    const Fragment& fragment(const std::string& id) const;
    const Diagnostics& diagnostics() const { return diagnostics_; }
    // LayoutContext::work
    std::uint64_t work() const { return work_; }

private:
    const dom::Node& element(const std::string& id) const;

    Diagnostics diagnostics_;
    deck::Deck deck_;
    text::FontBook fonts_;
    text::Shaper shaper_;
    media::ImageLoader images_;
    style::StyleEngine engine_;
    Fragment root_;
    std::uint64_t work_ = 0;
};

struct ExpectedRectangle {
    std::string id;
    Rect border_box;
};

// Lays the page out without warnings and compares: browsers keep 1/64 px, and text may differ by
// what rounding adds up to on a line.
void check_rectangles(const std::string& html, const std::vector<ExpectedRectangle>& expected);

// The same of a page that has warnings, as about pictures that are not there.
void check_rectangles(const Page& page, const std::vector<ExpectedRectangle>& expected);

}  // namespace ghreveal::layout
