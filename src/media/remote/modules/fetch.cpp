// The module that gets pictures from the web with libcurl.
#include <curl/curl.h>
#include <fcntl.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <string_view>

#include "media/remote/modules/fetch_module.h"
#include "support/ascii.h"
#include "support/handle.h"

namespace ghreveal::media {

namespace {

using Clock = std::chrono::steady_clock;

// What all transfers of a deck share.
struct Batch {
    const FetchBounds& bounds;
    std::size_t bytes = 0;
    Clock::time_point deadline;
};

struct Transfer {
    Handle<curl_slist, curl_slist_free_all> headers;
    Handle<CURL, curl_easy_cleanup> handle;  // after what it refers to
    const FetchRequest* request = nullptr;
    FetchResponse* response = nullptr;
    Batch* batch = nullptr;
    std::size_t header_bytes = 0;
    bool is_refused = false;
    bool is_too_large = false;
};

std::size_t take_body(char* data, std::size_t, std::size_t count, void* user) {
    auto& transfer = *static_cast<Transfer*>(user);
    Batch& batch = *transfer.batch;
    if (transfer.response->body.size() + count > batch.bounds.bytes_each ||
        batch.bytes + count > batch.bounds.bytes_together) {
        transfer.is_too_large = true;
        return 0;  // ends the transfer
    }
    batch.bytes += count;
    transfer.response->body.append(data, count);
    return count;
}

bool has_name(std::string_view line, std::string_view name) {
    return line.size() > name.size() && line[name.size()] == ':' &&
           ascii::starts_ignoring_case(line, name);
}

std::string value_of(std::string_view line, std::string_view name) {
    return std::string(ascii::trimmed(line.substr(name.size() + 1)));
}

std::size_t take_header(char* data, std::size_t, std::size_t count, void* user) {
    auto& transfer = *static_cast<Transfer*>(user);
    FetchResponse& response = *transfer.response;
    const std::string_view line(data, count);
    transfer.header_bytes += count;
    if (transfer.header_bytes > transfer.batch->bounds.header_bytes) {
        transfer.is_too_large = true;
        return 0;
    }
    if (line.starts_with("HTTP/")) {  // another response: after a redirect
        response.etag.clear();
        response.last_modified.clear();
        response.body.clear();
    } else if (has_name(line, "etag")) {
        response.etag = value_of(line, "etag");
    } else if (has_name(line, "last-modified")) {
        response.last_modified = value_of(line, "last-modified");
    }
    return count;
}

// The last word on what is connected to: after names are resolved, and for each redirect.
curl_socket_t open_socket(void* user, curlsocktype, curl_sockaddr* address) {
    auto& transfer = *static_cast<Transfer*>(user);
    if (!transfer.batch->bounds.may_connect(address->addr)) {
        transfer.is_refused = true;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

void set_bounds(CURL* handle, Transfer& transfer) {
    const FetchBounds& bounds = transfer.batch->bounds;
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(handle, CURLOPT_MAXREDIRS, static_cast<long>(bounds.redirects));
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, transfer.request->milliseconds);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, transfer.request->milliseconds);
    curl_easy_setopt(handle, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(bounds.bytes_each));
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &transfer);
    if (!bounds.uses_proxies) {
        curl_easy_setopt(handle, CURLOPT_PROXY, "");
    }
}

void set_conditions(Transfer& transfer) {
    const auto add = [&transfer](const std::string& header) {
        curl_slist* longer = curl_slist_append(transfer.headers.get(), header.c_str());
        if (longer != nullptr) {
            static_cast<void>(transfer.headers.release());
            transfer.headers.reset(longer);
        }
    };
    add("Accept: image/*,*/*;q=0.5");
    if (!transfer.request->etag.empty()) {
        add("If-None-Match: " + transfer.request->etag);
    }
    if (!transfer.request->last_modified.empty()) {
        add("If-Modified-Since: " + transfer.request->last_modified);
    }
    curl_easy_setopt(transfer.handle.get(), CURLOPT_HTTPHEADER, transfer.headers.get());
}

void prepare(Transfer& transfer) {
    CURL* handle = transfer.handle.get();
    curl_easy_setopt(handle, CURLOPT_URL, transfer.request->address.c_str());
    curl_easy_setopt(handle, CURLOPT_PRIVATE, &transfer);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "ghreveal/" GHREVEAL_VERSION);
    curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, &transfer);
    set_bounds(handle, transfer);
    set_conditions(transfer);
}

// Whether the machine knows a way to addresses of the web: connecting a datagram socket asks the
// routing table and sends nothing. The addresses are those of documentation (RFC 5737, RFC 3849).
bool has_route(const char* address, int family) {
    addrinfo hints{};
    hints.ai_family = family;
    hints.ai_socktype = SOCK_DGRAM;
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    if (getaddrinfo(address, "9", &hints, &found) != 0) {
        return false;
    }
    const int descriptor = socket(family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    const bool is_there =
        descriptor >= 0 && connect(descriptor, found->ai_addr, found->ai_addrlen) == 0;
    if (descriptor >= 0) {
        close(descriptor);
    }
    freeaddrinfo(found);
    return is_there;
}

bool is_network_there() {
    return has_route("192.0.2.1", AF_INET) || has_route("2001:db8::1", AF_INET6);
}

std::string clause(CURLcode code, const Transfer& transfer) {
    switch (code) {
        case CURLE_OPERATION_TIMEDOUT:
            return "the server takes too long";
        case CURLE_TOO_MANY_REDIRECTS:
            return "the server redirects too often";
        case CURLE_PARTIAL_FILE:
        case CURLE_RECV_ERROR:
        case CURLE_GOT_NOTHING:
            return "the connection ended too early";
        case CURLE_COULDNT_RESOLVE_HOST:
            return is_network_there() ? "there is no such server" : std::string(kNoNetwork);
        case CURLE_COULDNT_CONNECT:
            return is_network_there() ? "the server cannot be reached" : std::string(kNoNetwork);
        case CURLE_FILESIZE_EXCEEDED:
            return "it is too large";
        case CURLE_UNSUPPORTED_PROTOCOL:
            return "the server redirects to an address that is not of the web";
        default:
            return transfer.is_too_large ? "it is too large" : curl_easy_strerror(code);
    }
}

void finish(Transfer& transfer, CURLcode code) {
    constexpr long kOk = 200;
    constexpr long kNotModified = 304;
    FetchResponse& response = *transfer.response;
    long http_status = 0;
    curl_easy_getinfo(transfer.handle.get(), CURLINFO_RESPONSE_CODE, &http_status);
    const char* type = nullptr;
    curl_easy_getinfo(transfer.handle.get(), CURLINFO_CONTENT_TYPE, &type);
    response.content_type = type != nullptr ? type : "";
    if (code != CURLE_OK) {
        response.status = transfer.is_refused ? FetchStatus::kRefused : FetchStatus::kFailed;
        response.failure =
            transfer.is_refused ? "its address is in a private network" : clause(code, transfer);
    } else if (http_status == kOk) {
        response.status = FetchStatus::kFetched;
        return;
    } else if (http_status == kNotModified) {
        response.status = FetchStatus::kNotModified;
    } else {
        response.failure = "the server answers " + std::to_string(http_status);
    }
    transfer.batch->bytes -= response.body.size();
    response.body.clear();
}

// The transfers of a deck, so many at a time as the bounds allow. curl could queue them itself, but
// counts the time in its queue as theirs.
class Fetcher {
public:
    Fetcher(CURLM* multi, std::vector<Transfer>& transfers, Batch& batch)
        : multi_(multi), transfers_(transfers), batch_(batch) {}
    Fetcher(const Fetcher&) = delete;
    Fetcher& operator=(const Fetcher&) = delete;
    ~Fetcher() {
        for (const Transfer& transfer : transfers_) {
            if (transfer.handle) {
                curl_multi_remove_handle(multi_, transfer.handle.get());
            }
        }
    }

    // Until all have ended or the deck's time is over.
    void run() {
        constexpr long kPollMilliseconds = 1000;
        start_more();
        int running = 0;
        while (active_ > 0 && curl_multi_perform(multi_, &running) == CURLM_OK) {
            finish_ended();
            start_more();
            const auto time =
                std::chrono::ceil<std::chrono::milliseconds>(batch_.deadline - Clock::now());
            if (active_ == 0 || time.count() <= 0) {
                return;
            }
            const long wait = std::min<long>(time.count(), kPollMilliseconds);
            curl_multi_poll(multi_, nullptr, 0, static_cast<int>(wait), nullptr);
        }
    }

private:
    void start_more() {
        while (next_ < transfers_.size() && active_ < batch_.bounds.at_a_time) {
            Transfer& transfer = transfers_[next_++];
            transfer.handle.reset(curl_easy_init());
            if (transfer.handle) {
                prepare(transfer);
                curl_multi_add_handle(multi_, transfer.handle.get());
                ++active_;
            }
        }
    }
    void finish_ended() {
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
            if (message->msg == CURLMSG_DONE) {
                Transfer* transfer = nullptr;
                curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
                finish(*transfer, message->data.result);
                curl_multi_remove_handle(multi_, transfer->handle.get());
                transfer->handle.reset();
                --active_;
            }
        }
    }

    CURLM* multi_;
    std::vector<Transfer>& transfers_;
    Batch& batch_;
    std::size_t next_ = 0;
    int active_ = 0;
};

// Set up once for the process, and never torn down: TLS libraries are used by others too.
bool is_set_up() {
    static const bool done = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return done;
}

}  // namespace

}  // namespace ghreveal::media

void ghreveal_fetch(const std::vector<ghreveal::media::FetchRequest>& requests,
                    const ghreveal::media::FetchBounds& bounds,
                    std::vector<ghreveal::media::FetchResponse>& responses) {
    using namespace ghreveal::media;
    for (FetchResponse& response : responses) {
        response.failure = "fetching all pictures takes too long";
    }
    const ghreveal::Handle<CURLM, curl_multi_cleanup> multi{is_set_up() ? curl_multi_init()
                                                                        : nullptr};
    if (!multi) {
        return;
    }
    Batch batch{bounds, 0, Clock::now() + std::chrono::milliseconds(bounds.milliseconds_together)};
    std::vector<Transfer> transfers(requests.size());
    for (std::size_t i = 0; i < requests.size(); ++i) {
        transfers[i].request = &requests[i];
        transfers[i].response = &responses[i];
        transfers[i].batch = &batch;
    }
    Fetcher(multi.get(), transfers, batch).run();
    for (FetchResponse& response : responses) {
        if (response.status == FetchStatus::kFailed) {
            response.body.clear();
        }
    }
}
