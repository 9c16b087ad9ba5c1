#include "support/walls/system_places.h"

#include <link.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>

#include "support/ascii.h"
#include "support/file.h"
#include "support/files/folder_entries.h"

namespace ghreveal {

namespace {

namespace fs = std::filesystem;
using Places = std::vector<fs::path>;

// Of the kinds of systems there are, NixOS, Guix and Flatpak too. /run has what the resolver's
// settings lead to; the rest of it is of users.
constexpr const char* kSystem[] = {
    "/usr",
    "/lib",
    "/lib32",
    "/lib64",
    "/libx32",
    "/bin",
    "/sbin",
    "/etc",
    "/opt",
    "/nix",
    "/gnu",
    "/snap",
    "/app",
    "/proc",
    "/sys",
    "/dev",
    "/var/cache/fontconfig",
    "/var/lib/ca-certificates",
    "/var/lib/flatpak",
    "/var/lib/ghostscript",
    "/var/lib/snapd",
    "/run/systemd/resolve",
    "/run/resolvconf",
    "/run/NetworkManager",
    "/run/current-system",
    "/run/host",
};

// Lists of files and folders with colons between them.
constexpr const char* kVariables[] = {
    "LD_LIBRARY_PATH",        "FONTCONFIG_FILE",      "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT",
    "GDK_PIXBUF_MODULE_FILE", "GDK_PIXBUF_MODULEDIR", "SSL_CERT_FILE",   "SSL_CERT_DIR",
    "CURL_CA_BUNDLE",         "NIX_SSL_CERT_FILE",    "XDG_DATA_DIRS",   "XDG_CONFIG_DIRS",
};

fs::path home() {
    const char* home = std::getenv("HOME");
    return home != nullptr && *home == '/' ? fs::path(home) : fs::path();
}

// A folder of the user's: that of the variable, else the one below the home.
fs::path user_folder(const char* variable, const char* below_home) {
    const char* chosen = std::getenv(variable);
    if (chosen != nullptr && *chosen == '/') {
        return chosen;
    }
    return home().empty() ? fs::path() : home() / below_home;
}

void add_libraries(Places& places) {
    const auto add_folder = [](dl_phdr_info* library, std::size_t, void* data) {
        auto& folders = *static_cast<Places*>(data);
        const fs::path folder = fs::path(library->dlpi_name).parent_path();
        if (folder.is_absolute() &&
            std::find(folders.begin(), folders.end(), folder) == folders.end()) {
            folders.push_back(folder);
        }
        return 0;
    };
    dl_iterate_phdr(add_folder, &places);
}

void add_variables(Places& places) {
    for (const char* variable : kVariables) {
        if (const char* list = std::getenv(variable)) {
            const std::string_view text = list;
            for (const std::string_view place : ascii::split(text, ':')) {
                places.emplace_back(place);
            }
        }
    }
}

// Who keeps fonts elsewhere has links to them in the folders of fonts.
void add_links_below(const fs::path& folder, Places& places) {
    constexpr std::size_t kMostLooks = 2000;
    for (const fs::path& entry : entries_below(folder, kMostLooks)) {
        std::error_code failure;
        if (fs::is_symlink(entry, failure)) {
            places.push_back(entry);
        }
    }
}

// Packagers keep fonts elsewhere, and leave a link beside the themes.
void add_data(Places& places) {
    const fs::path data = data_directory();
    places.push_back(data);
    for (const fs::path& entry : entries_of(data)) {
        std::error_code failure;
        if (fs::is_symlink(entry, failure)) {
            places.push_back(entry);
        }
    }
}

// Those of the system, or those used instead; and those of the user.
Places settings_of_fonts() {
    const char* chosen = std::getenv("FONTCONFIG_FILE");
    const fs::path of_user = user_folder("XDG_CONFIG_HOME", ".config") / "fontconfig";
    Places files{chosen != nullptr ? chosen : "/etc/fonts/fonts.conf", of_user / "fonts.conf",
                 home() / ".fonts.conf"};
    for (const fs::path& entry : entries_of(of_user / "conf.d")) {
        files.push_back(entry);
    }
    return files;
}

// What <NAME prefix="…">PLACE</NAME> says in Fontconfig's own language (fonts-conf(5)); `user`:
// what the prefix "xdg" stands for.
void add_places_named(const std::string& name, const fs::path& settings, const fs::path& user,
                      Places& places) {
    std::ifstream file(settings);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const std::string element = "<" + name;
    for (std::size_t at = text.find(element); at != text.npos; at = text.find(element, at + 1)) {
        const std::size_t begin = text.find('>', at);
        const std::size_t end = begin == text.npos ? begin : text.find('<', begin);
        if (end == text.npos) {
            return;
        }
        const std::string_view tag = std::string_view(text).substr(at, begin - at);
        const std::string place(
            ascii::trimmed(std::string_view(text).substr(begin + 1, end - begin - 1)));
        if (tag.find("xdg") != tag.npos) {
            places.push_back(user / place);
        } else if (tag.find("relative") != tag.npos || !place.starts_with("~/")) {
            places.push_back(settings.parent_path() / place);
        } else {
            places.push_back(home() / place.substr(2));
        }
    }
}

// Whether the system's cache is one that nothing has to be kept beside: the user has no fonts.
bool knows_all_fonts(const fs::path& system_cache) {
    std::error_code failure;
    const bool is_filled =
        fs::exists(system_cache, failure) && !fs::is_empty(system_cache, failure);
    return is_filled && !fs::exists(home() / ".fonts", failure) &&
           !fs::exists(user_folder("XDG_DATA_HOME", ".local/share") / "fonts", failure) &&
           std::getenv("FONTCONFIG_FILE") == nullptr;
}

void add_fonts_of_user(Places& places) {
    const fs::path data = user_folder("XDG_DATA_HOME", ".local/share");
    const fs::path settings = user_folder("XDG_CONFIG_HOME", ".config") / "fontconfig";
    for (const fs::path& folder : {data / "fonts", home() / ".fonts", settings}) {
        places.push_back(folder);
        add_links_below(folder, places);
    }
    places.push_back(home() / ".fonts.conf");
    places.push_back(home() / ".fonts.conf.d");
}

}  // namespace

std::vector<fs::path> system_places() {
    Places places(std::begin(kSystem), std::end(kSystem));
    add_data(places);
    places.push_back(module_directory());
    add_libraries(places);
    add_variables(places);
    if (!home().empty()) {
        add_fonts_of_user(places);
    }
    for (const fs::path& settings : settings_of_fonts()) {
        add_places_named("dir", settings, user_folder("XDG_DATA_HOME", ".local/share"), places);
        add_places_named("include", settings, user_folder("XDG_CONFIG_HOME", ".config"), places);
    }
    return places;
}

std::vector<fs::path> font_caches() {
    const fs::path system_cache = "/var/cache/fontconfig";
    const fs::path of_user = user_folder("XDG_CACHE_HOME", ".cache");
    Places caches;
    if (!of_user.empty()) {
        caches.push_back(of_user / "fontconfig");
    }
    for (const fs::path& settings : settings_of_fonts()) {
        add_places_named("cachedir", settings, of_user, caches);
    }
    if (!knows_all_fonts(system_cache)) {
        for (const fs::path& cache : caches) {
            std::error_code failure;
            fs::create_directories(cache, failure);
        }
    }
    caches.push_back(system_cache);
    return caches;
}

}  // namespace ghreveal
