// What may be loaded, and how.
#pragma once

#include <filesystem>

#include "media/remote/picture_cache.h"
#include "support/limits.h"

namespace ghreveal::media {

struct LoaderOptions {
    bool offline = false;  // from the web only what the cache holds
    bool allow_private_network = false;
    std::filesystem::path cache_folder = default_cache_folder();  // empty: no cache
    Limits limits;
};

}  // namespace ghreveal::media
