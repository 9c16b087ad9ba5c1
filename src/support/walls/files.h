// A wall around files by the kernel (Landlock, Linux 5.19 and later), behind the checks of our own.
// What a thread gives up, neither it nor the threads and programs that it starts get back.
#pragma once

#include <filesystem>
#include <vector>

namespace ghreveal {

// Files, and folders with all that is below them; links are followed now, and what is not there is
// passed over.
struct OpenPlaces {
    std::vector<std::filesystem::path> read;
    std::vector<std::filesystem::path> written;  // and read
};

// All files but these can no longer be opened, made, renamed or removed. Whether a file is there,
// and what is open, stays as it is. False where the kernel has no such wall; nothing is given up
// then. To be called before any thread is started.
bool give_up_other_files(const OpenPlaces&);

}  // namespace ghreveal
