#include "media/site.h"

#include <algorithm>
#include <string>

#include "media/address.h"

namespace ghreveal::media {

namespace fs = std::filesystem;

namespace {

bool is_inside(const fs::path& file, const fs::path& folder) {
    const fs::path relative = file.lexically_relative(folder);
    return !relative.empty() && *relative.begin() != "..";
}

// With all symbolic links followed, as opening the path follows them; as it is when there is no
// such file.
fs::path real_path(const fs::path& path) {
    std::error_code failure;
    fs::path real = fs::canonical(path, failure);
    return failure ? path : real;
}

// Takes `beginning` off where whole names end with it.
bool take_beginning(std::string_view& address, std::string_view beginning) {
    if (beginning.empty() || !address.starts_with(beginning)) {
        return false;
    }
    const std::string_view rest = address.substr(beginning.size());
    if (!rest.empty() && rest[0] != '/' && rest[0] != '?' && rest[0] != '#') {
        return false;
    }
    address = rest.empty() ? "/" : rest;
    return true;
}

// The file that a server of the site gives for a way that goes up past its root: there `..` leads
// nowhere (URL Standard, "shorten a url's path").
std::optional<fs::path> held_back(const Site& site, const std::string& name) {
    const bool is_from_root = name.front() == '/';
    const fs::path base = is_from_root ? "." : site.base.lexically_relative(site.root);
    if (base.empty() || *base.begin() == "..") {
        return std::nullopt;
    }
    fs::path way;
    for (const fs::path& part : base / name.substr(is_from_root ? 1 : 0)) {
        way = part == ".." ? way.parent_path() : part == "." ? way : way / part;
    }
    std::error_code failure;
    const fs::path file = site.root / way;
    return fs::is_regular_file(file, failure) ? std::optional(file) : std::nullopt;
}

}  // namespace

std::string_view local_address(const Site& site, std::string_view address) {
    std::string_view local = address;
    const bool is_own = take_beginning(local, site.url);
    if (take_beginning(local, site.base_url)) {
        return local;
    }
    // Another site of the same owner is beside this one.
    return is_own && site.base_url.empty() ? local : address;
}

std::optional<fs::path> resolve_file(const Site& site, std::string_view address) {
    address = local_address(site, address);
    address = address.substr(0, address.find_first_of("?#"));
    if (address.empty() || has_scheme_or_host(address)) {
        return std::nullopt;
    }
    const std::string name = percent_decoded(address);
    if (name.find('\0') != std::string::npos) {
        return std::nullopt;
    }
    // `a/../b` is `b` by its text, as in a browser (URL Standard, "path state"); only then are
    // links followed, so that no way round a folder that is not there, or that is a link, leads
    // out.
    fs::path wanted =
        (name.front() == '/' ? site.root / name.substr(1) : site.base / name).lexically_normal();
    if (!is_inside(wanted, site.root)) {
        wanted = held_back(site, name).value_or(wanted);
    }
    if (site.source != nullptr && is_inside(wanted, site.root)) {
        (*site.source)(wanted);
    }
    std::error_code failure;
    const fs::path real = fs::canonical(wanted, failure);
    const auto holds = [&](const fs::path& folder) {
        return failure ? is_inside(wanted, folder) : is_inside(real, real_path(folder));
    };
    if (!holds(site.root) && std::none_of(site.allowed.begin(), site.allowed.end(), holds)) {
        return std::nullopt;
    }
    return failure ? wanted : real;
}

}  // namespace ghreveal::media
