// What a fragment's style says about how it is painted. A fragment with an anonymous source, a
// line and a text have no properties of their own, whatever style they name.
#pragma once

#include <optional>
#include <span>

#include "layout/fragment.h"
#include "style/properties/ink_style.h"
#include "style/style_engine.h"

namespace ghreveal::paint {

struct FragmentTraits {
    // The style whose own (not inherited) properties the fragment has; null: none.
    const style::ComputedStyle* own = nullptr;
    // The inherited properties; never null for what draws.
    const style::ComputedStyle* inherited = nullptr;
    bool is_positioned = false;
    // Positioned, but painted where it stands in the tree.
    bool keeps_its_place = false;
    bool is_stacking_context = false;
    bool is_transformed = false;
    int z_index = 0;

    bool is_visible() const {
        return inherited != nullptr && inherited->ink().visibility == style::Visibility::kVisible;
    }
};

FragmentTraits traits_of(const layout::Fragment&, const layout::Fragment* parent,
                         const style::SlideStyles&);

// Whether the fragment is painted apart from the flow it is in (Appendix E 8, 9).
inline bool is_layer(const FragmentTraits& traits) {
    return (traits.is_positioned && !traits.keeps_its_place) || traits.is_stacking_context;
}

bool is_block(const layout::Fragment&);
// Whether the fragment can have background and border.
bool draws_box(const layout::Fragment&);

// Whether KaTeX made the element.
bool is_part_of_formula(const dom::Node&);

// Inline-blocks and flex items are painted as if they were stacking contexts, but for what is
// positioned in them (Appendix E 7.2.1.4, CSS Flexbox §5.4).
bool is_atomic(const layout::Fragment& child, const layout::Fragment& parent,
               const style::SlideStyles&);
// Whether the fragment is a flex or grid container.
bool has_items(const layout::Fragment&, const style::SlideStyles&);

// A table's wrapper and its grid are two boxes of one element: the outer one is positioned, drawn
// as a group and transformed, the inner one has background and border (CSS 2.1 §17.4).
bool is_table_wrapper(const layout::Fragment&);

// CSS 2.1 §17.6.1.1: `empty-cells: hide` hides a cell's borders and background in the separated
// model.
bool is_hidden_cell(const layout::Fragment&, const style::ComputedStyle&);

// Of a table that is hidden none (CSS 2.1 §11.2).
std::span<const layout::Fragment::CollapsedBorder> shown_collapsed_borders(
    const layout::Fragment& table, const style::SlideStyles&);

}  // namespace ghreveal::paint
