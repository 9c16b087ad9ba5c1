#include "layout/sizing/container_sizes.h"

#include "style/properties/box_style.h"

namespace ghreveal::layout {

namespace {

// §5.1: inline boxes and tables' parts are none; of a table the wrapper comes first.
bool can_be_container(const Fragment& fragment) {
    return fragment.kind == FragmentKind::kBlock && !fragment.source.is_anonymous &&
           fragment.source.node != nullptr && fragment.source.pseudo == style::PseudoElement::kNone;
}

}  // namespace

void add_container_sizes(const Fragment& fragment, const style::SlideStyles& styles,
                         style::ContainerSizes& sizes) {
    if (can_be_container(fragment) &&
        styles.of(fragment.source).box().container_type != style::ContainerType::kNormal) {
        const Rect content = fragment.content_box();
        sizes.emplace(fragment.source.node, Size{content.width, content.height});
    }
    for (const Fragment& child : fragment.children) {
        add_container_sizes(child, styles, sizes);
    }
}

}  // namespace ghreveal::layout
