#include "page.h"

#include <fmt/format.h>

#include "../build_paths.h"
#include "dom/parse.h"

namespace ghreveal::layout {

namespace {

constexpr Size kPageSize{998, 728};
// Of Chromium's 1/64 px and of the two decimals that are written down.
constexpr Px kTolerance = 0.025;

dom::Node& append(dom::Document& document, dom::Node& parent, const char* name) {
    dom::Node& element = document.create_element(name);
    document.append_child(parent, element);
    return element;
}

// A deck of one slide that is nothing but `html`, outside of what reveal.js styles.
deck::Deck deck_of(const std::string& html) {
    deck::Deck deck;
    deck.file = "page.html";
    deck.html = &deck.document.create_element("html");
    deck.body = &append(deck.document, *deck.html, "body");
    deck::Slide& slide = deck.slides.emplace_back();
    slide.section = &append(deck.document, *deck.body, "section");
    slide.section->add_class("page");
    dom::parse_fragment(deck.document, *slide.section, html, "body");
    return deck;
}

bool is_of(const Fragment& fragment, const dom::Node& element) {
    return fragment.source.node == &element && !fragment.source.is_anonymous &&
           fragment.source.pseudo == style::PseudoElement::kNone &&
           fragment.kind != FragmentKind::kText && fragment.kind != FragmentKind::kLine &&
           fragment.kind != FragmentKind::kBullet;
}

void collect(const Fragment& fragment, const dom::Node& element,
             std::vector<const Fragment*>& found) {
    if (is_of(fragment, element)) {
        found.push_back(&fragment);
    }
    for (const Fragment& child : fragment.children) {
        collect(child, element, found);
    }
}

std::vector<const Fragment*> parts_of(const Fragment& root, const dom::Node& element) {
    std::vector<const Fragment*> found;
    collect(root, element, found);
    return found;
}

std::string text_of(const Fragment& fragment) {
    std::string text;
    for (const PlacedRun& placed : fragment.runs) {
        text += placed.run->text;
    }
    for (const Fragment& child : fragment.children) {
        text += text_of(child);
    }
    return text;
}

void collect_lines(const Fragment& fragment, std::vector<std::string>& lines) {
    if (fragment.kind == FragmentKind::kLine) {
        std::string text = text_of(fragment);
        text.erase(text.find_last_not_of(' ') + 1);
        lines.push_back(std::move(text));
        return;
    }
    for (const Fragment& child : fragment.children) {
        collect_lines(child, lines);
    }
}

std::string written(const Rect& rect) {
    return fmt::format("{:.2f}, {:.2f}, {:.2f}, {:.2f}", rect.x, rect.y, rect.width, rect.height);
}

bool is_near(const Rect& a, const Rect& b) {
    return std::abs(a.x - b.x) <= kTolerance && std::abs(a.y - b.y) <= kTolerance &&
           std::abs(a.width - b.width) <= kTolerance && std::abs(a.height - b.height) <= kTolerance;
}

}  // namespace

Page::Page(const std::string& html)
    : deck_(deck_of(html)),
      shaper_(fonts_, diagnostics_),
      images_({}, {.offline = true, .limits = {}}, diagnostics_),
      engine_(deck_, testing::source_dir() / "tests/layout/page.css", {}, {.page = kPageSize},
              fonts_, diagnostics_) {
    LayoutContext context{shaper_, images_, diagnostics_, deck_.file};
    const deck::Slide& slide = deck_.slides.front();
    const style::SlideStyles styles = engine_.style_slide(slide, 0);
    const boxes::Box box = boxes::build_boxes(*slide.section, styles,
                                              {images_, diagnostics_, deck_.file, context.limits});
    root_ = lay_out_section(box, {kPageSize, Centring::kNone}, styles, context);
    work_ = context.work;
}

const dom::Node& Page::element(const std::string& id) const {
    const dom::Node* found = nullptr;
    const dom::Node& section = *deck_.slides.front().section;
    dom::for_each(section, [&](const dom::Node& node) {
        const std::string* own = node.is_element() ? node.attribute("id") : nullptr;
        found = own != nullptr && *own == id ? &node : found;
    });
    INFO("element #" << id);
    REQUIRE(found != nullptr);
    return *found;
}

Rect Page::rectangle(const std::string& id) const {
    const std::vector<const Fragment*> parts = parts_of(root_, element(id));
    if (parts.empty()) {
        return {};
    }
    std::optional<Rect> around;
    for (const Fragment* part : parts) {
        const Rect& box = part->border_box;
        if (box.width != 0 || box.height != 0) {
            around = around ? around->united(box) : box;
        }
    }
    return around.value_or(parts.front()->border_box);
}

const Fragment& Page::fragment(const std::string& id) const {
    const std::vector<const Fragment*> parts = parts_of(root_, element(id));
    INFO("fragments of #" << id);
    REQUIRE_FALSE(parts.empty());
    return *parts.front();
}

std::vector<std::string> Page::lines(const std::string& id) const {
    std::vector<std::string> lines;
    collect_lines(fragment(id), lines);
    return lines;
}

void check_rectangles(const std::string& html, const std::vector<ExpectedRectangle>& expected) {
    const Page page(html);
    for (const Diagnostic& warning : page.diagnostics().warnings()) {
        FAIL_CHECK(to_string(warning));
    }
    INFO(html);
    check_rectangles(page, expected);
}

void check_rectangles(const Page& page, const std::vector<ExpectedRectangle>& expected) {
    for (const ExpectedRectangle& wanted : expected) {
        const Rect found = page.rectangle(wanted.id);
        INFO("#" << wanted.id << " is at " << written(found) << ", expected "
                 << written(wanted.border_box));
        CHECK(is_near(found, wanted.border_box));
    }
}

}  // namespace ghreveal::layout
