// A part of a run's work, so that several machines can share it: `--shard 2/4`.
#pragma once

#include <string>
#include <string_view>

namespace ghreveal::exporter {

struct Shard {
    int index = 1;  // from 1
    int count = 1;
    bool operator==(const Shard&) const = default;

    // Whether this part does what goes by that name. Each name is one part's, on every machine the
    // same one, whatever other names there are.
    bool takes(std::string_view name) const;
};

// "2/4"; throws std::invalid_argument with the sentence to show.
Shard parse_shard(const std::string&);
std::string to_string(const Shard&);

}  // namespace ghreveal::exporter
