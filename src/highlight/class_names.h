// source-highlight's names for the parts of code, and highlight.js's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::highlight {

struct ClassName {
    std::string_view element;  // in a .lang file
    std::string_view hljs;     // without the prefix `hljs-`
    bool is_function = false;  // a title where it is defined, nothing where it is called
};

// Every element name that gets a class. Text of other elements (symbols, brackets) stays plain.
const std::vector<ClassName>& class_names();

}  // namespace ghreveal::highlight
