// Conditions of @container (CSS Conditional 5 §6): what they ask of a container's size.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "css/tokenizer.h"
#include "support/geometry.h"

namespace ghreveal::css {

// The sides of a container that a condition asks for.
struct QueriedAxes {
    bool width = false;
    bool height = false;
};
QueriedAxes queried_axes(std::span<const Token> condition);

// A container's content box, and how lengths are read that stand in the condition; nothing: it is
// no length.
struct QueriedContainer {
    Size size;
    std::function<std::optional<Px>(std::span<const Token>)> length;
};
// False where it depends on what is not known.
bool container_matches(std::span<const Token> condition, const QueriedContainer&);

// The first feature or function that is not known here; empty when there is none.
std::string unknown_container_feature(std::span<const Token> condition);

}  // namespace ghreveal::css
