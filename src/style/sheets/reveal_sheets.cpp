#include "style/sheets/reveal_sheets.h"

#include <array>
#include <string>

#include "style/sheets/code_styles.h"
#include "support/ascii.h"
#include "support/file.h"

namespace ghreveal::style {

namespace fs = std::filesystem;

namespace {

fs::path themes_folder() {
    return data_directory() / "themes";
}

// The themes of 3.4 are the first ones. Earlier ones have smaller text; from version 4 on, they are
// made of custom properties and other measures. Version 6 changes some of these.
fs::path themes_folder(deck::RevealVersion version, const std::string& theme) {
    const fs::path newest = themes_folder() / "6";
    return version.major >= 6 && is_file(newest / theme) ? newest
           : version.major >= 4                          ? themes_folder() / "4"
           : version >= deck::RevealVersion{3, 4}        ? themes_folder()
           : version.major == 3                          ? themes_folder() / "3.0"
                                                         : themes_folder() / "2";
}

std::string_view without_query(std::string_view address) {
    return address.substr(0, address.find_first_of("?#"));
}

// "https://…/css/theme/night.min.css" -> "night.min.css"
std::string_view file_name(std::string_view address) {
    address = without_query(address);
    const std::size_t slash = address.rfind('/');
    return slash == address.npos ? address : address.substr(slash + 1);
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != text.npos;
}

}  // namespace

fs::path reveal_sheet(deck::RevealVersion version) {
    const fs::path base = themes_folder() / "base";
    return base / (version.major >= 4                     ? "reveal-4.css"
                   : version >= deck::RevealVersion{3, 8} ? "reveal-3.8.css"
                   : version >= deck::RevealVersion{3, 2} ? "reveal.css"
                   : version.major == 3                   ? "reveal-3.0.css"
                                                          : "reveal-2.css");
}

std::optional<fs::path> bundled_theme(std::string_view name, deck::RevealVersion version) {
    const bool is_plain = !name.empty() && name.find_first_of("/\\.") == name.npos;
    const std::string theme = std::string(name) + ".css";
    const fs::path file = themes_folder(version, theme) / theme;
    return is_plain && is_file(file) ? std::optional(file) : std::nullopt;
}

std::optional<fs::path> stand_in_sheet(std::string_view address, deck::RevealVersion version) {
    const std::string lower = ascii::lower_case(without_query(address));
    std::string name(file_name(lower));
    if (const std::size_t min = name.find(".min.css"); min != name.npos) {
        name.replace(min, 8, ".css");
    }
    const fs::path base = themes_folder() / "base";
    if (name == "reveal.css") {
        return reveal_sheet(version);
    }
    if (name == "katex.css") {
        return module_directory() / "katex" / name;
    }
    if (name == "reset.css") {
        return base / "reset.css";
    }
    if (contains(name, "font-awesome") || contains(name, "fontawesome") ||
        contains(lower, "/font-awesome/") || contains(lower, "fontawesome-free")) {
        return base / "font-awesome.css";
    }
    if (!name.ends_with(".css")) {
        return std::nullopt;
    }
    const std::string stem = name.substr(0, name.size() - 4);
    if (contains(lower, "theme/") || contains(lower, "reveal")) {
        if (const auto theme = bundled_theme(stem, version)) {
            return theme;
        }
    }
    const bool is_of_code =
        contains(lower, "highlight") || contains(lower, "hljs") || contains(lower, "lib/css");
    return is_of_code ? bundled_code_style(stem) : std::nullopt;
}

bool is_bundled(const fs::path& theme) {
    const fs::path folder = theme.parent_path();
    const bool is_of_a_version =
        folder.parent_path() == themes_folder() && folder.filename() != "base";
    return folder == themes_folder() || is_of_a_version;
}

}  // namespace ghreveal::style
