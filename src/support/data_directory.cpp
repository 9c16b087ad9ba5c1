#include <dlfcn.h>
#include <sys/auxv.h>

#include <cstdlib>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "support/file.h"
#include "support/files/install_folders.h"

namespace ghreveal {
namespace {

namespace fs = std::filesystem;

// The program's folder; in a program of somebody else, that of the library.
fs::path program_directory() {
    std::error_code failed;
    Dl_info own{};
    if (dladdr(reinterpret_cast<const void*>(&program_directory), &own) != 0 &&
        fs::path(own.dli_fname).filename().string().starts_with("libghreveal.so")) {
        return fs::canonical(own.dli_fname, failed).parent_path();
    }
    fs::path program = fs::read_symlink("/proc/self/exe", failed);
    if (failed) {  // a bare root without /proc: as the program was started, links unresolved
        const auto* started_as = reinterpret_cast<const char*>(getauxval(AT_EXECFN));
        program = fs::absolute(started_as == nullptr ? "" : started_as, failed);
    }
    return program.parent_path();
}

// The source tree that `folder` is a build of; nothing when it is no build folder. CMake's cache
// says so, and the program does not have to: what is installed names no path of a developer's.
std::optional<fs::path> source_directory(const fs::path& folder) {
    constexpr std::string_view kKey = "CMAKE_HOME_DIRECTORY:INTERNAL=";
    std::ifstream cache(folder / "CMakeCache.txt");
    for (std::string line; std::getline(cache, line);) {
        if (line.starts_with(kKey)) {
            return line.substr(kKey.size());
        }
    }
    return std::nullopt;
}

// A variable of the thread, as everything that reads a font or a sheet asks for it.
InstallFolders& install_folders() {
    thread_local InstallFolders folders;
    return folders;
}

bool holds_data(const fs::path& folder) {
    std::error_code failed;
    return fs::is_directory(folder / "themes", failed) &&
           fs::is_directory(folder / "fonts", failed);
}

}  // namespace

InstallFoldersScope::InstallFoldersScope(InstallFolders folders)
    : before_(std::exchange(install_folders(), std::move(folders))) {}

InstallFoldersScope::~InstallFoldersScope() {
    install_folders() = std::move(before_);
}

InstallFolders current_install_folders() {
    return install_folders();
}

fs::path data_directory() {
    if (const fs::path& chosen = install_folders().data; !chosen.empty()) {
        if (holds_data(chosen)) {
            return chosen;
        }
        throw Error({chosen.string(), 0}, "there is no folder 'fonts' and 'themes' in it");
    }
    if (const char* chosen = std::getenv("GHREVEAL_DATA"); chosen != nullptr && *chosen != '\0') {
        if (holds_data(chosen)) {
            return chosen;
        }
        throw Error({}, "$GHREVEAL_DATA is '" + std::string(chosen) +
                            "', but there is no folder 'fonts' and 'themes' in it");
    }
    // The program does not move while it runs.
    static const fs::path found = [] {
        const fs::path program = program_directory();
        return source_directory(program).value_or(program.parent_path() / "share" / "ghreveal");
    }();
    if (holds_data(found)) {
        return found;
    }
    throw Error({}, "cannot find the folders 'fonts' and 'themes' in '" + found.string() + "'",
                "set $GHREVEAL_DATA to the folder that holds them");
}

fs::path module_directory() {
    if (const fs::path& chosen = install_folders().modules; !chosen.empty()) {
        return chosen;
    }
    const fs::path program = program_directory();
    std::error_code failed;
    const bool is_build_folder = fs::exists(program / "CMakeCache.txt", failed);
    return is_build_folder ? program : program.parent_path() / "lib" / "ghreveal";
}

}  // namespace ghreveal
