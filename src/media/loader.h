// Finds and reads pictures named in a deck or a style sheet, inside the site's root only.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "media/image.h"
#include "media/loader_options.h"
#include "media/remote/remote_files.h"
#include "media/site.h"
#include "support/error.h"

namespace ghreveal::media {

class PixelCache;

// An address, and the place in a deck or a sheet that names it.
struct PictureReference {
    std::string address;
    SourcePosition where;
    bool is_optional = false;  // only nice to have: `load_silently` will ask for it
};

// Loads each address once. What cannot be loaded is reported (once an address) and gives nullptr.
class ImageLoader {
public:
    ImageLoader(Site, LoaderOptions, Diagnostics&);
    // Without a place in `where`, warnings name the one that `fetch_ahead` was given.
    ImagePtr load(std::string_view address, const SourcePosition& where);
    // What was fetched ahead and is only nice to have: nothing is fetched or reported here.
    ImagePtr load_silently(std::string_view address);
    // Fetches those of the web together, before `load` would ask for them one by one.
    void fetch_ahead(const std::vector<PictureReference>&);
    // The file that the address names; nothing for those of the web and those outside the site.
    std::optional<std::filesystem::path> file_of(std::string_view address) const;
    // The natural size of a film of the site's, in px; nothing for those of the web and what is no
    // film.
    std::optional<Size> film_size(std::string_view address);
    // An inline <svg> as a picture.
    ImagePtr from_svg_text(std::string svg, const SourcePosition& where);
    // The same picture as a data: address, for one inside another; "" for one that cannot be shown,
    // which is said.
    std::string as_data(std::string_view address, const SourcePosition& where);
    // The text of a drawing's file, for its parts; "" for one that cannot be read, which is said.
    std::string text_of(std::string_view address, const SourcePosition& where);
    // A drawing shows a part of itself, the page or a file, "file.svg#id", that cannot be had.
    void report_missing_part(const std::string& address, const SourcePosition& where);
    const Limits& limits() const { return options_.limits; }

private:
    // Throw Error saying why there is none.
    ImagePtr image_of(std::string bytes) const;
    void report_remarks(const Image&, const std::string& name, const SourcePosition& where);
    std::string bytes_at(std::string_view address, const SourcePosition& where);
    void report(std::string_view address, const Error&, Rule, const SourcePosition& where);
    std::string remote_bytes(std::string_view address, const SourcePosition& where);

    Site site_;
    LoaderOptions options_;
    Diagnostics& diagnostics_;
    RemoteFiles remote_;
    std::map<std::string, ImagePtr, std::less<>> images_;
    std::map<std::string, std::string, std::less<>> data_;  // by their addresses
    std::map<std::string, std::optional<Size>, std::less<>> film_sizes_;
    std::map<std::string, SourcePosition, std::less<>> places_;
    std::set<std::string> missing_parts_;
    std::shared_ptr<PixelCache> pixels_;
};

}  // namespace ghreveal::media
