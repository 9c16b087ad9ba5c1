// Declarations -> computed style (CSS Cascading 4 §6).
#pragma once

#include <functional>
#include <vector>

#include "style/computed_style.h"
#include "style/properties/values/value_reader.h"
#include "style/style_block.h"
#include "style/variables.h"

namespace ghreveal::style {

// Declaration blocks that apply to one element, weakest first.
using AppliedBlocks = std::vector<const StyleBlock*>;

// What declarations are applied with. `units` gives page and root font size.
struct CascadeContext {
    UnitContext units;
    const CustomProperties* custom_properties = nullptr;  // of the element; null: none
    const Limits& limits;
    ValueCheck& check;
    // Called for what var() makes too large (Limits).
    std::function<void(const StyleBlock&, const ValidDeclaration&)> report_too_large;
    // Called for a value that names a custom property which the element does not have.
    std::function<void(const StyleBlock&, const ValidDeclaration&, const std::string& name)>
        report_missing;
    // The keyframe that an animation ends with; null: it leaves nothing.
    std::function<const StyleBlock*(const css::Animation&)> last_frame{};
};

// The style of an element whose parent has `parent`.
StylePtr compute_style(const AppliedBlocks&, const ComputedStyle& parent, const CascadeContext&);

// What `lh` stands for.
Px line_height_unit(const TextStyle&, text::FontBook*);

// The custom properties of an element; `inherited` when the blocks declare none.
std::shared_ptr<const CustomProperties> custom_properties(
    const AppliedBlocks&, std::shared_ptr<const CustomProperties> inherited);

// Applies a value without var(). False: it is none of the property's, and part of it may have been
// applied.
bool apply_value(StyleBuilder&, const Property&, const css::Tokens&);

}  // namespace ghreveal::style
