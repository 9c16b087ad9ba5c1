#include <cstdlib>
#include <system_error>

#include "support/file.h"

namespace ghreveal {
namespace {

namespace fs = std::filesystem;

fs::path program_directory() {
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed);
    return failed ? fs::path() : program.parent_path();
}

bool is_build_folder(const fs::path& folder) {
    std::error_code failed;
    return fs::exists(folder / "CMakeCache.txt", failed);
}

bool holds_data(const fs::path& folder) {
    std::error_code failed;
    return fs::is_directory(folder / "themes", failed) &&
           fs::is_directory(folder / "fonts", failed);
}

}  // namespace

fs::path data_directory() {
    if (const char* chosen = std::getenv("GHREVEAL_DATA"); chosen != nullptr && *chosen != '\0') {
        if (holds_data(chosen)) return chosen;
        throw Error({}, "$GHREVEAL_DATA is '" + std::string(chosen) +
                            "', but there is no folder 'fonts' and 'themes' in it");
    }
    const fs::path program = program_directory();
    fs::path found = is_build_folder(program) ? fs::path(GHREVEAL_SOURCE_DIR)
                                              : program.parent_path() / "share" / "ghreveal";
    if (holds_data(found)) return found;
    throw Error({}, "cannot find the folders 'fonts' and 'themes' in '" + found.string() + "'",
                "set $GHREVEAL_DATA to the folder that holds them");
}

fs::path module_directory() {
    const fs::path program = program_directory();
    return is_build_folder(program) ? program : program.parent_path() / "lib" / "ghreveal";
}

}  // namespace ghreveal
