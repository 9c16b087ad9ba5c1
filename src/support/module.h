// Parts of the program that pull in large libraries (librsvg, libcurl, libqpdf, Pango) are modules
// loaded when first needed: linking them costs every run 4-8 ms of start-up each. A module's
// functions are declared in a header of its own, which its caller includes to know their types.
#pragma once

#include <string>

namespace ghreveal {

// The address of `symbol` in module `ghreveal-NAME.so`, loaded once for the process.
// Throws Error when the module or the symbol is missing.
void* module_symbol(const std::string& name, const char* symbol);

template <typename Function>
Function* module_function(const std::string& name, const char* symbol) {
    return reinterpret_cast<Function*>(module_symbol(name, symbol));
}

}  // namespace ghreveal
