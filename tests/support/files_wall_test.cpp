#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "support/walls/files.h"
#include "support/walls/system_places.h"
#include "temporary_folder.h"

using namespace ghreveal;

namespace fs = std::filesystem;

namespace {

// What `attempt` gives in a process that has these places only; -1 where the kernel has no wall.
int behind(const OpenPlaces& places, const std::function<int()>& attempt) {
    constexpr int kNoWall = 255;
    const pid_t child = fork();
    if (child == 0) {
        _exit(give_up_other_files(places) ? attempt() : kNoWall);
    }
    int status = 0;
    waitpid(child, &status, 0);
    const int result = WIFEXITED(status) ? WEXITSTATUS(status) : kNoWall - 1;
    return result == kNoWall ? -1 : result;
}

// 0: it can be opened; else the error.
int error_of_opening(const fs::path& file, int flags) {
    return open(file.c_str(), flags, 0600) >= 0 ? 0 : errno;
}

bool is_refused(int error) {
    return error == EACCES || error == -1;
}
bool is_allowed(int error) {
    return error <= 0;
}

struct Folders {
    TemporaryFolder temporary;
    fs::path site = temporary / "site";
    fs::path out = temporary / "out";
    fs::path other = temporary / "other";

    Folders() {
        for (const fs::path& folder : {site, out, other}) {
            fs::create_directory(folder);
            std::ofstream(folder / "file") << "text";
        }
    }
    OpenPlaces places() const { return {{site}, {out}}; }
};

// Unset until the end of the test.
class SavedVariables {
public:
    explicit SavedVariables(const std::vector<std::string>& names) {
        for (const std::string& name : names) {
            const char* value = getenv(name.c_str());
            values_.emplace_back(
                name, value != nullptr ? std::optional<std::string>(value) : std::nullopt);
            unsetenv(name.c_str());
        }
    }
    ~SavedVariables() {
        for (const auto& [name, value] : values_) {
            value ? setenv(name.c_str(), value->c_str(), 1) : unsetenv(name.c_str());
        }
    }
    SavedVariables(const SavedVariables&) = delete;
    SavedVariables& operator=(const SavedVariables&) = delete;

private:
    std::vector<std::pair<std::string, std::optional<std::string>>> values_;
};

}  // namespace

TEST_CASE("who gave up other files reads those of its places and no others") {
    const Folders folders;
    const auto reading = [&](const fs::path& file) {
        return behind(folders.places(), [&] { return error_of_opening(file, O_RDONLY); });
    };
    CHECK(is_allowed(reading(folders.site / "file")));
    CHECK(is_allowed(reading(folders.out / "file")));
    CHECK(is_refused(reading(folders.other / "file")));
    CHECK(is_refused(reading(folders.site / ".." / "other" / "file")));
    CHECK(is_refused(reading("/etc/passwd")));
    fs::create_symlink(folders.other / "file", folders.site / "link");
    CHECK(is_refused(reading(folders.site / "link")));
    CHECK(is_refused(
        behind(folders.places(), [&] { return error_of_opening(folders.other, O_DIRECTORY); })));
}

TEST_CASE("who gave up other files changes those of its written places only") {
    const Folders folders;
    const auto making = [&](const fs::path& file) {
        return behind(folders.places(), [&] { return error_of_opening(file, O_WRONLY | O_CREAT); });
    };
    CHECK(is_allowed(making(folders.out / "new")));
    CHECK(is_refused(making(folders.site / "new")));
    CHECK(is_refused(making(folders.site / "file")));
    CHECK(is_refused(making(folders.other / "new")));
    const auto removing = [&](const fs::path& file) {
        return behind(folders.places(), [&] { return unlink(file.c_str()) == 0 ? 0 : errno; });
    };
    CHECK(is_refused(removing(folders.site / "file")));
    CHECK(is_allowed(removing(folders.out / "file")));
    CHECK(fs::exists(folders.site / "file"));
}

// As outputs are written: without a name, then a temporary one, then their own.
TEST_CASE("a file without a name can be given one in a written place") {
    const Folders folders;
    const auto write = [&] {
        const int file = open(folders.out.c_str(), O_TMPFILE | O_WRONLY, 0600);
        if (file < 0) {
            return errno == EOPNOTSUPP ? 0 : errno;
        }
        const std::string opened = "/proc/self/fd/" + std::to_string(file);
        const fs::path temporary = folders.out / ".new";
        return linkat(AT_FDCWD, opened.c_str(), AT_FDCWD, temporary.c_str(), AT_SYMLINK_FOLLOW) !=
                           0 ||
                       rename(temporary.c_str(), (folders.out / "new").c_str()) != 0
                   ? errno
                   : 0;
    };
    OpenPlaces places = folders.places();
    places.read.push_back("/proc");
    CHECK(is_allowed(behind(places, write)));
}

TEST_CASE("the wall stands before threads that are started behind it, and lets looks through") {
    const Folders folders;
    CHECK(is_refused(behind(folders.places(), [&] {
        int error = 0;
        std::thread([&] { error = error_of_opening(folders.other / "file", O_RDONLY); }).join();
        return error;
    })));
    CHECK(is_allowed(behind(folders.places(), [&] {
        struct stat status {};
        return stat((folders.other / "file").c_str(), &status) == 0 ? 0 : errno;
    })));
}

TEST_CASE("places that are not there, single files and pipes are no trouble") {
    const Folders folders;
    OpenPlaces places = folders.places();
    places.read.push_back(folders.temporary / "nowhere");
    places.read.push_back(folders.other / "file");
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    places.read.push_back("/proc/self/fd/" + std::to_string(ends[0]));
    CHECK(is_allowed(
        behind(places, [&] { return error_of_opening(folders.other / "file", O_RDONLY); })));
    CHECK(is_refused(
        behind(places, [&] { return error_of_opening(folders.other / "file", O_WRONLY); })));
    close(ends[0]);
    close(ends[1]);
}

TEST_CASE("system places have the user's fonts, what links there lead to, and nothing else of it") {
    const TemporaryFolder folder;
    const fs::path home = folder / "home";
    for (const char* name : {"dotfiles/fonts", "other", "mine", ".ssh", ".local/share/more",
                             ".local/share/keyrings"}) {
        fs::create_directories(home / name);
        std::ofstream(home / name / "file") << "text";
    }
    fs::create_directories(home / ".local/share/fonts");
    fs::create_directories(home / ".config/fontconfig");
    fs::create_symlink(home / "dotfiles/fonts", home / ".local/share/fonts/linked");
    std::ofstream(home / ".config/fontconfig/fonts.conf")
        << "<fontconfig><dir>" << (home / "mine").string() << "</dir><dir>~/other</dir>"
        << "<dir prefix=\"xdg\">more</dir><dir prefix=\"relative\">.</dir></fontconfig>";
    const auto reading = [&](const fs::path& file) {
        setenv("HOME", home.c_str(), 1);
        return behind({system_places(), {}}, [&] { return error_of_opening(file, O_RDONLY); });
    };
    const SavedVariables saved({"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "FONTCONFIG_FILE"});
    CHECK(is_allowed(reading(home / ".local/share/fonts/linked/file")));
    CHECK(is_allowed(reading(home / "mine/file")));
    CHECK(is_allowed(reading(home / "other/file")));
    CHECK(is_allowed(reading(home / ".local/share/more/file")));
    CHECK(is_refused(reading(home / ".local/share/keyrings/file")));
    CHECK(is_refused(reading(home / ".ssh/file")));
    CHECK(is_allowed(reading("/etc/passwd")));
}
