// What the names that a .lang file gives to parts of code mean in highlight.js's terms.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace ghreveal::highlight {

enum class Meaning : std::uint8_t {
    kClass,         // the class as it stands
    kName,          // a title where it is defined, nothing where it is used
    kPreprocessor,  // `#include` is meta, but `import` a keyword
    kKeyword,       // but `true` and `null` are literals
};

struct ClassName {
    std::string_view element;  // in a .lang file
    std::string_view hljs;     // without the prefix `hljs-`
    Meaning meaning = Meaning::kClass;
};

// The element names of our own definitions, and those of source-highlight's. Text of elements
// that are not listed (symbols, brackets) stays plain.
const std::vector<ClassName>& own_class_names();
const std::vector<ClassName>& library_class_names();

}  // namespace ghreveal::highlight
