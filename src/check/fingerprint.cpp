#include "check/fingerprint.h"

#include <fmt/format.h>

#include <cstdint>

namespace ghreveal::check {

std::string fingerprint_of(const Finding& finding) {
    // FNV-1a, 64 bits.
    std::uint64_t hash = 0xcbf29ce484222325U;
    const auto add = [&](std::string_view text) {
        for (const char byte : text) {
            hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
        }
        hash = (hash ^ 0xFFU) * 0x100000001b3U;  // a byte that is in no UTF-8
    };
    add(facts_of(finding.rule).name);
    add(finding.where.file);
    add(finding.what);
    add(finding.source);
    return fmt::format("{:016x}", hash);
}

}  // namespace ghreveal::check
