#include "check/fingerprint.h"

#include <fmt/format.h>

#include <cstdint>
#include <string_view>

#include "support/fnv_hash.h"

namespace ghreveal::check {

std::string fingerprint_of(const Finding& finding) {
    std::uint64_t hash = fnv1a("");
    const auto add = [&](std::string_view text) {
        hash = fnv1a("\xFF", fnv1a(text, hash));  // a byte that is in no UTF-8
    };
    add(facts_of(finding.rule).name);
    add(finding.where.file);
    add(finding.what);
    add(finding.source);
    return fmt::format("{:016x}", hash);
}

}  // namespace ghreveal::check
