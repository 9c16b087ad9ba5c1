#include "support/file.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <csignal>

#include "../build_paths.h"
#include "temporary_folder.h"

using namespace ghreveal;

namespace {

constexpr std::size_t kEnough = 1u << 20;

std::string message_of(const std::filesystem::path& path, std::size_t max_bytes,
                       const SourcePosition& where = {}) {
    try {
        read_file(path, max_bytes, where);
    } catch (const Error& error) {
        return error.message();
    }
    return "no error";
}

// Runs `action` in a child process and gives its wait status.
template <typename Action>
int status_of_child(Action action) {
    const pid_t child = fork();
    if (child == 0) {
        // Catch's own handlers would report the signal as a failed test.
        for (const int signal : {SIGTERM, SIGINT}) {
            std::signal(signal, SIG_DFL);
        }
        action();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

}  // namespace

TEST_CASE("A file is read byte for byte, also when it is empty or holds zeros") {
    const TemporaryFolder folder;
    const std::string bytes(10'000, '\0');
    CHECK(read_file(folder.put("zeros", bytes), kEnough) == bytes);
    CHECK(read_file(folder.put("empty", ""), kEnough).empty());
}

TEST_CASE("A file as large as the limit is read, one byte more is an error") {
    const TemporaryFolder folder;
    const auto file = folder.put("f", "12345");
    CHECK(read_file(file, 5) == "12345");
    CHECK(message_of(file, 4) ==
          file.string() + ": error: cannot read: it is larger than the limit of 4 bytes");
}

TEST_CASE("A device without end stops at the limit") {
    CHECK_THROWS_WITH(read_file("/dev/zero", 1u << 20, {}, SpecialFiles::kRead),
                      "cannot read: it is larger than the limit of 1 MB");
}

TEST_CASE("A pipe is not read unless a person named it, and nobody waits for its writer") {
    const TemporaryFolder folder;
    const auto pipe = folder / "pipe";
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(message_of(pipe.string(), 9) ==
          pipe.string() + ": error: cannot read: it is a pipe or a device, not a file");
}

TEST_CASE("A file that a link leads to is made when it is not there; the link stays") {
    const TemporaryFolder folder;
    const auto link = folder / "link";
    std::filesystem::create_symlink("made", link);
    AtomicFile file(link);
    file.write("text");
    file.commit();
    CHECK(std::filesystem::is_symlink(link));
    CHECK(read_file(folder / "made", kEnough) == "text");
}

TEST_CASE("Links in a circle are an error") {
    const TemporaryFolder folder;
    std::filesystem::create_symlink("b", folder / "a");
    std::filesystem::create_symlink("a", folder / "b");
    CHECK_THROWS_WITH(AtomicFile(folder / "a"), "cannot write: Too many levels of symbolic links");
}

TEST_CASE("A missing file is named, at the place that asked for it") {
    CHECK(message_of("none.md", 9) == "none.md: error: cannot read: No such file or directory");
    CHECK(message_of("none.md", 9, {"deck.md", 7}) ==
          "deck.md:7: error: cannot read 'none.md': No such file or directory");
}

TEST_CASE("A folder cannot be read as a file") {
    const TemporaryFolder folder;
    CHECK(message_of(folder.path(), 9) ==
          folder.path().string() + ": error: cannot read: Is a directory");
}

TEST_CASE("A minus sign reads standard input to its end") {
    const int status = status_of_child([] {
        std::array<int, 2> ends{};
        if (pipe(ends.data()) != 0) {
            _exit(1);
        }
        dup2(ends[0], STDIN_FILENO);
        if (write(ends[1], "# Deck\n", 7) != 7) {
            _exit(1);
        }
        close(ends[1]);
        _exit(read_file("-", kEnough) == "# Deck\n" ? 0 : 1);
    });
    CHECK(status == 0);
}

TEST_CASE("Many small writes and one large one arrive in order") {
    const TemporaryFolder folder;
    std::string expected;
    AtomicFile file(folder / "out.pdf");
    for (int i = 0; i < 100'000; ++i) {
        const std::string piece = std::to_string(i) + " ";
        file.write(piece);
        expected += piece;
    }
    const std::string large(1'000'000, 'x');
    file.write(large);
    file.write("end");
    file.commit();
    CHECK(read_file(folder / "out.pdf", 2 * kEnough) == expected + large + "end");
}

TEST_CASE("A new file has the permissions that the user's umask gives") {
    const TemporaryFolder folder;
    const mode_t before = umask(027);
    AtomicFile file(folder / "out.pdf");
    file.commit();
    umask(before);
    struct stat status {};
    stat((folder / "out.pdf").c_str(), &status);
    CHECK((status.st_mode & 0777) == 0640);
}

TEST_CASE("A file appears under its name when it is committed, and not before") {
    const TemporaryFolder folder;
    AtomicFile file(folder / "out.pdf");
    file.write("one ");
    file.write(std::string(600'000, 'x'));
    CHECK_FALSE(std::filesystem::exists(folder / "out.pdf"));
    file.commit();
    CHECK(read_file(folder / "out.pdf", kEnough) == "one " + std::string(600'000, 'x'));
    CHECK(folder.file_count() == 1);
}

TEST_CASE("A file that is not committed leaves the old one and nothing else") {
    const TemporaryFolder folder;
    folder.put("out.pdf", "old");
    {
        AtomicFile file(folder / "out.pdf");
        file.write(std::string(600'000, 'x'));
    }
    CHECK(read_file(folder / "out.pdf", kEnough) == "old");
    CHECK(folder.file_count() == 1);
}

TEST_CASE("A file that is replaced keeps its permissions") {
    const TemporaryFolder folder;
    const auto path = folder.put("out.pdf", "old");
    chmod(path.c_str(), 0640);
    AtomicFile file(path);
    file.write("new");
    file.commit();
    struct stat status {};
    stat(path.c_str(), &status);
    CHECK((status.st_mode & 0777) == 0640);
    CHECK(read_file(path, kEnough) == "new");
}

TEST_CASE("Writing through a symbolic link keeps the link") {
    const TemporaryFolder folder;
    folder.put("real.pdf", "old");
    std::filesystem::create_symlink("real.pdf", folder / "link.pdf");
    AtomicFile file(folder / "link.pdf");
    file.write("new");
    file.commit();
    CHECK(std::filesystem::is_symlink(folder / "link.pdf"));
    CHECK(read_file(folder / "real.pdf", kEnough) == "new");
}

TEST_CASE("A device is written to, not replaced") {
    AtomicFile file("/dev/null");
    file.write("gone");
    file.commit();
    CHECK(std::filesystem::is_character_file("/dev/null"));
}

TEST_CASE("A full disk is an error that names the file") {
    AtomicFile file("/dev/full");
    file.write("x");
    CHECK_THROWS_WITH(file.commit(), "cannot write: No space left on device");
}

TEST_CASE("A folder that is missing or a target that is a folder is an error at once") {
    const TemporaryFolder folder;
    CHECK_THROWS_WITH(AtomicFile(folder / "no/out.pdf"), "cannot write: No such file or directory");
    CHECK_THROWS_WITH(AtomicFile(folder.path()), "cannot write: Is a directory");
}

TEST_CASE("A signal leaves no half-written file behind, and still ends the program") {
    const TemporaryFolder folder;
    folder.put("out.pdf", "old");
    for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGKILL}) {
        const int status = status_of_child([&] {
            AtomicFile file(folder / "out.pdf");
            file.write(std::string(600'000, 'x'));
            raise(signal);
        });
        CHECK(WIFSIGNALED(status));
        CHECK(WTERMSIG(status) == signal);
        CHECK(read_file(folder / "out.pdf", kEnough) == "old");
        CHECK(folder.file_count() == 1);
    }
}

TEST_CASE("A signal removes a file that has a temporary name, but only while it is registered") {
    const TemporaryFolder folder;
    const auto kept = folder.put("kept", "");
    const auto half = folder.put("half", "");
    status_of_child([&] {
        { const RemovedOnSignal over(kept.string()); }
        const RemovedOnSignal guard(half.string());
        raise(SIGTERM);
    });
    CHECK(std::filesystem::exists(kept));
    CHECK_FALSE(std::filesystem::exists(half));
}

TEST_CASE("A program in a build folder finds its data in the source tree") {
    unsetenv("GHREVEAL_DATA");
    CHECK(data_directory() == testing::source_dir());
}

TEST_CASE("$GHREVEAL_DATA chooses the data folder, and must hold fonts and themes") {
    const TemporaryFolder folder;
    setenv("GHREVEAL_DATA", folder.path().c_str(), 1);
    CHECK_THROWS_AS(data_directory(), Error);
    std::filesystem::create_directories(folder / "fonts");
    std::filesystem::create_directories(folder / "themes");
    CHECK(data_directory() == folder.path());
    unsetenv("GHREVEAL_DATA");
}

TEST_CASE("A file that is nearly the one that is missing is of its kind, or has its name") {
    const TemporaryFolder folder;
    folder.put("gene.py", "");
    folder.put("Map.svg", "");
    CHECK(did_you_mean_file(folder / "gone.png").empty());
    CHECK(did_you_mean_file(folder / "map.png") == "did you mean 'Map.svg'?");
    folder.put("gene.png", "");
    CHECK(did_you_mean_file(folder / "gone.png") == "did you mean 'gene.png'?");
}
