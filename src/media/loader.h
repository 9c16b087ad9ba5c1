// Finds and reads pictures named in a deck or a style sheet, inside the site's root only.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "media/image.h"
#include "support/error.h"
#include "support/limits.h"

namespace ghreveal::media {

// Where a deck's addresses are looked up: "/x" from the site's root, "x" from `base`.
struct Site {
    std::filesystem::path root;
    std::filesystem::path base;
    // Further folders whose files may be read (the program's own themes and fonts).
    std::vector<std::filesystem::path> allowed;
};

// The file that `address` names, symbolic links resolved; nothing when it is remote, data:, or
// outside what the site allows. Does not check that it exists.
std::optional<std::filesystem::path> resolve_file(const Site&, std::string_view address);

struct LoaderOptions {
    bool offline = false;
    Limits limits;
};

// Loads each address once. What cannot be loaded is reported (once an address) and gives nullptr.
class ImageLoader {
public:
    ImageLoader(Site, LoaderOptions, Diagnostics&);
    ImagePtr load(std::string_view address, const SourcePosition& where);
    // An inline <svg> as a picture.
    ImagePtr from_svg_text(std::string svg, const SourcePosition& where);

private:
    // Throws Error saying why there are none.
    std::string bytes_at(std::string_view address) const;

    Site site_;
    LoaderOptions options_;
    Diagnostics& diagnostics_;
    std::map<std::string, ImagePtr, std::less<>> images_;
};

}  // namespace ghreveal::media
