#include "support/signal_cleanup.h"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdlib>
#include <cstring>

namespace ghreveal {
namespace {

// A signal handler can be handed nothing, so this is the program's one global. Whoever exchanges
// a slot for null owns its string: handler and destructor never both touch it.
constexpr int kNoSlot = -1;
std::array<std::atomic<char*>, 64> paths_to_remove{};
static_assert(std::atomic<char*>::is_always_lock_free, "a signal handler must not take a lock");

void remove_files_and_die(int signal) {
    remove_unfinished_files();
    raise(signal);  // SA_RESETHAND put the default action back: the shell sees the real signal
}

void install_handlers() {
    for (const int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGXCPU, SIGXFSZ, SIGABRT,
                             SIGBUS, SIGFPE, SIGILL, SIGSEGV}) {
        struct sigaction current {};
        if (sigaction(signal, nullptr, &current) != 0) {
            continue;
        }
        // Ignored (nohup) or somebody else's (a sanitizer, a test runner): leave it.
        if (current.sa_handler != SIG_DFL) {
            continue;
        }
        struct sigaction removing {};
        removing.sa_handler = remove_files_and_die;
        removing.sa_flags = static_cast<int>(SA_RESETHAND);
        sigaction(signal, &removing, nullptr);
    }
}

}  // namespace

void remove_unfinished_files() {
    for (std::atomic<char*>& slot : paths_to_remove) {
        if (const char* path = slot.exchange(nullptr)) {
            unlink(path);
        }
    }
}

RemovedOnSignal::RemovedOnSignal(const std::string& path) : slot_(kNoSlot) {
    install_handlers();
    char* copy = strdup(path.c_str());
    for (std::size_t i = 0; copy != nullptr && i < paths_to_remove.size(); ++i) {
        char* expected = nullptr;
        if (paths_to_remove[i].compare_exchange_strong(expected, copy)) {
            slot_ = static_cast<int>(i);
            return;
        }
    }
    std::free(copy);
}

RemovedOnSignal::~RemovedOnSignal() {
    if (slot_ != kNoSlot) {
        std::free(paths_to_remove[static_cast<std::size_t>(slot_)].exchange(nullptr));
    }
}

}  // namespace ghreveal
