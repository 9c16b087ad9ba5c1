#include "cli/request.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "batch/export_record.h"

namespace ghreveal::cli {

namespace {

constexpr std::array<std::string_view, 8> kWithoutEffect{
    "DECK", "--quiet", "--verbose", "--jobs", "--force", "--strict", "--deps", "--deps-format"};

bool has_effect(const std::string& name) {
    return std::find(kWithoutEffect.begin(), kWithoutEffect.end(), name) == kWithoutEffect.end();
}

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return std::string(name) + "=" + (value == nullptr ? "" : value) + "\n";
}

// A program built anew may write other bytes under the same version.
std::string program() {
    std::error_code failure;
    const batch::FileState file =
        batch::state_of(std::filesystem::read_symlink("/proc/self/exe", failure).string());
    return GHREVEAL_VERSION " " + std::to_string(file.bytes) + " " + std::to_string(file.modified);
}

}  // namespace

std::string request_of(const CLI::App& exporting) {
    std::error_code failure;
    std::string request = program() + "\n" + std::filesystem::current_path(failure).string() +
                          "\n" + variable("SOURCE_DATE_EPOCH") + variable("GHREVEAL_DATA");
    for (const CLI::Option* option : exporting.get_options()) {
        if (option->count() > 0 && has_effect(option->get_name())) {
            request += option->get_name();
            for (const std::string& value : option->results()) {
                request += " " + value;
            }
            request += "\n";
        }
    }
    return request;
}

}  // namespace ghreveal::cli
