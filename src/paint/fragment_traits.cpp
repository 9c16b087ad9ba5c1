#include "paint/fragment_traits.h"

#include <algorithm>

#include "layout/transform.h"
#include "paint/boxes/mask.h"
#include "paint/clip_shape.h"
#include "style/properties/box_style.h"
#include "style/properties/ink_style.h"
#include "style/properties/paint_style.h"
#include "style/properties/text_style.h"

namespace ghreveal::paint {

namespace {

using layout::Fragment;
using layout::FragmentKind;

bool can_have_own_properties(const Fragment& fragment) {
    return fragment.kind != FragmentKind::kLine && fragment.kind != FragmentKind::kText &&
           !fragment.source.is_anonymous && fragment.source.node != nullptr;
}

// The grid inside its wrapper leaves what makes groups to the wrapper.
bool is_grid_of(const Fragment& fragment, const Fragment* parent) {
    return parent != nullptr && parent->source == fragment.source && is_table_wrapper(*parent);
}

// A link that is positioned only to hold something, as all are by reveal.js's sheets: painted with
// its line it looks the same, and the words of the page stay in their order.
bool stays_in_line(const Fragment& fragment, const style::ComputedStyle& style) {
    const style::BoxStyle& box = style.box();
    const auto is_auto = [](const css::SizeValue& side) { return side.is_auto(); };
    return fragment.kind == FragmentKind::kInline && box.position == style::Position::kRelative &&
           !style.paint().z_index && is_auto(box.offset.top) && is_auto(box.offset.right) &&
           is_auto(box.offset.bottom) && is_auto(box.offset.left);
}

// KaTeX moves nearly every part of a formula by `position: relative`, and none over another:
// painted in the tree's order all looks the same, and the text around and inside stays in its
// order.
bool keeps_place_in_formula(const Fragment& fragment, const style::ComputedStyle& style) {
    return style.box().position == style::Position::kRelative && !style.paint().z_index &&
           fragment.source.node->is_element("span") && is_part_of_formula(*fragment.source.node);
}

}  // namespace

bool is_part_of_formula(const dom::Node& element) {
    const dom::Node* node = &element;
    while (node != nullptr && !node->has_class("katex")) {
        node = node->parent;
    }
    return node != nullptr;
}

bool is_block(const Fragment& fragment) {
    return fragment.kind == FragmentKind::kBlock || fragment.kind == FragmentKind::kTableCell;
}

bool draws_box(const Fragment& fragment) {
    return is_block(fragment) || fragment.kind == FragmentKind::kInline ||
           fragment.kind == FragmentKind::kReplaced || fragment.kind == FragmentKind::kPlaceholder;
}

bool has_items(const Fragment& fragment, const style::SlideStyles& styles) {
    if (fragment.kind != FragmentKind::kBlock || !can_have_own_properties(fragment)) {
        return false;
    }
    const auto display = styles.of(fragment.source).box().display;
    return display == style::Display::kFlex || display == style::Display::kInlineFlex ||
           display == style::Display::kGrid || display == style::Display::kInlineGrid;
}

bool is_atomic(const Fragment& child, const Fragment& parent, const style::SlideStyles& styles) {
    const bool in_line = parent.kind == FragmentKind::kLine || parent.kind == FragmentKind::kInline;
    return draws_box(child) && child.kind != FragmentKind::kInline &&
           (in_line || has_items(parent, styles));
}

bool is_hidden_cell(const Fragment& fragment, const style::ComputedStyle& style) {
    return fragment.kind == FragmentKind::kTableCell && fragment.children.empty() &&
           style.ink().hides_empty_cells &&
           style.text().border_collapse == style::BorderCollapse::kSeparate;
}

bool is_table_wrapper(const Fragment& fragment) {
    return fragment.kind == FragmentKind::kBlock && !fragment.source.is_anonymous &&
           std::any_of(fragment.children.begin(), fragment.children.end(),
                       [&fragment](const Fragment& child) {
                           return child.kind == FragmentKind::kBlock &&
                                  child.source == fragment.source;
                       });
}

FragmentTraits traits_of(const Fragment& fragment, const Fragment* parent,
                         const style::SlideStyles& styles) {
    FragmentTraits traits;
    if (fragment.source.node == nullptr) {
        return traits;
    }
    traits.inherited = &styles.of(fragment.source);
    if (!can_have_own_properties(fragment)) {
        return traits;
    }
    traits.own = traits.inherited;
    if (is_grid_of(fragment, parent)) {
        return traits;
    }
    const style::PaintStyle& paint = traits.own->paint();
    traits.is_positioned = traits.own->box().position != style::Position::kStatic &&
                           !stays_in_line(fragment, *traits.own);
    traits.keeps_its_place = traits.is_positioned && keeps_place_in_formula(fragment, *traits.own);
    traits.is_transformed = layout::is_transformed(fragment, styles);
    const bool takes_z_index =
        traits.is_positioned || (parent != nullptr && has_items(*parent, styles));
    traits.z_index = takes_z_index ? paint.z_index.value_or(0) : 0;
    traits.is_stacking_context =
        (takes_z_index && paint.z_index.has_value()) ||
        traits.own->box().position == style::Position::kFixed || paint.opacity < 1 ||
        paint.blend_mode != BlendMode::kNormal || paint.is_isolated || !paint.filter.empty() ||
        !paint.backdrop_filter.empty() || paint.hides_back || has_mask(paint) ||
        traits.is_transformed || has_clip_shape(*traits.own);
    return traits;
}

std::span<const layout::Fragment::CollapsedBorder> shown_collapsed_borders(
    const Fragment& table, const style::SlideStyles& styles) {
    if (table.collapsed_borders.empty() || !traits_of(table, nullptr, styles).is_visible()) {
        return {};
    }
    return table.collapsed_borders;
}

}  // namespace ghreveal::paint
