// Which definition file a language's name stands for.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace ghreveal::highlight {

struct Definition {
    std::filesystem::path folder;
    std::string file;      // "python.lang"
    bool is_ours = false;  // its elements already have highlight.js's names and meaning
};

// By name or by a file's suffix, in any case: "python", "py", "C++". Our own definitions come
// before source-highlight's. Nothing for a language that neither has.
std::optional<Definition> find_definition(std::string_view language);

}  // namespace ghreveal::highlight
