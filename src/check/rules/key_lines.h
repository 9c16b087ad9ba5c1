// Lines of `key: value` of YAML, with the keys that each stands below.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::check {

struct KeyLine {
    std::string key;
    std::string_view value;
    std::string path;  // of the maps around: "initialization.", "" at the top
    int line = 0;
};

// From the line of this index to one of `---`; the values look into the lines. Block scalars (YAML
// 1.2 §8.1) and comments have no keys.
std::vector<KeyLine> key_lines(const std::vector<std::string>& lines, std::size_t first);

}  // namespace ghreveal::check
