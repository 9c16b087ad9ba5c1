// Where a deck's addresses lead, and which files it may read.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::media {

// Called with the path of a file before it is looked for: who has decks elsewhere than on a disk
// puts it there.
using FileSource = std::function<void(const std::filesystem::path&)>;

// Where a deck's addresses are looked up: "/x" from the site's root, "x" from `base`.
struct Site {
    std::filesystem::path root;
    std::filesystem::path base;
    // Further folders whose files may be read (the program's own themes and fonts).
    std::vector<std::filesystem::path> allowed;
    // Where it is published: "https://me.example.org", and "/repo" below that; no slash at the end.
    std::string url{};
    std::string base_url{};
    // Of the files below the root; null: they are there, or are not.
    std::shared_ptr<const FileSource> source{};
};

// Without what the site is published below: "/repo/a.png" and "https://me.example.org/repo/a.png"
// are "/a.png"; any other address as it is.
std::string_view local_address(const Site&, std::string_view address);

// The file that `address` names, symbolic links resolved as the system opens it; nothing when it is
// remote, data:, or outside what the site allows. Need not exist.
std::optional<std::filesystem::path> resolve_file(const Site&, std::string_view address);

}  // namespace ghreveal::media
