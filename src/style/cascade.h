// Declarations -> computed style (CSS Cascading 4 §6), with var() (CSS Variables 1).
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "css/style_sheet.h"
#include "style/computed_style.h"
#include "style/properties/value_reader.h"

namespace ghreveal::style {

// Declaration blocks that apply to one element, weakest first.
using AppliedBlocks = std::vector<const css::DeclarationBlock*>;

// Values of custom properties, by name with its dashes.
using CustomProperties = std::unordered_map<std::string, css::Tokens>;

// The style of an element whose parent has `parent`. `units` gives page and root font size.
// var() finds its values in the custom properties given.
StylePtr compute_style(const AppliedBlocks&, const ComputedStyle& parent, const UnitContext& units,
                       const CustomProperties&);

// The custom properties of an element: the parent's and those the blocks declare. Gives nothing
// when the blocks declare none.
bool declares_custom_properties(const AppliedBlocks&);
CustomProperties custom_properties(const AppliedBlocks&, const CustomProperties& parent);

// Whether a value can be read; for reports on sheets that people write.
bool is_valid(const css::Declaration&, const UnitContext&);

}  // namespace ghreveal::style
