#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "../build_paths.h"
#include "program.h"
#include "support/walls/files.h"
#include "support/walls/system_calls.h"

using namespace ghreveal;
using namespace ghreveal::testing;

namespace {

// Whether the kernel lets a process build it.
bool can_be_built(bool (*wall)()) {
    const pid_t child = fork();
    if (child == 0) {
        _exit(wall() ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool has_kernel_walls() {
    return can_be_built([] { return give_up_other_files({}); });
}

// What /proc/PID/status says of a process that built walls (proc(5)): "NoNewPrivs" is 1 with any,
// "Seccomp" 2 with one around the network.
std::string state_of(pid_t process, const std::string& field) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(field + ":")) {
            return line.substr(line.size() - 1);
        }
    }
    return "";
}

struct Export {
    std::string walls;    // "1" while it reads its deck: it has some
    std::string network;  // "2": it has none
    bool is_done = false;
};

// The deck is a pipe, which the program has opened when it can be written to.
Export export_of_pipe(const Workspace& workspace) {
    const std::string deck = workspace.path("talk.md").string();
    REQUIRE(mkfifo(deck.c_str(), 0600) == 0);
    const pid_t program = fork();
    if (program == 0) {
        execl(testing::program().c_str(), "ghreveal", "export", "-q", "--pdf", "-o",
              workspace.path("talk.pdf").c_str(), deck.c_str(), nullptr);
        _exit(127);
    }
    const int pipe = open(deck.c_str(), O_WRONLY);
    Export result{state_of(program, "NoNewPrivs"), state_of(program, "Seccomp"), false};
    const std::string text = "---\nlayout: presentation\n---\n\n# One\n";
    CHECK(write(pipe, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    close(pipe);
    int status = 0;
    waitpid(program, &status, 0);
    result.is_done = status == 0 && file_text(workspace.path("talk.pdf")).starts_with("%PDF");
    return result;
}

}  // namespace

TEST_CASE("an export stands behind the wall before it reads its deck") {
    const Workspace workspace;
    const Export result = export_of_pipe(workspace);
    CHECK(result.is_done);
    if (has_kernel_walls()) {
        CHECK(result.walls == "1");
    }
}

TEST_CASE("an export that may fetch has no network itself when it reads its deck") {
    const Workspace workspace;
    const Export result = export_of_pipe(workspace);
    CHECK(result.is_done);
    if (can_be_built(give_up_network)) {
        CHECK(result.network == "2");
    }
}

TEST_CASE(
    "a run whose settings name programs for diagrams has no wall, which would be theirs too") {
    const Workspace workspace;
    workspace.write("ghreveal.yml", "diagrams:\n  dot: [dot, -Tsvg]\n");
    const Export result = export_of_pipe(workspace);
    CHECK(result.is_done);
    CHECK(result.walls == "0");
    CHECK(result.network == "0");
}

TEST_CASE("settings that speak of programs in a remark leave the wall") {
    const Workspace workspace;
    workspace.write("ghreveal.yml", "# no diagrams: here\nlint:\n  missing-picture: ignore\n");
    const Export result = export_of_pipe(workspace);
    CHECK(result.is_done);
    if (has_kernel_walls()) {
        CHECK(result.walls == "1");
    }
}

TEST_CASE("folders of caches are made where something is kept in them only") {
    const Workspace workspace;
    workspace.write("talk.md", "---\nlayout: presentation\n---\n\n# One\n");
    CHECK(workspace.run_at_home("home", "check talk.md").status == 0);
    CHECK(!std::filesystem::exists(workspace.path("home/.cache/ghreveal")));
    if (std::filesystem::exists("/var/cache/fontconfig") &&
        !std::filesystem::is_empty("/var/cache/fontconfig")) {
        CHECK(!std::filesystem::exists(workspace.path("home/.cache/fontconfig")));
    }
    CHECK(workspace.run_at_home("home", "export --offline talk.md").status == 0);
    CHECK(std::filesystem::exists(workspace.path("home/.cache/ghreveal/exports")));
}

TEST_CASE("what the command line names is before the wall wherever it is") {
    const Workspace workspace;
    workspace.write("site/_config.yml", "title: Site\n");
    workspace.write("site/talk.md", "---\nlayout: presentation\n---\n\n# One\n\n![](/a.png)\n");
    workspace.write("elsewhere/more.css", "@import \"base.css\";");
    workspace.write("elsewhere/base.css", ".reveal h1 { color: #123456; }");
    workspace.write("settings/ghreveal.yml", "lint:\n  missing-picture: ignore\n");
    std::filesystem::create_directories(workspace.path("out"));
    std::filesystem::create_symlink(workspace.path("out") / "real.pdf",
                                    workspace.path("site") / "link.pdf");
    const RunResult result = workspace.run(
        "export site/talk.md --css elsewhere/more.css --config settings/ghreveal.yml "
        "-o site/link.pdf --deps out/talk.d");
    INFO(result.err);
    CHECK(result.status == 0);
    CHECK(file_text(workspace.path("out/real.pdf")).starts_with("%PDF"));
}

TEST_CASE("links in the data's folder lead before the wall") {
    const Workspace workspace;
    namespace fs = std::filesystem;
    const fs::path source = source_dir();
    const Workspace elsewhere;
    fs::create_directories(workspace.path("data"));
    fs::copy(source / "themes", workspace.path("data/themes"), fs::copy_options::recursive);
    fs::copy(source / "fonts", elsewhere.path("fonts"), fs::copy_options::recursive);
    fs::create_directory_symlink(elsewhere.path("fonts"), workspace.path("data/fonts"));
    workspace.write("talk.md", "---\nlayout: presentation\n---\n\n# One\n");
    setenv("GHREVEAL_DATA", workspace.path("data").c_str(), 1);
    const RunResult result = workspace.run("export talk.md --pdf");
    unsetenv("GHREVEAL_DATA");
    INFO(result.err);
    CHECK(result.status == 0);
}
