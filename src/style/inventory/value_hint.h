// What an author may have meant by a value that a property does not take.
#pragma once

#include <string>

#include "style/style_block.h"

namespace ghreveal::style {

// "did you mean '300px'?" where a value near the one written is taken, else which kind of value
// is: "write a colour as a name, #RRGGBB or rgb(…)". Never empty.
std::string value_hint(const std::string& property, const std::string& written, ValueCheck&);

}  // namespace ghreveal::style
