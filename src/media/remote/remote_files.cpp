#include "media/remote/remote_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "media/formats/decode.h"
#include "media/remote/fetch_bounds.h"
#include "support/ascii.h"
#include "support/error.h"

namespace ghreveal::media {

namespace {

constexpr const char* kCopyHint = "put a copy beside the deck and name that";

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

// TrueType, OpenType, collections of them, WOFF and WOFF 2.
bool is_font(const std::string& bytes) {
    using namespace std::string_view_literals;
    constexpr std::array kBeginnings{"\0\1\0\0"sv, "OTTO"sv, "true"sv,
                                     "ttcf"sv,     "wOFF"sv, "wOF2"sv};
    return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                       [&](std::string_view start) { return bytes.starts_with(start); });
}

}  // namespace

bool is_web_address(std::string_view address) {
    return address.starts_with("//") || ascii::starts_ignoring_case(address, "http://") ||
           ascii::starts_ignoring_case(address, "https://");
}

const RemoteKind kRemotePicture{
    "picture", [](const std::string& bytes) { return sniff_format(bytes).has_value(); }};
const RemoteKind kRemoteFont{"font", is_font};
// A page that says that there is none begins with a tag.
const RemoteKind kRemoteSheet{"style sheet", [](const std::string& bytes) {
                                  const std::string_view text = ascii::trimmed(bytes);
                                  return !text.empty() && text.front() != '<';
                              }};

RemoteFiles::RemoteFiles(LoaderOptions options, const RemoteKind& kind)
    : options_(std::move(options)),
      kind_(kind),
      cache_(options_.cache_folder, options_.limits.cache_bytes) {}

FetchBounds RemoteFiles::bounds() const {
    return fetch_bounds(options_.limits, options_.allow_private_network);
}

RemoteFile RemoteFiles::from_cache(const Query& query) const {
    if (query.copy.empty()) {
        return {"", "it is on the web and not in the cache", "export once without --offline"};
    }
    cache_.touch(query.request.address);
    return {query.copy, "", ""};
}

RemoteFile RemoteFiles::old_copy(const Query& query, const std::string& problem) const {
    if (query.copy.empty()) {
        return {"", problem, kCopyHint};
    }
    return {query.copy, problem, "the copy that was fetched before is shown"};
}

RemoteFile RemoteFiles::from_response(const Query& query, FetchResponse&& response) const {
    switch (response.status) {
        case FetchStatus::kNotModified:
            if (query.copy.empty()) {
                return {"", "the server sends nothing", kCopyHint};
            }
            cache_.touch(query.request.address);
            return {query.copy, "", ""};
        case FetchStatus::kRefused:
            return {"", response.failure, "--allow-private-network allows it"};
        case FetchStatus::kFailed:
            return old_copy(query, response.failure);
        case FetchStatus::kFetched:
            break;
    }
    if (!kind_.is_one(response.body)) {
        std::string problem = fmt::format("what the server sends is not a {}", kind_.name);
        problem += response.content_type.empty() ? "" : " but " + response.content_type;
        return old_copy(query, problem);
    }
    cache_.keep(query.request.address, {response.body, response.etag, response.last_modified});
    return {std::move(response.body), "", ""};
}

std::vector<RemoteFiles::Query> RemoteFiles::queries_for(const std::vector<WantedFile>& wanted) {
    const Limits& limits = options_.limits;
    std::vector<Query> queries;
    for (const auto& [address, is_optional] : wanted) {
        if (!is_web_address(address) || !pictures_.try_emplace(address).second) {
            continue;
        }
        if (pictures_.size() > limits.remote_pictures) {
            pictures_[address] = {
                "", fmt::format("the deck has too many {}s from the web", kind_.name), kCopyHint};
            continue;
        }
        Query query{address, {request_url(address), "", "", limits.fetch_milliseconds}, ""};
        if (is_optional) {
            query.request.milliseconds =
                std::min(limits.still_milliseconds, limits.fetch_milliseconds);
        }
        if (std::optional<CachedPicture> copy = cache_.find(query.request.address)) {
            query.request.etag = std::move(copy->etag);
            query.request.last_modified = std::move(copy->last_modified);
            query.copy = std::move(copy->bytes);
        }
        queries.push_back(std::move(query));
    }
    return queries;
}

std::vector<FetchResponse> RemoteFiles::responses_to(const std::vector<Query>& queries) const {
    std::vector<FetchRequest> requests;
    requests.reserve(queries.size());
    for (const Query& query : queries) {
        requests.push_back(query.request);
    }
    try {
        return media::fetch(requests, bounds());
    } catch (const Error& error) {  // no module: shown as if the network were not there
        FetchResponse failed;
        failed.failure = error.what();
        return std::vector<FetchResponse>(queries.size(), failed);
    }
}

void RemoteFiles::fetch(const std::vector<WantedFile>& wanted) {
    const std::vector<Query> queries = queries_for(wanted);
    if (queries.empty()) {
        return;
    }
    if (options_.offline) {
        for (const Query& query : queries) {
            pictures_[query.address] = from_cache(query);
        }
        return;
    }
    std::vector<FetchResponse> responses = responses_to(queries);
    for (std::size_t i = 0; i < queries.size(); ++i) {
        pictures_[queries[i].address] = from_response(queries[i], std::move(responses[i]));
    }
    cache_.trim();
}

RemoteFile RemoteFiles::take(const std::string& address) {
    fetch({{address}});
    RemoteFile& kept = pictures_[address];
    return std::exchange(kept, {"", kept.problem, kept.hint});
}

}  // namespace ghreveal::media
