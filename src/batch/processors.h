// How many processors the process may use.
#pragma once

#include <filesystem>
#include <string_view>

namespace ghreveal::batch {

// The machine's that it may run on, and no more than its control group's quota of time is worth
// (cgroups(7): `cpu.max`, and `cpu.cfs_quota_us` of version 1); at least 1.
int usable_processors();

// The quota in processors, rounded up: the least of the group that `membership` (the text of
// /proc/self/cgroup) names and those around it. 0: there is none.
int processor_quota(std::string_view membership, const std::filesystem::path& cgroup_root);

}  // namespace ghreveal::batch
