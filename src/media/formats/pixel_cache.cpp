#include "media/formats/pixel_cache.h"

#include <algorithm>

namespace ghreveal::media {

namespace {

std::size_t count_of(const Pixels& pixels) {
    return static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height);
}

}  // namespace

PixelsPtr PixelCache::find(const std::string& id) {
    const std::lock_guard lock(mutex_);
    const auto entry = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& one) { return one.id == id; });
    if (entry == entries_.end()) {
        return nullptr;
    }
    entries_.splice(entries_.begin(), entries_, entry);
    return entry->pixels;
}

void PixelCache::keep(const std::string& id, const PixelsPtr& pixels) {
    const std::lock_guard lock(mutex_);
    ++decoded_;
    entries_.push_front({id, pixels});
    pixels_ += count_of(*pixels);
    while (pixels_ > most_pixels_ && !entries_.empty()) {
        pixels_ -= count_of(*entries_.back().pixels);
        entries_.pop_back();
    }
}

PixelsPtr PixelCache::get(const std::string& id, std::size_t pixel_count,
                          const std::function<Pixels()>& decode) {
    if (PixelsPtr known = find(id)) {
        return known;
    }
    constexpr std::size_t kLarge = 4u << 20;
    const bool is_large = pixel_count > kLarge;
    const std::unique_lock lock =
        is_large ? std::unique_lock(decoding_large_) : std::unique_lock<std::mutex>();
    if (is_large) {
        if (PixelsPtr known = find(id)) {  // decoded by who had the lock before
            return known;
        }
    }
    const auto pixels = std::make_shared<const Pixels>(decode());
    keep(id, pixels);
    return pixels;
}

std::size_t PixelCache::kept_pixels() const {
    const std::lock_guard lock(mutex_);
    return pixels_;
}

std::size_t PixelCache::decoded() const {
    const std::lock_guard lock(mutex_);
    return decoded_;
}

}  // namespace ghreveal::media
