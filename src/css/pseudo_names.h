// The pseudo-classes and pseudo-elements that browsers know (Selectors 4, CSS Pseudo-Elements 4): a
// selector with another is not valid.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "css/selector.h"

namespace ghreveal::css {

std::optional<PseudoClass::Kind> pseudo_class_named(std::string_view lower_case_name);
// Those that take an+b.
std::optional<PseudoClass::Kind> nth_pseudo_class_named(std::string_view lower_case_name);
// Those that take words: `lang`, `dir`.
std::optional<PseudoClass::Kind> word_pseudo_class_named(std::string_view lower_case_name);
// Those with other arguments that nothing on paper matches.
bool is_unmatched_pseudo_function(std::string_view lower_case_name);
std::optional<SelectedPart> part_named(std::string_view lower_case_name);
// Those that take selectors: `is`, `not`, …
bool is_logical_pseudo_class(std::string_view lower_case_name);

// Any of these, whether it takes arguments or not.
bool is_pseudo_class(std::string_view lower_case_name);
// All of them, for suggestions.
std::vector<std::string> pseudo_class_names();

}  // namespace ghreveal::css
