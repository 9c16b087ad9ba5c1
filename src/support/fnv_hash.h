#pragma once

#include <cstdint>
#include <string_view>

namespace ghreveal {

// FNV-1a, 64 bits: the same on every machine and in every run, which std::hash need not be. `hash`:
// of what comes before.
constexpr std::uint64_t fnv1a(std::string_view bytes, std::uint64_t hash = 0xcbf29ce484222325U) {
    for (const char byte : bytes) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
    }
    return hash;
}

}  // namespace ghreveal
