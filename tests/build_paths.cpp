#include "build_paths.h"

namespace ghreveal::testing {

std::filesystem::path source_dir() {
    return GHREVEAL_SOURCE_DIR;
}

std::filesystem::path build_dir() {
    return GHREVEAL_BUILD_DIR;
}

std::filesystem::path program() {
    return build_dir() / "ghreveal";
}

}  // namespace ghreveal::testing
