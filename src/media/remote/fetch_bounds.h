// What fetching for a deck is bound by.
#pragma once

#include "media/remote/fetch.h"
#include "support/limits.h"

namespace ghreveal::media {

// `allow_private_network`: --allow-private-network.
FetchBounds fetch_bounds(const Limits&, bool allow_private_network);

}  // namespace ghreveal::media
