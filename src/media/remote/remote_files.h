// A deck's pictures, fonts and their sheets from the web: fetched together, kept in a cache on
// disk, revalidated.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "media/loader_options.h"
#include "media/remote/fetch.h"
#include "media/remote/picture_cache.h"

namespace ghreveal::media {

// "https://…", "http://…" and "//host/…", which is taken as https.
bool is_web_address(std::string_view);

// What is asked for, and how it is told from what a server may send in its place.
struct RemoteKind {
    std::string_view name;
    bool (*is_one)(const std::string& bytes);
};
extern const RemoteKind kRemotePicture;
extern const RemoteKind kRemoteFont;
extern const RemoteKind kRemoteSheet;

struct RemoteFile {
    std::string bytes;    // empty when there is none
    std::string problem;  // why there is none, or why it may be an old copy: a clause
    std::string hint;
};

struct WantedFile {
    std::string address;
    bool is_optional = false;  // only nice to have: not waited for as long
};

class RemoteFiles {
public:
    explicit RemoteFiles(LoaderOptions, const RemoteKind& = kRemotePicture);

    // Fetches what is not known yet, together; other addresses than those of the web are left out.
    void fetch(const std::vector<WantedFile>&);
    bool was_fetched(const std::string& address) const { return pictures_.contains(address); }
    // The file, fetched now if it was not before. It stays the caller's to keep the bytes: a
    // second call for the same address gives none.
    RemoteFile take(const std::string& address);

private:
    // What to ask for, with the copy that the cache has of it.
    struct Query {
        std::string address;  // as the deck has it
        FetchRequest request;
        std::string copy;
    };
    std::vector<Query> queries_for(const std::vector<WantedFile>&);
    std::vector<FetchResponse> responses_to(const std::vector<Query>&) const;
    RemoteFile from_cache(const Query&) const;
    RemoteFile from_response(const Query&, FetchResponse&&) const;
    RemoteFile old_copy(const Query&, const std::string& problem) const;
    FetchBounds bounds() const;

    LoaderOptions options_;
    const RemoteKind& kind_;
    PictureCache cache_;
    std::map<std::string, RemoteFile> pictures_;  // by address
};

}  // namespace ghreveal::media
