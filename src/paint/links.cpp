#include "paint/links.h"

namespace ghreveal::paint {

namespace {

// An inline box is as high as its font; a picture in it stands out.
Rect extent(const layout::Fragment& fragment) {
    Rect area = fragment.border_box;
    for (const layout::Fragment& child : fragment.children) {
        const Rect inner = extent(child);
        if (!inner.empty()) {
            area = area.empty() ? inner : area.united(inner);
        }
    }
    return area;
}

const std::string* href_of(const dom::Node& node) {
    return node.is_element("a") ? node.attribute("href") : nullptr;
}

}  // namespace

BeginLink link_to(std::string_view address, const Rect& area, const PaintContext& context) {
    BeginLink link;
    if (address.empty() || area.empty()) {
        return link;
    }
    deck::LinkTarget target = deck::resolve_link(context.deck, address);
    if (!target.slide && target.address.empty()) {
        return link;
    }
    link.address = std::move(target.address);
    link.slide = target.slide ? static_cast<int>(*target.slide) : -1;
    link.areas.push_back(area);
    return link;
}

BeginLink link_of(const layout::Fragment& fragment, const layout::Fragment* parent,
                  const PaintContext& context) {
    const dom::Node* node = fragment.source.node;
    if (fragment.source.is_anonymous || node == nullptr ||
        fragment.source.pseudo != style::PseudoElement::kNone ||
        fragment.kind == layout::FragmentKind::kText ||
        fragment.kind == layout::FragmentKind::kLine) {
        return {};
    }
    const dom::Node* around = parent != nullptr ? parent->source.node : nullptr;
    const dom::Node* element = node;
    const std::string* href = href_of(*element);
    while (href == nullptr && around != nullptr && element->parent != around &&
           element->parent != nullptr) {
        element = element->parent;
        href = href_of(*element);
    }
    if (href == nullptr) {
        return {};
    }
    BeginLink link = link_to(*href, extent(fragment), context);
    link.node = element;
    return link;
}

}  // namespace ghreveal::paint
