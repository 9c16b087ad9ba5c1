#include "batch/processors.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "../support/temporary_folder.h"

using ghreveal::batch::processor_quota;

namespace {

void write(const std::filesystem::path& file, const char* text) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << text;
}

}  // namespace

// The files' forms are those of cgroups(7) and the kernel's cgroup-v2.rst and sched-bwc.rst.
TEST_CASE("a quota of version 2 is that of the group or of one around it, rounded up") {
    const TemporaryFolder root;
    write(root.path() / "a/b/cpu.max", "max 100000\n");
    write(root.path() / "a/cpu.max", "150000 100000\n");
    CHECK(processor_quota("0::/a/b\n", root.path()) == 2);
    write(root.path() / "a/b/cpu.max", "50000 100000\n");
    CHECK(processor_quota("0::/a/b\n", root.path()) == 1);
}

TEST_CASE("a quota of version 1 is in the controller's own tree, and -1 is none") {
    const TemporaryFolder root;
    write(root.path() / "cpu,cpuacct/x/cpu.cfs_quota_us", "300000\n");
    write(root.path() / "cpu,cpuacct/x/cpu.cfs_period_us", "100000\n");
    CHECK(processor_quota("4:memory:/x\n3:cpu,cpuacct:/x\n", root.path()) == 3);
    write(root.path() / "cpu,cpuacct/x/cpu.cfs_quota_us", "-1\n");
    CHECK(processor_quota("3:cpu,cpuacct:/x\n", root.path()) == 0);
}

TEST_CASE("without a quota, or with a text that says nothing, there is none") {
    const TemporaryFolder root;
    CHECK(processor_quota("0::/\n", root.path()) == 0);
    CHECK(processor_quota("", root.path()) == 0);
    CHECK(processor_quota("nothing", root.path()) == 0);
}
