// Every kind of call that may fail does, one at a time, while every kind of output is written: no
// file is lost, half or damaged, nothing stays behind, and a person is told.
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>
#include <thread>
#include <vector>

#include "../build_paths.h"
#include "../cli/program.h"

extern char** environ;

using namespace ghreveal::testing;

namespace {

namespace fs = std::filesystem;

// The deck, or a folder to look for decks in, and what is made of it.
constexpr const char* kOutputs[] = {
    "deck.md --pdf -o out/a.pdf",
    "deck.md --png -o out/a",
    "deck.md --svg -o out/a",
    "deck.md --json -o out/a.json",
    "deck.md --notes=html -o out/a.html",
    "deck.md --notes=markdown -o out/a.md",
    ". --contact-sheet -o out",
    "deck.md --handout -o out/a.pdf",
    "deck.md --pdf --pdfpc -o out/a.pdf",
};

constexpr const char* kPicture =  // 2x2 px
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEklEQVR4nGM4Iacht8CGAUIBAB2+BBEp"
    "J/i8AAAAAElFTkSuQmCC";

std::string deck_text(const std::string& word) {
    return "---\ntitle: Faults\ntheme: night\n---\n\n## " + word +
           "\n\n- a §fragment\n- **b** `c`\n\n" + "![](" + kPicture + ")\n\n§notes\n\nsay " + word +
           "\n\n§new\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n[back](#/1) "
           "[out](https://example.org/)\n";
}

using Files = std::map<std::string, std::string>;

Files files_in(const fs::path& folder) {
    Files files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            files[fs::relative(entry.path(), folder).string()] = file_text(entry.path());
        }
    }
    return files;
}

// A run of the program as a process of its own.
class Process {
public:
    // `settings`: variables for the program alone, as a shell has them before a command.
    Process(const Workspace& work, const std::string& arguments, const std::string& settings) {
        const std::string command = "cd '" + work.path("").string() + "' && " + settings +
                                    " exec '" + program().string() + "' " + arguments + " >../" +
                                    log(work) + " 2>&1";
        const char* const words[] = {"/bin/sh", "-c", command.c_str(), nullptr};
        REQUIRE(posix_spawn(&id_, words[0], nullptr, nullptr, const_cast<char* const*>(words),
                            environ) == 0);
    }
    static std::string log(const Workspace& work) {
        return fs::path(work.path("x")).parent_path().filename().string() + ".log";
    }
    void kill() const { ::kill(id_, SIGKILL); }
    // What waitpid() says.
    int wait() const {
        int status = 0;
        waitpid(id_, &status, 0);
        return status;
    }

private:
    pid_t id_ = 0;
};

struct Run {
    int status = 0;
    std::string said;
};

// With one thread: which call is the N-th has to be the same each time.
Run run(const Workspace& work, const std::string& output, const std::string& settings) {
    const Process process(work, "export --offline -j1 " + output, settings);
    const int status = process.wait();
    const fs::path log = work.path("x").parent_path().parent_path() / Process::log(work);
    Run result{status, file_text(log)};
    fs::remove(log);
    return result;
}

// Both states that a file may be in after a run: as it was before, and as it is after a good one.
struct States {
    Files before;
    Files after;
};

States states_of(const Workspace& work, const std::string& output) {
    fs::remove_all(work.path("out"));
    fs::create_directory(work.path("out"));
    work.write("deck.md", deck_text("Two"));
    REQUIRE(run(work, output, "").status == 0);
    States states;
    states.after = files_in(work.path("out"));
    fs::remove_all(work.path("out"));
    fs::create_directory(work.path("out"));
    work.write("deck.md", deck_text("One"));
    REQUIRE(run(work, output, "").status == 0);
    states.before = files_in(work.path("out"));
    work.write("deck.md", deck_text("Two"));
    return states;
}

void restore(const Workspace& work, const Files& files) {
    if (files_in(work.path("out")) == files) {
        return;
    }
    fs::remove_all(work.path("out"));
    for (const auto& [name, bytes] : files) {
        work.write("out/" + name, bytes);
    }
}

// Each file is the old one or the new one, and there are no others.
std::string what_is_wrong(const Files& found, const States& states) {
    for (const auto& [name, bytes] : states.before) {
        const auto file = found.find(name);
        if (file == found.end()) {
            return name + " is lost";
        }
        const auto after = states.after.find(name);
        if (file->second != bytes &&
            (after == states.after.end() || file->second != after->second)) {
            return name + " is damaged";
        }
    }
    for (const auto& [name, bytes] : found) {
        if (!states.before.contains(name) && !states.after.contains(name)) {
            return name + " stays behind";
        }
    }
    return "";
}

const std::string kPreloaded = "LD_PRELOAD='" + build_dir().string() + "/ghreveal-faults.so'";

std::map<std::string, long> calls_of(const Workspace& work, const std::string& output) {
    const fs::path counts = work.path("counts");
    REQUIRE(run(work, output, kPreloaded + " GHREVEAL_FAULT_COUNTS=" + counts.string()).status ==
            0);
    std::map<std::string, long> calls;
    std::ifstream file(counts);
    std::string kind;
    for (long count = 0; file >> kind >> count;) {
        calls[kind] = count;
    }
    return calls;
}

// What has to be so after a run with a fault in it; "" when it is.
std::string judged(const Run& result, const Files& found, const States& states) {
    if (WIFSIGNALED(result.status)) {
        const std::string wrong = what_is_wrong(found, states);
        return "ended by signal " + std::to_string(WTERMSIG(result.status)) + " " + wrong;
    }
    const int status = WEXITSTATUS(result.status);
    if (status == 0) {
        // A fault that did no harm, or one that was said and left something out.
        return found == states.after || result.said.find("warning:") != std::string::npos
                   ? ""
                   : "other files with status 0";
    }
    if (status != 1) {
        return "status " + std::to_string(status);
    }
    if (result.said.find("error: ") == std::string::npos ||
        result.said.find("this is a fault of ghreveal") != std::string::npos) {
        return "no sentence: " + result.said;
    }
    return what_is_wrong(found, states);
}

}  // namespace

TEST_CASE("any call that fails is said, and leaves whole files and nothing else") {
    const Workspace work;
    std::mt19937 random(1);
    int faults = 0;
    std::string wrong;
    for (const char* output : kOutputs) {
        const States states = states_of(work, output);
        for (const auto& [kind, count] : calls_of(work, output)) {
            // All calls where they are few; of allocations some from each part of the run.
            const long wanted = std::min(count, kind == "allocation" ? 40L : 12L);
            for (long i = 0; i < wanted; ++i) {
                const long from = count * i / wanted;
                const long to = std::max(count * (i + 1) / wanted, from + 1);
                const long number =
                    from + 1 + static_cast<long>(random() % static_cast<unsigned long>(to - from));
                restore(work, states.before);
                const std::string order = kind + ":" + std::to_string(number);
                const Run result = run(work, output, kPreloaded + " GHREVEAL_FAULT=" + order);
                const std::string problem = judged(result, files_in(work.path("out")), states);
                ++faults;
                if (!problem.empty()) {
                    wrong += std::string(output) + " " + order + ": " + problem + "\n";
                }
            }
        }
    }
    INFO(wrong);
    CHECK(wrong.empty());
    CHECK(faults >= 500);
}

TEST_CASE("killed at any moment, an export leaves the old file or the new one") {
    const Workspace work;
    std::mt19937 random(2);
    const char* const outputs[] = {"deck.md --pdf -o out/a.pdf", "deck.md --png -o out/a"};
    for (const char* output : outputs) {
        const States states = states_of(work, output);
        for (int i = 0; i < 100; ++i) {
            restore(work, states.before);
            const Process process(work, std::string("export --offline ") + output, "");
            // Where a run is then depends on the machine: any moment is as good as another.
            std::this_thread::sleep_for(std::chrono::microseconds(random() % 30'000));
            process.kill();
            process.wait();
            // Between a file's two names SIGKILL may leave the hidden one; nothing can prevent
            // that.
            Files found = files_in(work.path("out"));
            std::erase_if(found, [](const auto& file) { return file.first.ends_with(".tmp"); });
            const std::string wrong = what_is_wrong(found, states);
            INFO(wrong);
            CHECK(wrong.empty());
        }
    }
    fs::remove(work.path("x").parent_path().parent_path() / Process::log(work));
}

TEST_CASE("thirty exports to one file at a time leave one of them, whole") {
    const Workspace work;
    fs::create_directory(work.path("out"));
    std::set<std::string> wanted;
    for (int i = 0; i < 30; ++i) {
        const std::string name = "d" + std::to_string(i);
        work.write(name + ".md", deck_text(name));
        REQUIRE(work.run("export --offline --pdf -o out/" + name + ".pdf " + name + ".md").status ==
                0);
        wanted.insert(file_text(work.path("out/" + name + ".pdf")));
    }
    std::vector<Process> processes;
    for (int i = 0; i < 30; ++i) {
        processes.emplace_back(
            work, "export --offline --pdf -o out/all.pdf d" + std::to_string(i) + ".md", "");
    }
    for (const Process& process : processes) {
        CHECK(process.wait() == 0);
    }
    CHECK(wanted.contains(file_text(work.path("out/all.pdf"))));
    CHECK(files_in(work.path("out")).size() == 31);
    fs::remove(work.path("x").parent_path().parent_path() / Process::log(work));
}
