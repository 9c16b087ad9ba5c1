#include "highlight/diagrams/drawing_program.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <thread>

#include "support/files/descriptor.h"
#include "support/limit_names.h"

namespace ghreveal::highlight {
namespace {

using Clock = std::chrono::steady_clock;

// The text as a file without a name, at its beginning; a program that does not read it stops
// nothing.
bool fill(const Descriptor& file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t count = write(file.number(), text.data(), text.size());
        if (count <= 0 && errno != EINTR) {
            return false;
        }
        text.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
    }
    return lseek(file.number(), 0, SEEK_SET) == 0;
}

struct Streams {
    int input;
    int output;
};

// In a process group of its own, so that all of it can be ended. The error number, or 0.
int spawn(const std::vector<std::string>& command, Streams streams, pid_t& child) {
    std::vector<char*> argv;
    for (const std::string& word : command) {
        argv.push_back(const_cast<char*>(word.c_str()));  // as execve(2) has it; not written to
    }
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, streams.input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, streams.output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    const int failure =
        posix_spawnp(&child, argv.front(), &actions, &attributes, argv.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}

class RunningProgram {
public:
    RunningProgram(pid_t child, const Limits& limits)
        : child_(child),
          limits_(limits),
          end_(Clock::now() + std::chrono::milliseconds(limits.diagram_milliseconds)) {}

    Drawing wait_for(int output) {
        read_all(output);
        int status = 0;
        while (drawing_.failure.empty() && waitpid(child_, &status, WNOHANG) == 0) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            check_time();
        }
        kill(-child_, SIGKILL);
        if (!drawing_.failure.empty()) {
            waitpid(child_, &status, 0);
        } else if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
            drawing_.failure = WIFEXITED(status)
                                   ? fmt::format("it ended with status {}", WEXITSTATUS(status))
                                   : "it was ended by a signal";
        }
        return std::move(drawing_);
    }

private:
    void read_all(int output) {
        std::array<char, 65536> buffer;
        while (drawing_.failure.empty()) {
            pollfd ready{output, POLLIN, 0};
            constexpr int kMilliseconds = 50;
            if (poll(&ready, 1, kMilliseconds) > 0) {
                const ssize_t count = read(output, buffer.data(), buffer.size());
                if (count == 0 || (count < 0 && errno != EINTR)) {
                    return;
                }
                drawing_.output.append(buffer.data(),
                                       count > 0 ? static_cast<std::size_t>(count) : 0);
            }
            if (drawing_.output.size() > limits_.diagram_bytes) {
                drawing_.failure =
                    fmt::format("it wrote too much; {}", limit_hint(limits_, "diagram-bytes"));
            }
            check_time();
        }
    }

    void check_time() {
        if (drawing_.failure.empty() && Clock::now() > end_) {
            drawing_.failure =
                fmt::format("it took too long; {}", limit_hint(limits_, "diagram-milliseconds"));
        }
    }

    pid_t child_;
    const Limits& limits_;
    Clock::time_point end_;
    Drawing drawing_;
};

}  // namespace

Drawing run_drawing_program(const std::vector<std::string>& command, std::string_view input,
                            const Limits& limits) {
    const Descriptor source(memfd_create("diagram", MFD_CLOEXEC));
    std::array<int, 2> ends{-1, -1};
    if (source.number() < 0 || !fill(source, input) || pipe2(ends.data(), O_CLOEXEC) != 0) {
        return {"", "there are too few resources"};
    }
    const Descriptor output(ends[0]);
    Descriptor theirs(ends[1]);
    pid_t child = -1;
    if (const int error = spawn(command, {source.number(), theirs.number()}, child); error != 0) {
        return {"", std::strerror(error)};
    }
    theirs.close_now();
    return RunningProgram(child, limits).wait_for(output.number());
}

}  // namespace ghreveal::highlight
