// The chunks that a WebP file is made of (RFC 9649 §2.3).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ghreveal::media {

inline constexpr std::size_t kRiffHeaderBytes = 12;  // "RIFF", a size, "WEBP"

struct RiffChunk {
    std::string_view name;
    std::string_view data;
    std::string_view whole;  // with its head and the byte that makes it even
};

inline std::uint32_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = count; i-- > 0;) {
        value = value << 8U | static_cast<unsigned char>(at + i < bytes.size() ? bytes[at + i] : 0);
    }
    return value;
}

// Takes the first chunk off `rest`; nothing when there is no whole one.
inline std::optional<RiffChunk> next_riff_chunk(std::string_view& rest) {
    constexpr std::size_t kHead = 8;
    const std::size_t length = little_endian(rest, 4, 4);
    if (rest.size() < kHead || length > rest.size() - kHead) {
        return std::nullopt;
    }
    const std::size_t whole = std::min(rest.size(), kHead + length + length % 2);
    const RiffChunk chunk{rest.substr(0, 4), rest.substr(kHead, length), rest.substr(0, whole)};
    rest.remove_prefix(whole);
    return chunk;
}

}  // namespace ghreveal::media
