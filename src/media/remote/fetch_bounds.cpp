#include "media/remote/fetch_bounds.h"

#include "media/remote/network_address.h"

namespace ghreveal::media {

FetchBounds fetch_bounds(const Limits& limits, bool allow_private_network) {
    FetchBounds bounds;
    bounds.bytes_each = limits.image_bytes;
    bounds.bytes_together = limits.deck_fetch_bytes;
    bounds.header_bytes = limits.fetch_header_bytes;
    bounds.milliseconds_together = limits.deck_fetch_milliseconds;
    bounds.redirects = limits.fetch_redirects;
    bounds.at_a_time = limits.fetch_at_a_time;
    bounds.may_connect = allow_private_network ? is_internet_address : is_public_address;
    bounds.uses_proxies = allow_private_network;
    return bounds;
}

}  // namespace ghreveal::media
