// `ghreveal watch`: what changes is exported again, until it is ended.
#include <fmt/format.h>
#include <signal.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "../build_paths.h"
#include "program.h"

using Catch::Contains;
using ghreveal::testing::count_of;
using ghreveal::testing::file_text;
using ghreveal::testing::kSmallDeck;
using ghreveal::testing::program;
using ghreveal::testing::Workspace;

namespace {

// Runs beside the test, in the folder.
class Watching {
public:
    Watching(const Workspace& folder, const std::string& arguments) : log_(folder.path("log")) {
        const std::string command =
            fmt::format("cd '{}' && {{ '{}' watch {} >/dev/null 2>log & echo $! >pid; }}",
                        folder.path("").string(), program().string(), arguments);
        REQUIRE(std::system(command.c_str()) == 0);
        process_ = std::stoi(file_text(folder.path("pid")));
    }
    ~Watching() { kill(process_, SIGTERM); }
    Watching(const Watching&) = delete;
    Watching& operator=(const Watching&) = delete;

    bool runs() const { return kill(process_, 0) == 0; }

    // Waits until it has said that `count` times; gives up at last where it never will.
    bool has_said(const std::string& sentence, std::size_t count) const {
        constexpr int kMostTries = 3000;
        for (int i = 0; i < kMostTries; ++i) {
            if (count_of(file_text(log_), sentence) >= count) {
                return true;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        return false;
    }
    std::string log() const { return file_text(log_); }

private:
    std::filesystem::path log_;
    pid_t process_ = 0;
};

// As editors save: beside the old file, then over it.
void rename_over(const Workspace& folder, const std::string& name, const std::string& text) {
    folder.write(name + ".new", text);
    std::filesystem::rename(folder.path(name + ".new"), folder.path(name));
}

}  // namespace

TEST_CASE("watch exports again what is saved by renaming, and what an included file changes") {
    const Workspace folder;
    folder.write("part.md", "a part\n");
    folder.write("talk.md", std::string(kSmallDeck) + "\n{% include_relative part.md %}\n");
    const Watching watching(folder, "talk.md -o out/");
    REQUIRE(watching.has_said("talk.md: 5 pages in ", 1));
    const std::string first = file_text(folder.path("out/talk.pdf"));
    rename_over(folder, "talk.md",
                std::string(kSmallDeck) + "\n{% include_relative part.md %}\n\n§new\n\n## Three\n");
    REQUIRE(watching.has_said("talk.md: 6 pages in ", 1));
    CHECK(file_text(folder.path("out/talk.pdf")) != first);
    // Twice, as the first renaming put another file into the watched one's place.
    rename_over(folder, "talk.md", std::string(kSmallDeck) + "\n{% include_relative part.md %}\n");
    REQUIRE(watching.has_said("talk.md: 5 pages in ", 2));
    folder.write("part.md", "another part\n\n§new\n\n## More\n\n§new\n\n## Still more\n");
    REQUIRE(watching.has_said("talk.md: 7 pages in ", 1));
}

TEST_CASE("watch tells what is wrong with a deck, and goes on when it is mended") {
    const Workspace folder;
    folder.write("talk.md", kSmallDeck);
    const Watching watching(folder, "talk.md -o out/");
    REQUIRE(watching.has_said("talk.md: 5 pages in ", 1));
    const std::string good = file_text(folder.path("out/talk.pdf"));
    folder.write("talk.md", "---\ntheme: none-such\n---\n\n## x\n");
    REQUIRE(watching.has_said("none-such", 1));
    CHECK(file_text(folder.path("out/talk.pdf")) == good);  // the last that was whole
    std::filesystem::remove(folder.path("talk.md"));
    REQUIRE(watching.has_said("talk.md: error: ", 1));
    folder.write("talk.md", std::string(kSmallDeck) + "\n§new\n\n## Three\n");
    REQUIRE(watching.has_said("talk.md: 6 pages in ", 1));
    CHECK(watching.runs());
}

TEST_CASE("watch takes decks that a folder gets, and exports the others not again") {
    const Workspace folder;
    folder.write("site/a.md", kSmallDeck);
    const Watching watching(folder, "site -o out/");
    REQUIRE(watching.has_said("site/a.md: 5 pages in ", 1));
    folder.write("site/b.md", kSmallDeck);
    REQUIRE(watching.has_said("site/b.md: 5 pages in ", 1));
    CHECK(folder.has("out/b.pdf"));
    CHECK(count_of(watching.log(), "site/a.md: 5 pages in ") == 1);
}
