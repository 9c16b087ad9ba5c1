// What is in a folder. std::filesystem's iterators end the program when memory runs out: they
// allocate where they promise not to throw.
#pragma once

#include <cstddef>
#include <filesystem>
#include <limits>
#include <vector>

namespace ghreveal {

inline constexpr std::size_t kAllEntries = std::numeric_limits<std::size_t>::max();

// The paths of a folder's entries without "." and "..", in no order, `most` of them; none where it
// cannot be read.
std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder,
                                              std::size_t most = kAllEntries);

// The same of all folders below as well. Links to folders are not followed.
std::vector<std::filesystem::path> entries_below(const std::filesystem::path& folder,
                                                 std::size_t most = kAllEntries);

}  // namespace ghreveal
