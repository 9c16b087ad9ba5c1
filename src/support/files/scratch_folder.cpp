#include "support/files/scratch_folder.h"

#include <cstdlib>
#include <string>
#include <system_error>

#include "support/error.h"

namespace ghreveal {

namespace fs = std::filesystem;

ScratchFolder::ScratchFolder() {
    std::error_code failure;
    std::string name = (fs::temp_directory_path(failure) / "ghreveal-XXXXXX").string();
    if (failure || mkdtemp(name.data()) == nullptr) {
        throw Error({name, 0}, "no folder can be made there",
                    "name another place for temporary files in TMPDIR");
    }
    path_ = fs::canonical(name, failure);
    path_ = failure ? fs::path(name) : path_;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

}  // namespace ghreveal
