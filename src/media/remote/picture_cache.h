// Pictures from the web as they were fetched last, on disk by address. One file holds a picture and
// what the server needs to say whether it still holds, so that both are always of one piece.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace ghreveal::media {

struct CachedPicture {
    std::string bytes;
    std::string etag;
    std::string last_modified;
};

// A cache that cannot be read or written is an empty one: fetching works without.
class PictureCache {
public:
    // `folder` is made when something is first kept; an empty path: keeps nothing.
    PictureCache(std::filesystem::path folder, std::size_t most_bytes)
        : folder_(std::move(folder)), most_bytes_(most_bytes) {}

    std::optional<CachedPicture> find(const std::string& address) const;
    void keep(const std::string& address, const CachedPicture&) const;
    // Notes that the picture was used: those not used for longest go first.
    void touch(const std::string& address) const;
    // Removes what was not used for longest until the rest is within the bound.
    void trim() const;

private:
    std::filesystem::path file_of(const std::string& address) const;

    std::filesystem::path folder_;
    std::size_t most_bytes_;
};

// $XDG_CACHE_HOME/ghreveal/pictures, or below ~/.cache (XDG Base Directory Specification); empty
// when there is neither.
std::filesystem::path default_cache_folder();

}  // namespace ghreveal::media
