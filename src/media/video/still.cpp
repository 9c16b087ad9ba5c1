#include "media/video/still.h"

#include <algorithm>
#include <array>

namespace ghreveal::media {

namespace {

constexpr std::string_view kIdCharacters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

struct Parts {
    std::string_view host;
    std::string_view rest;  // path and query
};

Parts parts_of(std::string_view address) {
    const std::size_t slashes = address.find("//");
    if (slashes == std::string_view::npos) {
        return {};
    }
    address.remove_prefix(slashes + 2);
    const std::size_t end = std::min(address.find_first_of("/?#"), address.size());
    Parts parts{address.substr(0, end), address.substr(end)};
    for (const std::string_view prefix : {"www.", "m."}) {
        if (parts.host.starts_with(prefix)) {
            parts.host.remove_prefix(prefix.size());
        }
    }
    return parts;
}

}  // namespace

std::optional<std::string> video_still(std::string_view frame_address) {
    const auto [host, rest] = parts_of(frame_address);
    std::string_view id;
    if (host == "youtu.be" && !rest.empty()) {
        id = rest.substr(1);
    } else if (host == "youtube.com" || host == "youtube-nocookie.com") {
        constexpr std::array<std::string_view, 4> kBeforeId{"/embed/", "/v/", "/shorts/",
                                                            "/watch?v="};
        const auto* const found = std::find_if(
            kBeforeId.begin(), kBeforeId.end(),
            [&path = rest](std::string_view start) { return path.starts_with(start); });
        id = found != kBeforeId.end() ? rest.substr(found->size()) : "";
    }
    id = id.substr(0, id.find_first_not_of(kIdCharacters));
    if (id.empty() || id == "videoseries") {
        return std::nullopt;
    }
    return "https://img.youtube.com/vi/" + std::string(id) + "/hqdefault.jpg";
}

}  // namespace ghreveal::media
