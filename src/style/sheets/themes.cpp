#include "style/sheets/themes.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "style/sheets/reveal_sheets.h"
#include "support/ascii.h"
#include "support/file.h"
#include "support/rules.h"

namespace ghreveal::style {

namespace fs = std::filesystem;

std::vector<std::string> bundled_themes() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(data_directory() / "themes")) {
        if (entry.path().extension() == ".css") {
            names.push_back(entry.path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

namespace {

// The first of the addresses in the site where there is a file.
std::optional<fs::path> file_at(const media::Site& site,
                                std::initializer_list<std::string> addresses) {
    for (const std::string& address : addresses) {
        const std::optional<fs::path> file = media::resolve_file(site, address);
        if (file && is_file(*file)) {
            return file;
        }
    }
    return std::nullopt;
}

fs::path theme_file(const std::string& name, const media::Site& site, const SourcePosition& where) {
    if (where.file.empty()) {
        if (!is_file(name)) {
            throw Error(where, fmt::format("there is no theme file '{}'", name));
        }
        return name;
    }
    // reveal-md looks in the folder that it is started in, mostly the project's.
    if (const std::optional<fs::path> there = file_at(site, {name, "/" + name})) {
        return *there;
    }
    const std::optional<fs::path> file = media::resolve_file(site, name);
    if (!file) {
        throw Error(where, fmt::format("the theme '{}' is not a file of the site", name),
                    fmt::format("put a copy below {}", site.root.string()));
    }
    throw Error(where, fmt::format("there is no theme file '{}'", name),
                fmt::format("looked for {}", file->string()), Rule::kUnknownTheme);
}

}  // namespace

bool is_theme_file(const std::string& name) {
    return name.find('/') != std::string::npos || name.ends_with(".css");
}

fs::path find_theme(const std::string& name, const media::Site& site, const SourcePosition& where,
                    deck::RevealVersion version) {
    if (is_theme_file(name)) {
        return theme_file(name, site, where);
    }
    const std::string address = "themes/" + name + ".css";
    if (const std::optional<fs::path> there = file_at(site, {address, "/" + address})) {
        return *there;
    }
    if (const auto bundled = bundled_theme(name, version)) {
        return *bundled;
    }
    const std::vector<std::string> names = bundled_themes();
    const std::string near = nearest_match(name, names);
    throw Error(
        where, fmt::format("no such theme '{}'", name),
        fmt::format("{}there are: {}", near.empty() ? "" : fmt::format("did you mean '{}'? ", near),
                    fmt::join(names, ", ")),
        Rule::kUnknownTheme);
}

std::string theme_description(const fs::path& sheet, const Limits& limits) {
    const std::string text = read_file(sheet, limits.source_bytes);
    const std::size_t begin = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const std::size_t end = text.find("*/");
    if (begin == std::string::npos || end == std::string::npos ||
        text.compare(begin, 2, "/*") != 0) {
        return "";
    }
    std::string words;
    for (const char c : std::string_view(text).substr(begin + 2, end - begin - 2)) {
        const bool is_space = c == '*' || ascii::is_space(c);
        if (!is_space) {
            words += c;
        } else if (!words.empty() && words.back() != ' ') {
            words += ' ';
        }
    }
    words.resize(std::min(words.find(". "), words.size()));
    words.resize(words.find_last_not_of(" .") + 1);
    return words;
}

}  // namespace ghreveal::style
