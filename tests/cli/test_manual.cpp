// The manual page and the completions are made of the command line's definition, which --help
// shows: here they are held to one another, and tried in the shells.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <regex>
#include <set>
#include <string>

#include "program.h"

using ghreveal::testing::RunResult;
using ghreveal::testing::Workspace;

namespace {

// The names at the beginnings of help's lines: "-o, --output PATH".
std::set<std::string> options_in(const std::string& help) {
    static const std::regex kEntry("\n  ((?:-[A-Za-z], )?(--[a-z-]+))");
    std::set<std::string> options;
    for (std::sregex_iterator it(help.begin(), help.end(), kEntry), end; it != end; ++it) {
        options.insert((*it)[2]);
    }
    return options;
}

std::set<std::string> all_options(const Workspace& folder) {
    std::set<std::string> options = options_in(folder.run("--help").out);
    for (const char* command : {"export", "check", "inspect", "themes", "completions"}) {
        options.merge(options_in(folder.run(std::string(command) + " --help").out));
    }
    return options;
}

bool has_program(const std::string& name) {
    return std::system(("command -v " + name + " >/dev/null 2>&1").c_str()) == 0;
}

// What bash offers at the end of a line.
std::string offered_by_bash(const Workspace& folder, const std::string& words) {
    folder.write("offer.sh", "source completions.bash\nCOMP_WORDS=(" + words +
                                 ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_ghreveal\n"
                                 "printf '%s\\n' \"${COMPREPLY[@]}\"\n");
    const std::string command =
        "cd '" + folder.path("").string() + "' && bash offer.sh >offered.txt 2>/dev/null";
    return std::system(command.c_str()) == 0
               ? ghreveal::testing::file_text(folder.path("offered.txt"))
               : "bash failed";
}

}  // namespace

TEST_CASE("the manual page and the completions have every option of --help") {
    const Workspace folder;
    const std::set<std::string> options = all_options(folder);
    REQUIRE(options.size() > 50);
    std::string page = folder.run("manual-page").out;
    page = std::regex_replace(page, std::regex("\\\\-"), "-");
    const std::string bash = folder.run("completions bash").out;
    const std::string zsh = folder.run("completions zsh").out;
    const std::string fish = folder.run("completions fish").out;
    for (const std::string& option : options) {
        CAPTURE(option);
        CHECK(page.find(option) != std::string::npos);
        CHECK(bash.find(option) != std::string::npos);
        CHECK(zsh.find(option) != std::string::npos);
        CHECK(fish.find(" -l " + option.substr(2) + " ") != std::string::npos);
    }
}

TEST_CASE("groff reads the manual page without a warning") {
    if (!has_program("groff")) {
        return;
    }
    const Workspace folder;
    folder.write("ghreveal.1", folder.run("manual-page").out);
    const std::string command = "groff -man -ww -z '" + folder.path("ghreveal.1").string() +
                                "' >'" + folder.path("said").string() + "' 2>&1";
    CHECK(std::system(command.c_str()) == 0);
    CHECK(ghreveal::testing::file_text(folder.path("said")).empty());
}

TEST_CASE("bash offers commands, options, their words and files") {
    const Workspace folder;
    folder.write("talk.md", "# T\n");
    folder.write("completions.bash", folder.run("completions bash").out);
    CHECK(offered_by_bash(folder, "ghreveal exp") == "export\n");
    CHECK(offered_by_bash(folder, "ghreveal ta") == "talk.md\n");
    CHECK(offered_by_bash(folder, "ghreveal export --handou") == "--handout\n");
    CHECK(offered_by_bash(folder, "ghreveal export --fragments f") == "final\n");
    CHECK(offered_by_bash(folder, "ghreveal export --theme ta") == "talk.md\n");
    CHECK(offered_by_bash(folder, "ghreveal check --format sa") == "sarif\n");
    CHECK(offered_by_bash(folder, "ghreveal completions f") == "fish\n");
}

TEST_CASE("zsh and fish take their completions") {
    const Workspace folder;
    folder.write("_ghreveal", folder.run("completions zsh").out);
    folder.write("ghreveal.fish", folder.run("completions fish").out);
    if (has_program("zsh")) {
        CHECK(std::system(("zsh -n '" + folder.path("_ghreveal").string() + "'").c_str()) == 0);
    }
    if (has_program("fish")) {
        const std::string command = "cd '" + folder.path("").string() +
                                    "' && fish -c 'source ghreveal.fish; complete -C \"ghreveal "
                                    "export --fragments \"' >offered.txt 2>&1";
        CHECK(std::system(command.c_str()) == 0);
        const std::string offered = ghreveal::testing::file_text(folder.path("offered.txt"));
        CHECK(offered.find("final") != std::string::npos);
    }
}

TEST_CASE("-h is shorter than --help and has the same options") {
    const Workspace folder;
    const std::string brief = folder.run("export -h").out;
    const std::string whole = folder.run("export --help").out;
    CHECK(brief.size() < whole.size());
    CHECK(options_in(brief) == options_in(whole));
}

TEST_CASE("--version names the commit and what draws") {
    const Workspace folder;
    const RunResult result = folder.run("--version");
    CHECK(result.out.find("cairo ") != std::string::npos);
    CHECK(folder.run("-V").out == result.out);
}
