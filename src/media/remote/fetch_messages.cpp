#include "media/remote/fetch_messages.h"

#include <cstdint>
#include <cstring>

namespace ghreveal::media {

namespace {

using Number = std::uint64_t;

void put(std::string& message, Number number) {
    message.append(reinterpret_cast<const char*>(&number), sizeof number);
}
void put(std::string& message, std::string_view text) {
    put(message, Number{text.size()});
    message += text;
}

// Past the end everything is 0 and empty.
class Reader {
public:
    explicit Reader(std::string_view message) : rest_(message) {}

    Number number() {
        Number number = 0;
        const std::string_view bytes = taken(sizeof number);
        std::memcpy(&number, bytes.data(), bytes.size());
        return number;
    }
    std::string text() {
        const Number size = number();
        return std::string(taken(size));
    }
    // How many things follow of which each takes so many bytes at least.
    std::size_t count(std::size_t bytes_each) {
        const Number count = number();
        is_whole_ = is_whole_ && count <= rest_.size() / bytes_each;
        return is_whole_ ? count : 0;
    }
    bool is_at_end() const { return is_whole_ && rest_.empty(); }

private:
    std::string_view taken(Number size) {
        is_whole_ = is_whole_ && size <= rest_.size();
        const std::string_view bytes = rest_.substr(0, is_whole_ ? size : 0);
        rest_.remove_prefix(bytes.size());
        return bytes;
    }

    std::string_view rest_;
    bool is_whole_ = true;
};

constexpr std::size_t kRequestNumbers = 4;
constexpr std::size_t kResponseNumbers = 6;

FetchStatus status_of(Number number) {
    switch (number) {
        case static_cast<Number>(FetchStatus::kFetched):
            return FetchStatus::kFetched;
        case static_cast<Number>(FetchStatus::kNotModified):
            return FetchStatus::kNotModified;
        case static_cast<Number>(FetchStatus::kRefused):
            return FetchStatus::kRefused;
        default:
            return FetchStatus::kFailed;
    }
}

}  // namespace

std::string message_of(const std::vector<FetchRequest>& requests) {
    std::string message;
    put(message, Number{requests.size()});
    for (const FetchRequest& request : requests) {
        put(message, request.address);
        put(message, request.etag);
        put(message, request.last_modified);
        put(message, static_cast<Number>(request.milliseconds));
    }
    return message;
}

std::string message_of(const std::vector<FetchResponse>& responses) {
    std::string message;
    put(message, Number{responses.size()});
    for (const FetchResponse& response : responses) {
        put(message, static_cast<Number>(response.status));
        put(message, response.body);
        put(message, response.content_type);
        put(message, response.etag);
        put(message, response.last_modified);
        put(message, response.failure);
    }
    return message;
}

std::optional<std::vector<FetchRequest>> requests_in(std::string_view message) {
    Reader reader(message);
    std::vector<FetchRequest> requests(reader.count(kRequestNumbers * sizeof(Number)));
    for (FetchRequest& request : requests) {
        request.address = reader.text();
        request.etag = reader.text();
        request.last_modified = reader.text();
        request.milliseconds = static_cast<long>(reader.number());
    }
    return reader.is_at_end() ? std::optional(std::move(requests)) : std::nullopt;
}

std::optional<std::vector<FetchResponse>> responses_in(std::string_view message) {
    Reader reader(message);
    std::vector<FetchResponse> responses(reader.count(kResponseNumbers * sizeof(Number)));
    for (FetchResponse& response : responses) {
        response.status = status_of(reader.number());
        response.body = reader.text();
        response.content_type = reader.text();
        response.etag = reader.text();
        response.last_modified = reader.text();
        response.failure = reader.text();
    }
    return reader.is_at_end() ? std::optional(std::move(responses)) : std::nullopt;
}

}  // namespace ghreveal::media
