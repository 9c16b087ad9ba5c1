// The pixels of a deck's pictures that are kept decoded.
#pragma once

#include <functional>
#include <list>
#include <mutex>
#include <string>

#include "media/image.h"

namespace ghreveal::media {

// Those used longest ago are forgotten first. Who draws with pixels holds them meanwhile.
class PixelCache {
public:
    // `most_pixels` are kept; a single picture may have more.
    explicit PixelCache(std::size_t most_pixels) : most_pixels_(most_pixels) {}

    // The pixels named `id`, decoded when they are not there. Several threads may ask;
    // large pictures are decoded one after the other.
    PixelsPtr get(const std::string& id, std::size_t pixel_count,
                  const std::function<Pixels()>& decode);
    std::size_t kept_pixels() const;
    // How often something had to be decoded, for tests.
    std::size_t decoded() const;

private:
    struct Entry {
        std::string id;
        PixelsPtr pixels;
    };
    PixelsPtr find(const std::string& id);
    void keep(const std::string& id, const PixelsPtr&);

    std::size_t most_pixels_;
    std::mutex decoding_large_;
    mutable std::mutex mutex_;  // guards all below
    std::list<Entry> entries_;  // used last first
    std::size_t pixels_ = 0;
    std::size_t decoded_ = 0;
};

}  // namespace ghreveal::media
