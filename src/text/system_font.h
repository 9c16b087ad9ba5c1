// What the module with Fontconfig tells of a font of the system's.
#pragma once

#include <array>

namespace ghreveal::text {

struct SystemFont {
    std::array<char, 4096> path{};  // ends in a zero
    int index = 0;                  // within a collection file
    int weight = 400;               // as CSS has it
    bool is_italic = false;
};

}  // namespace ghreveal::text
