// Getting pictures from the web: several at a time, bounded in size, time and redirects, by
// libcurl in a module that is loaded when first needed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

struct sockaddr;

namespace ghreveal::media {

// Why nothing at all can be fetched.
inline constexpr std::string_view kNoNetwork = "the network cannot be reached";

struct FetchRequest {
    std::string address;  // http or https
    // Of the copy at hand: the server then says whether it still holds (RFC 9110 §13). May be
    // empty.
    std::string etag;
    std::string last_modified;
    long milliseconds = 0;  // the most it may take
};

enum class FetchStatus {
    kFetched,
    kNotModified,  // the copy at hand holds
    kRefused,      // the address is not one that may be asked
    kFailed,
};

struct FetchResponse {
    FetchStatus status = FetchStatus::kFailed;
    std::string body;
    std::string content_type;
    std::string etag;
    std::string last_modified;
    std::string failure;  // a clause for people: "the server answers 404"
};

struct FetchBounds {
    std::size_t bytes_each = 0;
    std::size_t bytes_together = 0;
    std::size_t header_bytes = 0;  // of one answer
    long milliseconds_together = 0;
    int redirects = 0;
    int at_a_time = 0;
    // Asked for every address that a connection is about to be made to, so that neither a redirect
    // nor a name leads past it.
    bool (*may_connect)(const sockaddr&) = nullptr;
    // A proxy connects on its own, and `may_connect` is not asked.
    bool uses_proxies = false;
};

// The responses in the requests' order. Throws Error when the module is missing.
std::vector<FetchResponse> fetch(const std::vector<FetchRequest>&, const FetchBounds&);

}  // namespace ghreveal::media
