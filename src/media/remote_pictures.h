// A deck's pictures from the web: fetched together, kept in a cache on disk, revalidated.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "media/fetch.h"
#include "media/picture_cache.h"
#include "support/limits.h"

namespace ghreveal::media {

// "https://…", "http://…" and "//host/…", which is taken as https.
bool is_web_address(std::string_view);

struct RemoteOptions {
    bool offline = false;  // only what the cache holds
    bool allow_private_network = false;
    std::filesystem::path cache_folder = default_cache_folder();  // empty: no cache
    Limits limits;
};

struct RemotePicture {
    std::string bytes;    // empty when there is none
    std::string problem;  // why there is none, or why it may be an old copy: a clause
    std::string hint;
};

class RemotePictures {
public:
    explicit RemotePictures(RemoteOptions);

    // Fetches what is not known yet, together.
    void fetch(const std::vector<std::string>& addresses);
    // The picture, fetched now if it was not before. It stays the caller's to keep the bytes: a
    // second call for the same address gives none.
    RemotePicture take(const std::string& address);

private:
    struct Wanted {
        std::string address;  // as the deck has it
        std::string url;
        CachedPicture copy;
    };
    RemotePicture from_cache(const Wanted&) const;
    RemotePicture from_response(const Wanted&, FetchResponse&&) const;
    RemotePicture old_copy(const Wanted&, const std::string& problem) const;
    FetchBounds bounds() const;

    RemoteOptions options_;
    PictureCache cache_;
    std::map<std::string, RemotePicture> pictures_;  // by address
};

}  // namespace ghreveal::media
