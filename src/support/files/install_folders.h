// Where fonts, themes and modules are, when a caller of the library says so.
#pragma once

#include <filesystem>

namespace ghreveal {

// Empty: where data_directory() and module_directory() find them.
struct InstallFolders {
    std::filesystem::path data;
    std::filesystem::path modules;
};

// As long as it lives, they hold for what this thread does: calls with others may run beside it.
// Whoever begins a thread hands current_install_folders() on to it.
class InstallFoldersScope {
public:
    explicit InstallFoldersScope(InstallFolders);
    ~InstallFoldersScope();
    InstallFoldersScope(const InstallFoldersScope&) = delete;
    InstallFoldersScope& operator=(const InstallFoldersScope&) = delete;

private:
    InstallFolders before_;
};

InstallFolders current_install_folders();

}  // namespace ghreveal
