#include "media/remote_pictures.h"

#include <fmt/format.h>

#include <algorithm>

#include "media/decode.h"
#include "media/network_address.h"
#include "support/error.h"

namespace ghreveal::media {

namespace {

constexpr const char* kCopyHint = "put a copy beside the deck and name that";

bool begins_with_ignoring_case(std::string_view text, std::string_view lower) {
    return text.size() >= lower.size() &&
           std::equal(lower.begin(), lower.end(), text.begin(), [](char a, char b) {
               return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b | 0x20) : b);
           });
}

// RFC 3986 §2: what may not stand in an address is escaped, as browsers do; the fragment is not
// sent. "//host" takes the scheme that is safe.
std::string request_url(std::string_view address) {
    address = address.substr(0, address.find('#'));
    std::string url = address.starts_with("//") ? "https:" : "";
    for (const char c : address) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= ' ' || byte >= 0x7F || c == '"' || c == '<' || c == '>' || c == '\\') {
            url += fmt::format("%{:02X}", byte);
        } else {
            url += c;
        }
    }
    return url;
}

}  // namespace

bool is_web_address(std::string_view address) {
    return address.starts_with("//") || begins_with_ignoring_case(address, "http://") ||
           begins_with_ignoring_case(address, "https://");
}

RemotePictures::RemotePictures(RemoteOptions options)
    : options_(std::move(options)), cache_(options_.cache_folder, options_.limits.cache_bytes) {}

FetchBounds RemotePictures::bounds() const {
    const Limits& limits = options_.limits;
    FetchBounds bounds;
    bounds.bytes_each = limits.image_bytes;
    bounds.bytes_together = limits.deck_fetch_bytes;
    bounds.milliseconds_each = limits.fetch_milliseconds;
    bounds.milliseconds_together = limits.deck_fetch_milliseconds;
    bounds.redirects = limits.fetch_redirects;
    bounds.at_a_time = limits.fetch_at_a_time;
    bounds.may_connect =
        options_.allow_private_network ? is_internet_address : is_public_address;
    bounds.uses_proxies = options_.allow_private_network;
    return bounds;
}

RemotePicture RemotePictures::from_cache(const Wanted& wanted) const {
    if (wanted.copy.bytes.empty()) {
        return {"", "it is on the web and not in the cache", "export once without --offline"};
    }
    cache_.touch(wanted.url);
    return {wanted.copy.bytes, "", ""};
}

RemotePicture RemotePictures::old_copy(const Wanted& wanted, const std::string& problem) const {
    if (wanted.copy.bytes.empty()) {
        return {"", problem, kCopyHint};
    }
    return {wanted.copy.bytes, problem, "the copy that was fetched before is shown"};
}

RemotePicture RemotePictures::from_response(const Wanted& wanted, FetchResponse&& response) const {
    switch (response.status) {
        case FetchStatus::kNotModified:
            cache_.touch(wanted.url);
            return {wanted.copy.bytes, "", ""};
        case FetchStatus::kRefused:
            return {"", response.failure, "--allow-private-network allows it"};
        case FetchStatus::kFailed:
            return old_copy(wanted, response.failure);
        case FetchStatus::kFetched:
            break;
    }
    if (!sniff_format(response.body)) {
        return old_copy(wanted, response.content_type.empty()
                                    ? "what the server sends is not a picture"
                                    : fmt::format("what the server sends is not a picture but {}",
                                                  response.content_type));
    }
    cache_.keep(wanted.url, {response.body, response.etag, response.last_modified});
    return {std::move(response.body), "", ""};
}

void RemotePictures::fetch(const std::vector<std::string>& addresses) {
    std::vector<Wanted> wanted;
    std::vector<FetchRequest> requests;
    for (const std::string& address : addresses) {
        if (!is_web_address(address) || !pictures_.try_emplace(address).second) {
            continue;
        }
        if (pictures_.size() > options_.limits.remote_pictures) {
            pictures_[address] = {"", "the deck has too many pictures from the web", kCopyHint};
            continue;
        }
        std::string url = request_url(address);
        const CachedPicture copy = cache_.find(url).value_or(CachedPicture{});
        requests.push_back({url, copy.etag, copy.last_modified});
        wanted.push_back({address, std::move(url), copy});
    }
    if (wanted.empty()) {
        return;
    }
    std::vector<FetchResponse> responses;
    if (!options_.offline) {
        responses = media::fetch(requests, bounds());
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        pictures_[wanted[i].address] = options_.offline
                                           ? from_cache(wanted[i])
                                           : from_response(wanted[i], std::move(responses[i]));
    }
    cache_.trim();
}

RemotePicture RemotePictures::take(const std::string& address) {
    fetch({address});
    RemotePicture& kept = pictures_[address];
    return std::exchange(kept, {"", kept.problem, kept.hint});
}

}  // namespace ghreveal::media
