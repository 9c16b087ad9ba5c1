// An @counter-style rule's descriptors (CSS Counter Styles 3 §2).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "css/style_sheet.h"

namespace ghreveal::css {

// Nothing for a rule without effect: with a name that is taken, or without the symbols that its
// system needs.
std::optional<CounterStyle> read_counter_style(std::span<const Token> name,
                                               const DeclarationBlock&);

}  // namespace ghreveal::css
