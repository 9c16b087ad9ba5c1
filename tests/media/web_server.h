// Runs web_server.py for the time of a test.
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <stdexcept>
#include <string>

#include "../build_paths.h"

namespace ghreveal::testing {

class WebServer {
public:
    WebServer() {
        std::array<int, 2> to_server{};
        std::array<int, 2> from_server{};
        if (pipe2(to_server.data(), O_CLOEXEC) != 0 || pipe2(from_server.data(), O_CLOEXEC) != 0) {
            throw std::runtime_error("no pipe");
        }
        const std::filesystem::path script = source_dir() / "tests/media/web_server.py";
        process_ = fork();
        if (process_ == 0) {
            dup2(to_server[0], STDIN_FILENO);
            dup2(from_server[1], STDOUT_FILENO);
            execlp("python3", "python3", script.c_str(), nullptr);
            _exit(127);
        }
        close(to_server[0]);
        close(from_server[1]);
        input_ = to_server[1];
        for (char c = 0; read(from_server[0], &c, 1) == 1 && c != '\n';) {
            port_ += c;
        }
        close(from_server[0]);
        if (port_.empty()) {
            throw std::runtime_error("python3 cannot run the test's web server");
        }
    }
    ~WebServer() {
        close(input_);
        waitpid(process_, nullptr, 0);
    }
    WebServer(const WebServer&) = delete;
    WebServer& operator=(const WebServer&) = delete;

    std::string address(const std::string& path, const std::string& host = "127.0.0.1") const {
        return "http://" + host + ":" + port_ + path;
    }

private:
    pid_t process_ = -1;
    int input_ = -1;
    std::string port_;
};

}  // namespace ghreveal::testing
