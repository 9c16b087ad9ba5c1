#include "style/sheets/code_styles.h"

#include <algorithm>

#include "support/ascii.h"
#include "support/file.h"

namespace ghreveal::style {

namespace fs = std::filesystem;

namespace {

fs::path code_folder() {
    return data_directory() / "themes" / "base" / "code";
}

// Sheets for what stands around code.
bool is_no_style(std::string_view name) {
    return name == "lines";
}

}  // namespace

std::optional<fs::path> bundled_code_style(std::string_view name) {
    std::string stem = ascii::lower_case(name);
    for (const std::string_view family : {"base16/", "base16-"}) {
        if (stem.starts_with(family)) {
            stem.erase(0, family.size());
        }
    }
    const bool is_plain = !stem.empty() && stem.find_first_of("/\\.") == stem.npos;
    const fs::path file = code_folder() / (stem + ".css");
    return is_plain && !is_no_style(stem) && is_file(file) ? std::optional(file) : std::nullopt;
}

std::vector<std::string> bundled_code_styles() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(code_folder())) {
        if (!is_no_style(entry.path().stem().string())) {
            names.push_back(entry.path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace ghreveal::style
