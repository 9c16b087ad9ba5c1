// The module that serves a preview by HTTP.
#pragma once

#include <functional>
#include <string>

namespace ghreveal::preview {

struct Answer {
    int status = 404;
    std::string type;
    std::string body;
};

// What is served: nothing of the disk, and nothing that the paths of requests could lead to.
class Served {
public:
    Served() = default;
    virtual ~Served() = default;
    Served(const Served&) = delete;
    Served& operator=(const Served&) = delete;

    virtual Answer answer(const std::string& path) = 0;
    // Waits until there is another version than `seen`, or some seconds; gives the current one.
    virtual int wait_for_version(int seen) = 0;
};

extern "C" {
// Answers on 127.0.0.1 for ever. `port` 0: any that is free. `when_ready` is told the port. Throws
// Error when the port cannot be had.
void ghreveal_serve_preview(Served&, int port, const std::function<void(int port)>& when_ready);
}

}  // namespace ghreveal::preview
