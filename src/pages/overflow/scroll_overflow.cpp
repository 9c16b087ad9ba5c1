#include "pages/overflow/scroll_overflow.h"

#include <algorithm>

#include "pages/code_scroll.h"
#include "pages/overflow/page_overflow.h"
#include "style/properties/box_style.h"

namespace ghreveal::pages {

namespace {

using layout::Fragment;
using layout::FragmentKind;

constexpr Px kTolerance = 0.5;

bool is_box_of_element(const Fragment& fragment) {
    return !fragment.source.is_anonymous && fragment.source.node != nullptr &&
           fragment.source.pseudo == style::PseudoElement::kNone &&
           fragment.kind != FragmentKind::kText && fragment.kind != FragmentKind::kLine;
}

bool is_scroll_box(const Fragment& fragment, const style::SlideStyles& styles) {
    if (!fragment.clips || !is_box_of_element(fragment)) {
        return false;
    }
    const style::BoxStyle& style = styles.of(fragment.source).box();
    const auto scrolls = [](style::Overflow overflow) {
        return overflow == style::Overflow::kAuto || overflow == style::Overflow::kScroll;
    };
    const std::string& name = fragment.source.node->name;
    return scrolls(style.overflow_x) || scrolls(style.overflow_y) || name == "pre" ||
           name == "code";
}

// The lower right corner of all text below a fragment.
void extend_to_text(const Fragment& fragment, const style::SlideStyles& styles, Point& corner) {
    if (const std::optional<Rect> text = inked_part(fragment, styles)) {
        corner.x = std::max(corner.x, text->right());
    }
    if (fragment.kind == FragmentKind::kText || fragment.kind == FragmentKind::kLine) {
        corner.y = std::max(corner.y, fragment.border_box.bottom());
    }
    for (const Fragment& child : fragment.children) {
        extend_to_text(child, styles, corner);
    }
}

void find_overflows(const Fragment& fragment, const style::SlideStyles& styles,
                    std::vector<ScrollOverflow>& found) {
    if (is_scroll_box(fragment, styles)) {
        const Rect content_box = fragment.content_box();
        const Rect padding_box = fragment.padding_box();
        Point corner = content_box.origin();
        extend_to_text(fragment, styles, corner);
        ScrollOverflow overflow;
        overflow.element = fragment.source.node;
        overflow.content = {corner.x - content_box.x, corner.y - content_box.y};
        overflow.room = content_box.size();
        overflow.is_too_wide = corner.x > padding_box.right() + kTolerance;
        overflow.is_too_high = corner.y > padding_box.bottom() + kTolerance &&
                               !scrolls_to_lines(*fragment.source.node);
        if (overflow.is_too_wide || overflow.is_too_high) {
            found.push_back(overflow);
            return;
        }
    }
    for (const Fragment& child : fragment.children) {
        find_overflows(child, styles, found);
    }
}

}  // namespace

std::vector<ScrollOverflow> scroll_overflows(const Fragment& root,
                                             const style::SlideStyles& styles) {
    std::vector<ScrollOverflow> found;
    find_overflows(root, styles, found);
    return found;
}

FragmentInParent FragmentFinder::find(const dom::Node& element) {
    if (first_.empty()) {
        note(root_, nullptr);
    }
    const auto found = first_.find(&element);
    return found == first_.end() ? FragmentInParent{} : found->second;
}

void FragmentFinder::note(const Fragment& fragment, const Fragment* parent) {
    if (is_box_of_element(fragment)) {
        first_.try_emplace(fragment.source.node, FragmentInParent{&fragment, parent});
    }
    for (const Fragment& child : fragment.children) {
        note(child, &fragment);
    }
}

}  // namespace ghreveal::pages
