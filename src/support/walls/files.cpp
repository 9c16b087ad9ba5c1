#include "support/walls/files.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

#include "support/files/descriptor.h"

namespace ghreveal {

namespace {

using Rights = std::uint64_t;

constexpr Rights kTruncate = 1ULL << 14U;  // LANDLOCK_ACCESS_FS_TRUNCATE, since version 3

constexpr Rights kReadFile = LANDLOCK_ACCESS_FS_READ_FILE;
constexpr Rights kWriteFile = kReadFile | LANDLOCK_ACCESS_FS_WRITE_FILE;
constexpr Rights kReadFolder = kReadFile | LANDLOCK_ACCESS_FS_READ_DIR;
constexpr Rights kWriteFolder =
    kWriteFile | kReadFolder | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
    LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
    LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK |
    LANDLOCK_ACCESS_FS_MAKE_SYM | LANDLOCK_ACCESS_FS_REFER;

// Of the C library there are no functions for these calls.
class Ruleset {
public:
    Ruleset()
        : truncate_(version() >= 3 ? kTruncate : 0),
          handled_{.handled_access_fs = kWriteFolder | truncate_},
          // Of later versions' structure only what the first has.
          descriptor_(version() >= 2 ? syscall(SYS_landlock_create_ruleset, &handled_,
                                               sizeof handled_.handled_access_fs, 0)
                                     : -1) {}

    // False when the place is there, and cannot be added.
    bool add(const std::filesystem::path& place, Rights of_file, Rights of_folder) const {
        const Descriptor opened(syscall(SYS_openat, AT_FDCWD, place.c_str(), O_PATH | O_CLOEXEC));
        if (!opened.is_open()) {
            return errno != EMFILE && errno != ENFILE && errno != ENOMEM;
        }
        struct stat status {};
        if (fstat(opened.number(), &status) != 0) {
            return false;
        }
        const landlock_path_beneath_attr rule{
            .allowed_access = S_ISDIR(status.st_mode) ? of_folder : of_file,
            .parent_fd = opened.number()};
        // Pipes and the like have no place that could be added, and need none (EBADFD).
        return syscall(SYS_landlock_add_rule, descriptor_.number(), LANDLOCK_RULE_PATH_BENEATH,
                       &rule, 0) == 0 ||
               errno == EBADFD;
    }
    bool add(const OpenPlaces& places) const {
        for (const std::filesystem::path& place : places.read) {
            if (!add(place, kReadFile, kReadFolder)) {
                return false;
            }
        }
        for (const std::filesystem::path& place : places.written) {
            if (!add(place, kWriteFile | truncate_, kWriteFolder | truncate_)) {
                return false;
            }
        }
        return true;
    }

    bool is_there() const { return descriptor_.is_open(); }
    bool enforce() const {
        return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
               syscall(SYS_landlock_restrict_self, descriptor_.number(), 0) == 0;
    }

private:
    static long version() {
        return syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    }

    Rights truncate_;
    landlock_ruleset_attr handled_;
    Descriptor descriptor_;
};

}  // namespace

bool give_up_other_files(const OpenPlaces& places) {
    const Ruleset ruleset;
    return ruleset.is_there() && ruleset.add(places) && ruleset.enforce();
}

}  // namespace ghreveal
