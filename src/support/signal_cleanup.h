// Removes half-written files when a signal ends the process.
#pragma once

#include <string>

namespace ghreveal {

// While it lives, a signal that ends the process (SIGINT, SIGTERM, SIGSEGV, …) removes the file
// `path` first. It installs the handlers; ignored signals stay ignored, and handlers that are
// already there stay in place.
class RemovedOnSignal {
public:
    explicit RemovedOnSignal(const std::string& path);
    ~RemovedOnSignal();
    RemovedOnSignal(const RemovedOnSignal&) = delete;
    RemovedOnSignal& operator=(const RemovedOnSignal&) = delete;

private:
    int slot_;
};

// Does the same, for ends of the process that are no signal. May be called where nothing else may.
void remove_unfinished_files();

}  // namespace ghreveal
