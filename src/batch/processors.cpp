#include "batch/processors.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>

#include "support/ascii.h"

namespace ghreveal::batch {

namespace fs = std::filesystem;

namespace {

int rounded_up(double quota, double period) {
    return quota > 0 && period > 0 ? std::max(1, static_cast<int>(std::ceil(quota / period))) : 0;
}

// "max 100000" where nothing bounds it.
int quota_of_version_2(const fs::path& group) {
    std::ifstream file(group / "cpu.max");
    double quota = 0;
    double period = 0;
    return file >> quota >> period ? rounded_up(quota, period) : 0;
}

int quota_of_version_1(const fs::path& group) {
    double quota = 0;
    double period = 0;
    std::ifstream(group / "cpu.cfs_quota_us") >> quota;
    std::ifstream(group / "cpu.cfs_period_us") >> period;
    return rounded_up(quota, period);
}

int lesser(int a, int b) {
    return a == 0 || b == 0 ? std::max(a, b) : std::min(a, b);
}

template <typename Quota>
int least_upward(const fs::path& root, const fs::path& group, Quota quota_of) {
    int least = 0;
    for (fs::path name = group.relative_path();; name = name.parent_path()) {
        if (name.empty()) {
            return lesser(least, quota_of(root));
        }
        least = lesser(least, quota_of(root / name));
    }
}

}  // namespace

int processor_quota(std::string_view membership, const fs::path& root) {
    int quota = 0;
    for (const std::string_view line : ascii::split(membership, '\n')) {
        // "NUMBER:CONTROLLERS:GROUP"; version 2 has no controllers
        const std::size_t first = line.find(':');
        const std::size_t second =
            first == std::string_view::npos ? first : line.find(':', first + 1);
        if (second == std::string_view::npos) {
            continue;
        }
        const std::string_view controllers = line.substr(first + 1, second - first - 1);
        const fs::path group(line.substr(second + 1));
        if (controllers.empty()) {
            quota = lesser(quota, least_upward(root, group, quota_of_version_2));
        } else if (controllers.find("cpu,") == 0 || controllers == "cpu") {
            quota = lesser(
                quota, least_upward(root / std::string(controllers), group, quota_of_version_1));
        }
    }
    return quota;
}

int usable_processors() {
    const int machine = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    std::ifstream file("/proc/self/cgroup");
    std::ostringstream membership;
    membership << file.rdbuf();
    const int quota = processor_quota(membership.str(), "/sys/fs/cgroup");
    return quota == 0 ? machine : std::min(machine, quota);
}

}  // namespace ghreveal::batch
