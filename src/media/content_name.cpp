#include "media/content_name.h"

#include <fmt/format.h>

#include <cstdint>

namespace ghreveal::media {

// FNV-1a from two starting values, and the length.
std::string content_name(std::string_view bytes) {
    constexpr std::uint64_t kPrime = 0x100000001b3;
    std::uint64_t first = 0xcbf29ce484222325;
    std::uint64_t second = 0x9e3779b97f4a7c15;
    for (const char c : bytes) {
        first = (first ^ static_cast<unsigned char>(c)) * kPrime;
        second = (second ^ static_cast<unsigned char>(c)) * (kPrime + 2);
    }
    return fmt::format("{:016x}{:016x}-{}", first, second, bytes.size());
}

}  // namespace ghreveal::media
