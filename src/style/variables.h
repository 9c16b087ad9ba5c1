// Custom properties and var() (CSS Custom Properties 1).
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "css/tokenizer.h"
#include "support/limits.h"

namespace ghreveal::style {

// The custom properties that one element declares, by name with its dashes, and those it inherits.
// The values are where they were declared: var() in one of them is of the element that declares it.
struct CustomProperties {
    std::shared_ptr<const CustomProperties> inherited;
    std::unordered_map<std::string_view, const css::Tokens*> own;
};

bool has_variable(const css::Tokens&);
// Whether every var() names a custom property, and only a fallback follows (§3).
bool is_well_formed(const css::Tokens&);

struct Substitution {
    std::optional<css::Tokens> value;  // nothing: invalid at computed-value time (§3.1)
    bool is_too_large = false;
    std::string missing{};  // the first custom property that has no value, nor a fallback
};

// Replaces every var(). `properties` may be null: there are none.
Substitution substitute(const css::Tokens&, const CustomProperties* properties, const Limits&);

}  // namespace ghreveal::style
