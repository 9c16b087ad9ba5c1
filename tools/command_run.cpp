#include "command_run.h"

#include <fcntl.h>
#include <linux/perf_event.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>

namespace {

[[noreturn]] void become(char* const* command, int messages) {
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    dup2(messages, STDERR_FILENO);
    execvp(command[0], command);
    _exit(127);
}

std::string read_all(int descriptor) {
    std::string text;
    std::array<char, 4096> piece{};
    for (ssize_t got = 0; (got = read(descriptor, piece.data(), piece.size())) > 0;) {
        text.append(piece.data(), static_cast<std::size_t>(got));
    }
    return text;
}

// Counts the instructions of this process and, once they have ended, of its children.
class InstructionCounter {
public:
    InstructionCounter() {
        perf_event_attr attributes{};
        attributes.size = sizeof attributes;
        attributes.type = PERF_TYPE_HARDWARE;
        attributes.config = PERF_COUNT_HW_INSTRUCTIONS;
        attributes.exclude_kernel = 1;
        attributes.exclude_hv = 1;
        attributes.inherit = 1;
        descriptor_ = static_cast<int>(
            syscall(SYS_perf_event_open, &attributes, 0, -1, -1, PERF_FLAG_FD_CLOEXEC));
    }
    ~InstructionCounter() {
        if (descriptor_ >= 0) {
            close(descriptor_);
        }
    }
    InstructionCounter(const InstructionCounter&) = delete;
    InstructionCounter& operator=(const InstructionCounter&) = delete;

    std::optional<double> count() const {
        std::uint64_t value = 0;
        const bool counted = descriptor_ >= 0 && read(descriptor_, &value, sizeof value) ==
                                                     static_cast<ssize_t>(sizeof value);
        return counted && value > 0 ? std::optional(static_cast<double>(value)) : std::nullopt;
    }

private:
    int descriptor_ = -1;
};

double milliseconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

}  // namespace

CommandRun run_command(char* const* command) {
    using Clock = std::chrono::steady_clock;
    std::array<int, 2> messages{};
    if (pipe2(messages.data(), O_CLOEXEC) != 0) {
        std::exit(1);
    }
    const InstructionCounter counter;
    const auto start = Clock::now();
    const pid_t child = vfork();
    if (child == 0) {
        become(command, messages[1]);
    }
    close(messages[1]);
    CommandRun run;
    run.messages = read_all(messages[0]);
    rusage usage{};
    wait4(child, &run.status, 0, &usage);
    run.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    run.cpu_milliseconds = milliseconds_of(usage.ru_utime) + milliseconds_of(usage.ru_stime);
    run.megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
    run.instructions = counter.count();
    close(messages[0]);
    return run;
}
