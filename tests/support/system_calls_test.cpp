#include "support/walls/system_calls.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cerrno>
#include <functional>
#include <thread>

#include "temporary_folder.h"

using namespace ghreveal;

namespace {

// What `attempt` gives in a process that has built the wall; where the kernel has none,
// `otherwise`.
int behind(bool (*wall)(), const std::function<int()>& attempt, int otherwise) {
    const pid_t child = fork();
    if (child == 0) {
        _exit(wall() ? attempt() : otherwise);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// 0: it can be done; else the error.
int error_of(bool is_done) {
    return is_done ? 0 : errno;
}

int error_of_socket(int family) {
    return error_of(socket(family, SOCK_STREAM, 0) >= 0);
}

}  // namespace

TEST_CASE("who gave up the network has local sockets only") {
    CHECK(behind(
              give_up_network, [] { return error_of_socket(AF_INET); }, EACCES) == EACCES);
    CHECK(behind(
              give_up_network, [] { return error_of_socket(AF_INET6); }, EACCES) == EACCES);
    CHECK(behind(
              give_up_network, [] { return error_of_socket(AF_UNIX); }, 0) == 0);
}

TEST_CASE("who gave up the network starts and writes as before") {
    const auto start = [] {
        const pid_t child = fork();
        if (child == 0) {
            execl("/bin/true", "true", nullptr);
            _exit(1);
        }
        int status = 0;
        waitpid(child, &status, 0);
        return status;
    };
    CHECK(behind(give_up_network, start, 0) == 0);
    const auto write = [] { return error_of(open("/dev/null", O_WRONLY) >= 0); };
    CHECK(behind(give_up_network, write, 0) == 0);
}

TEST_CASE("who only reads has no sockets, programs, processes and no files to write") {
    const TemporaryFolder folder;
    const std::string file = (folder / "new").string();
    const auto refuses = [](const std::function<int()>& attempt) {
        return behind(give_up_all_but_reading, attempt, EPERM) != 0;
    };
    CHECK(refuses([] { return error_of_socket(AF_UNIX); }));
    CHECK(refuses([] { return error_of_socket(AF_INET); }));
    CHECK(refuses([] { return error_of(execl("/bin/true", "true", nullptr) == 0); }));
    CHECK(refuses([] { return error_of(fork() >= 0); }));
    CHECK(refuses([&] { return error_of(open(file.c_str(), O_CREAT | O_WRONLY, 0600) >= 0); }));
    CHECK(refuses([&] { return error_of(rename(file.c_str(), "other") == 0); }));
    CHECK(access(file.c_str(), F_OK) != 0);
}

TEST_CASE("who only reads opens files for that, and has threads") {
    const auto attempt = [] {
        int descriptor = -1;
        std::thread([&] { descriptor = open("/dev/null", O_RDONLY); }).join();
        return error_of(descriptor >= 0);
    };
    CHECK(behind(give_up_all_but_reading, attempt, 0) == 0);
}
