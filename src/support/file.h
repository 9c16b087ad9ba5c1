// Reading and writing whole files, and where the program's own data is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "support/error.h"
#include "support/signal_cleanup.h"

namespace ghreveal {

// Whether a pipe or a device may be read, as a shell's `<(command)` is: for files that a person
// named. One that a deck names could keep the program waiting for ever.
enum class SpecialFiles : std::uint8_t { kRefuse, kRead };

// The file's bytes; "-" reads standard input. Throws Error at `where` when it cannot be read or
// is larger than `max_bytes`.
std::string read_file(const std::filesystem::path&, std::size_t max_bytes,
                      const SourcePosition& where = {},
                      SpecialFiles special = SpecialFiles::kRefuse);

// Links followed; false for what cannot be looked at (a name too long, links in a circle).
bool is_file(const std::filesystem::path&);
bool is_folder(const std::filesystem::path&);
// Anything, pipes and devices too.
bool is_there(const std::filesystem::path&);

// "did you mean 'Map.png'?" for the file beside it whose name is nearest to one that is not there;
// "" when none is.
std::string did_you_mean_file(const std::filesystem::path& missing);

// A file's new name is on the disk once its folder is synced. Who writes many files into one folder
// does that once, with sync_folder_of(), after the last.
enum class FolderSync : std::uint8_t { kNow, kLater };
void sync_folder_of(const std::filesystem::path& file);

// A file that appears under its name only once it is whole: written beside the target under a
// temporary name, renamed by commit(), removed when destroyed before that or on SIGINT, SIGTERM.
// A target that is a pipe or a device is written to directly; a symbolic link is followed.
class AtomicFile {
public:
    explicit AtomicFile(std::filesystem::path target);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    // Throws Error when the disk is full or the file cannot be written.
    void write(std::string_view bytes);
    void commit(FolderSync folder = FolderSync::kNow);
    const std::filesystem::path& target() const { return target_; }

private:
    std::filesystem::path target_;
    std::filesystem::path temporary_;  // empty when the target is written to directly
    bool named_ = false;               // whether the temporary file can be seen in its folder
    int descriptor_ = -1;
    std::string buffer_;
    std::optional<RemovedOnSignal> removed_on_signal_;
    void flush();
    void write_out(std::string_view bytes);
    void give_name();
};

// The folder that holds `fonts/` and `themes/`: $GHREVEAL_DATA, else the source tree of a build
// folder, else PREFIX/share/ghreveal. Throws Error naming the places looked at.
std::filesystem::path data_directory();
// The folder of loadable modules: beside the program, else PREFIX/lib/ghreveal.
std::filesystem::path module_directory();

}  // namespace ghreveal
