#include "media/remote/network_address.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>

namespace ghreveal::media {

namespace {

struct Ipv4Block {
    std::uint32_t network;
    int prefix;
};

constexpr std::uint32_t ipv4(unsigned a, unsigned b, unsigned c, unsigned d) {
    return a << 24 | b << 16 | c << 8 | d;
}

// IANA IPv4 Special-Purpose Address Registry, and multicast.
constexpr std::array kSpecialIpv4{
    Ipv4Block{ipv4(0, 0, 0, 0), 8},        // this network
    Ipv4Block{ipv4(10, 0, 0, 0), 8},       // private
    Ipv4Block{ipv4(100, 64, 0, 0), 10},    // shared by providers
    Ipv4Block{ipv4(127, 0, 0, 0), 8},      // loopback
    Ipv4Block{ipv4(169, 254, 0, 0), 16},   // link-local, and the clouds' metadata
    Ipv4Block{ipv4(172, 16, 0, 0), 12},    // private
    Ipv4Block{ipv4(192, 0, 0, 0), 24},     // protocol assignments
    Ipv4Block{ipv4(192, 0, 2, 0), 24},     // documentation
    Ipv4Block{ipv4(192, 88, 99, 0), 24},   // 6to4 relays
    Ipv4Block{ipv4(192, 168, 0, 0), 16},   // private
    Ipv4Block{ipv4(198, 18, 0, 0), 15},    // benchmarks
    Ipv4Block{ipv4(198, 51, 100, 0), 24},  // documentation
    Ipv4Block{ipv4(203, 0, 113, 0), 24},   // documentation
    Ipv4Block{ipv4(224, 0, 0, 0), 4},      // multicast
    Ipv4Block{ipv4(240, 0, 0, 0), 4},      // reserved, broadcast
};

bool is_public_ipv4(std::uint32_t address) {
    return std::none_of(kSpecialIpv4.begin(), kSpecialIpv4.end(), [&](const Ipv4Block& block) {
        return address >> (32 - block.prefix) == block.network >> (32 - block.prefix);
    });
}

using Ipv6Bytes = std::array<std::uint8_t, 16>;

std::uint32_t ipv4_at(const Ipv6Bytes& bytes, std::size_t at) {
    return ipv4(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]);
}

bool begins_with(const Ipv6Bytes& bytes, std::span<const std::uint8_t> prefix) {
    return std::equal(prefix.begin(), prefix.end(), bytes.begin());
}

bool is_public_ipv6(const Ipv6Bytes& bytes) {
    constexpr std::array<std::uint8_t, 12> kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    constexpr std::array<std::uint8_t, 12> kNat64{0, 0x64, 0xFF, 0x9B};
    constexpr std::array<std::uint8_t, 2> k6to4{0x20, 0x02};
    constexpr std::array<std::uint8_t, 4> kDocumentation{0x20, 0x01, 0x0D, 0xB8};
    if (begins_with(bytes, kMapped) || begins_with(bytes, kNat64)) {
        return is_public_ipv4(ipv4_at(bytes, 12));
    }
    if (begins_with(bytes, k6to4)) {
        return is_public_ipv4(ipv4_at(bytes, 2));
    }
    // 2001::/23 is for protocols, Teredo among them, which hides an IPv4 address.
    const bool is_protocol = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] < 0x02;
    // Global unicast addresses are 2000::/3 (RFC 4291 §2.4); loopback, link-local, unique local and
    // multicast ones are all outside it.
    const bool is_global = (bytes[0] & 0xE0U) == 0x20;
    return is_global && !is_protocol && !begins_with(bytes, kDocumentation);
}

}  // namespace

bool is_public_address(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &address, sizeof v4);
        return is_public_ipv4(ntohl(v4.sin_addr.s_addr));
    }
    if (address.sa_family == AF_INET6) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, &address, sizeof v6);
        Ipv6Bytes bytes{};
        std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
        return is_public_ipv6(bytes);
    }
    return false;
}

bool is_internet_address(const sockaddr& address) {
    return address.sa_family == AF_INET || address.sa_family == AF_INET6;
}

}  // namespace ghreveal::media
