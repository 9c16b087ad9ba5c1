// Points in time, as Liquid's `date` filters read and write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ghreveal::deck::liquid {

struct Moment {
    std::int64_t seconds = 0;  // since 1970-01-01 00:00 UTC
    int offset = 0;            // of the zone it was written in, s east of UTC
    int nanoseconds = 0;
    bool operator==(const Moment&) const = default;
};

// "2020-05-01", "2020-05-01 10:00:00 +0200", "2020-05-01T10:00Z", "1 May 2020", "May 1, 2020" or
// seconds since 1970; a date without a zone is UTC's.
std::optional<Moment> parse_moment(std::string_view);

// Ruby's Time#strftime.
std::string formatted(const Moment&, std::string_view format);

}  // namespace ghreveal::deck::liquid
