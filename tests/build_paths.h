// The folders that a build is made of. Only build_paths.cpp is compiled with them: the other tests'
// objects are the same in every worktree, and the compiler's cache serves them there.
#pragma once

#include <filesystem>

namespace ghreveal::testing {

/// The top of the source tree, absolute.
std::filesystem::path source_dir();
/// The build's own folder, absolute: modules, programs and the tests' results.
std::filesystem::path build_dir();
/// The program `ghreveal` of this build, absolute.
std::filesystem::path program();

}  // namespace ghreveal::testing
