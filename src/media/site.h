// Where a deck's addresses lead, and which files it may read.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace ghreveal::media {

// Where a deck's addresses are looked up: "/x" from the site's root, "x" from `base`.
struct Site {
    std::filesystem::path root;
    std::filesystem::path base;
    // Further folders whose files may be read (the program's own themes and fonts).
    std::vector<std::filesystem::path> allowed;
};

// The file that `address` names, symbolic links resolved as the system opens it; nothing when it is
// remote, data:, or outside what the site allows. Need not exist.
std::optional<std::filesystem::path> resolve_file(const Site&, std::string_view address);

}  // namespace ghreveal::media
