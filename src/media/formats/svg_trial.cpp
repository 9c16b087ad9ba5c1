#include "media/formats/svg_trial.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "support/error.h"
#include "support/file.h"
#include "support/files/descriptor.h"
#include "support/limit_names.h"

namespace ghreveal::media {

namespace {

[[noreturn]] void throw_not_tried() {
    throw Error({}, "the SVG picture cannot be tried out: there are too few resources");
}

// The text as a file without a name, at its beginning.
void fill(const Descriptor& file, const std::string& text) {
    std::size_t written = 0;
    while (written < text.size()) {
        const ssize_t count = write(file.number(), text.data() + written, text.size() - written);
        if (count <= 0 && errno != EINTR) {
            throw_not_tried();
        }
        written += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    if (lseek(file.number(), 0, SEEK_SET) != 0) {
        throw_not_tried();
    }
}

pid_t spawn(const std::string& program, std::vector<std::string> arguments, int input) {
    std::vector<char*> argv;
    for (std::string& argument : arguments) {
        argv.push_back(argument.data());
    }
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    for (const int output : {STDOUT_FILENO, STDERR_FILENO}) {
        posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0);
    }
    pid_t child = -1;
    const int failure =
        posix_spawn(&child, program.c_str(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return failure == 0 ? child : -1;
}

}  // namespace

void throw_too_long(const Limits& limits) {
    throw Error({},
                fmt::format("drawing the SVG picture takes longer than {:g} s",
                            static_cast<double>(limits.svg_milliseconds) / 1000),
                "its filters may be too large; --svg-timeout widens the bound");
}

// The process bounds itself by what it is told, its own time too; it cannot outlive its alarm.
void try_drawing(const std::string& svg, Size size, const Limits& limits) {
    const Descriptor file(memfd_create("svg", MFD_CLOEXEC));
    if (!file.is_open()) {
        throw_not_tried();
    }
    fill(file, svg);
    const std::string program = (module_directory() / "ghreveal-try-svg").string();
    const pid_t child =
        spawn(program,
              {program, fmt::format("{}", size.width), fmt::format("{}", size.height),
               std::to_string(limits.svg_milliseconds), std::to_string(limits.svg_memory_bytes)},
              file.number());
    if (child < 0) {
        throw_not_tried();
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
        return;
    }
    const bool is_late =
        WIFSIGNALED(status) && (WTERMSIG(status) == SIGPROF || WTERMSIG(status) == SIGALRM);
    if (is_late) {
        throw_too_long(limits);
    }
    throw Error({}, "the SVG picture cannot be drawn",
                "its filters or fonts may be too large; " + limit_hint(limits, "svg-memory-bytes"));
}

}  // namespace ghreveal::media
