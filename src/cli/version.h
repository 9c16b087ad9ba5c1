// What --version says.
#pragma once

#include <string>

namespace ghreveal::cli {

// The version, the commit that was built and the libraries that draw: what a bug report needs.
std::string version_text();

}  // namespace ghreveal::cli
