#include "cli/live/preview_command.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>

#include "batch/file_watch.h"
#include "preview/modules/server_module.h"
#include "preview/presentation.h"
#include "support/file.h"
#include "support/module.h"

extern char** environ;

namespace ghreveal::cli {

namespace {

// Shorter than watch's: the picture is waited for.
constexpr std::chrono::milliseconds kQuiet{15};

void open_browser(std::string address) {
    std::string program = "xdg-open";
    std::array<char*, 3> words{program.data(), address.data(), nullptr};
    pid_t process = 0;
    if (posix_spawnp(&process, program.c_str(), nullptr, nullptr, words.data(), environ) == 0) {
        std::thread([process] { waitpid(process, nullptr, 0); }).detach();
    }
}

[[noreturn]] void follow(preview::Presentation& presentation) {
    batch::FileWatch files;
    for (;;) {
        files.set(presentation.inputs());
        files.wait(kQuiet);
        presentation.load();
    }
}

}  // namespace

int preview(const Options& options) {
    const std::string& deck = options.named.front();
    if (!is_file(deck)) {
        throw Error({deck, 0}, is_folder(deck) ? "it is a folder; name one of its decks"
                                               : "there is no such file");
    }
    auto* serve = module_function<decltype(preview::ghreveal_serve_preview)>(
        "preview", "ghreveal_serve_preview");
    preview::Presentation presentation(deck, {options.exporting, options.lint});
    presentation.load();
    serve(presentation, options.port, [&](int port) {
        const std::string address = fmt::format("http://127.0.0.1:{}/", port);
        fmt::print("{}\n", address);
        std::fflush(stdout);
        if (options.opens_browser) {
            open_browser(address);
        }
        std::thread([&presentation] { follow(presentation); }).detach();
    });
    return 0;
}

}  // namespace ghreveal::cli
