#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "support/file.h"
#include "support/limits.h"

namespace ghreveal {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBufferBytes = 1u << 18;
constexpr mode_t kReadWriteForAll = 0666;  // less the process's umask

[[noreturn]] void fail(const fs::path& target, int error) {
    throw Error({target.string(), 0}, "cannot write: " + std::generic_category().message(error));
}

// Writing through a symbolic link replaces, or makes, the file it leads to, not the link.
fs::path link_target(fs::path path) {
    for (int links = 0; links < FixedLimits::output_links; ++links) {
        std::error_code failed;
        const fs::path next = fs::read_symlink(path, failed);
        if (failed) {
            return path;
        }
        path = next.is_absolute() ? next : path.parent_path() / next;
    }
    fail(path, ELOOP);
}

fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

// "deck.pdf" -> ".deck.pdf.1234-0.tmp": hidden, in the same folder because a rename is atomic
// only within one file system.
fs::path temporary_beside(const fs::path& target) {
    static std::atomic<unsigned> count{0};
    std::string name = "." + target.filename().string();
    name += "." + std::to_string(getpid()) + "-" + std::to_string(count++) + ".tmp";
    return folder_of(target) / name;
}

// -1 with errno set when it cannot be opened. Pipes and devices (/dev/stdout) cannot be replaced:
// they are written to directly.
int open_special(const fs::path& target, const struct stat& status) {
    if (S_ISDIR(status.st_mode)) {
        errno = EISDIR;
        return -1;
    }
    return open(target.c_str(), O_WRONLY | O_CLOEXEC);
}

}  // namespace

AtomicFile::AtomicFile(fs::path target) : target_(link_target(std::move(target))) {
    struct stat existing {};
    const bool replaces = stat(target_.c_str(), &existing) == 0;
    if (replaces && !S_ISREG(existing.st_mode)) {
        descriptor_ = open_special(target_, existing);
        if (descriptor_ < 0) {
            fail(target_, errno);
        }
        return;
    }
    temporary_ = temporary_beside(target_);
    // Best is a file without a name: nothing is left behind even by SIGKILL or a power cut. It is
    // named by way of /proc (give_name), which a bare root may lack.
    descriptor_ =
        access("/proc/self/fd", X_OK) == 0
            ? open(folder_of(target_).c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, kReadWriteForAll)
            : -1;
    if (descriptor_ < 0) {  // not every file system has them either
        removed_on_signal_.emplace(temporary_.string());
        descriptor_ =
            open(temporary_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, kReadWriteForAll);
        if (descriptor_ < 0) {
            fail(target_, errno);
        }
        named_ = true;
    }
    if (replaces) {
        static_cast<void>(fchmod(descriptor_, existing.st_mode & 07777));
    }
}

AtomicFile::~AtomicFile() {
    if (descriptor_ >= 0) {
        close(descriptor_);
    }
    if (named_) {
        unlink(temporary_.c_str());
    }
}

void AtomicFile::write(std::string_view bytes) {
    if (buffer_.size() + bytes.size() > kBufferBytes) {
        flush();
    }
    if (bytes.size() > kBufferBytes) {
        return write_out(bytes);
    }
    buffer_.append(bytes);
}

void AtomicFile::flush() {
    write_out(buffer_);
    buffer_.clear();
}

void AtomicFile::write_out(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            fail(target_, errno);
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void AtomicFile::commit(FolderSync folder) {
    flush();
    // On the disk before it has its name: else a power cut could leave a name with nothing in it.
    if (!temporary_.empty() && fsync(descriptor_) != 0 && errno != EINVAL) {
        fail(target_, errno);
    }
    // Only now, so that SIGKILL has next to no time to leave the temporary name behind.
    if (!temporary_.empty() && !named_) {
        give_name();
    }
    // Some file systems (NFS, quotas) report a full disk only when the file is closed.
    const int closed = close(std::exchange(descriptor_, -1));
    if (closed != 0) {
        fail(target_, errno);
    }
    if (temporary_.empty()) {
        return;
    }
    if (std::rename(temporary_.c_str(), target_.c_str()) != 0) {
        fail(target_, errno);
    }
    named_ = false;
    removed_on_signal_.reset();
    if (folder == FolderSync::kNow) {
        sync_folder_of(target_);
    }
}

// linkat() cannot replace a file, so the nameless file gets a temporary name, then is renamed.
void AtomicFile::give_name() {
    removed_on_signal_.emplace(temporary_.string());
    const std::string nameless = "/proc/self/fd/" + std::to_string(descriptor_);
    if (linkat(AT_FDCWD, nameless.c_str(), AT_FDCWD, temporary_.c_str(), AT_SYMLINK_FOLLOW) != 0) {
        fail(target_, errno);
    }
    named_ = true;
}

// A folder that cannot be synced keeps what it has.
void sync_folder_of(const fs::path& file) {
    const int folder = open(folder_of(file).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        static_cast<void>(fsync(folder));
        close(folder);
    }
}

}  // namespace ghreveal
