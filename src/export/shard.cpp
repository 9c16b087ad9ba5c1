#include "export/shard.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <stdexcept>

#include "support/fnv_hash.h"

namespace ghreveal::exporter {

namespace {

constexpr int kMostShards = 10'000;

// The high bits are mixed into the low ones.
std::uint64_t stable_hash(std::string_view text) {
    const std::uint64_t hash = fnv1a(text);
    return hash ^ (hash >> 32U);
}

}  // namespace

bool Shard::takes(std::string_view name) const {
    return stable_hash(name) % static_cast<std::uint64_t>(count) ==
           static_cast<std::uint64_t>(index - 1);
}

Shard parse_shard(const std::string& text) {
    Shard shard;
    const char* const end = text.data() + text.size();
    const auto index = std::from_chars(text.data(), end, shard.index);
    const bool has_count = index.ec == std::errc{} && index.ptr != end && *index.ptr == '/';
    const auto count = has_count ? std::from_chars(index.ptr + 1, end, shard.count) : index;
    if (!has_count || count.ec != std::errc{} || count.ptr != end) {
        throw std::invalid_argument(
            fmt::format("'{}' is no part of a run; write 2/4 for the second of four", text));
    }
    if (shard.count < 1 || shard.count > kMostShards || shard.index < 1 ||
        shard.index > shard.count) {
        throw std::invalid_argument(
            fmt::format("'{}': parts are counted from 1 to their number, which is {} at most", text,
                        kMostShards));
    }
    return shard;
}

std::string to_string(const Shard& shard) {
    return fmt::format("{}/{}", shard.index, shard.count);
}

}  // namespace ghreveal::exporter
