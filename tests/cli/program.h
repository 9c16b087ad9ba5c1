// Runs the program itself in a folder of its own, as a person would.
#pragma once

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "../build_paths.h"

namespace ghreveal::testing {

inline std::string file_text(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

inline std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos;
         at = text.find(part, at + part.size())) {
        ++count;
    }
    return count;
}

// A PDF's objects unpacked, by qpdf; empty without it.
inline std::string unpacked_pdf(const std::filesystem::path& path) {
    const std::filesystem::path plain = path.string() + ".qdf";
    const std::string command = "qpdf --qdf --object-streams=disable '" + path.string() + "' '" +
                                plain.string() + "' 2>/dev/null";
    const bool is_unpacked = std::system(command.c_str()) == 0;
    std::string text = is_unpacked ? file_text(plain) : "";
    std::filesystem::remove(plain);
    return text;
}

struct RunResult {
    int status = 0;
    std::string out;
    std::string err;
};

// A folder that is gone at the test's end.
class Workspace {
public:
    Workspace() {
        std::string name = (std::filesystem::temp_directory_path() / "ghreveal-XXXXXX").string();
        root_ = mkdtemp(name.data());
    }
    ~Workspace() { std::filesystem::remove_all(root_); }
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    std::filesystem::path path(const std::string& name) const { return root_ / name; }
    void write(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories(path(name).parent_path());
        std::ofstream(path(name), std::ios::binary) << text;
    }
    bool has(const std::string& name) const { return std::filesystem::exists(path(name)); }
    std::size_t file_count() const {
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root_)) {
            count += entry.is_regular_file() ? 1 : 0;
        }
        return count;
    }

    // Runs `ghreveal ARGUMENTS` (a shell's words) in the folder.
    RunResult run(const std::string& arguments) const { return run_after("", arguments); }

    // The same where no file can become larger than some KB, as on a disk that is nearly full.
    RunResult run_on_full_disk(const std::string& arguments) const {
        return run_after("trap '' XFSZ; ulimit -f 4; ", arguments);
    }

    // The same with a standard output that takes nothing (its later redirection is a comment).
    RunResult run_to_full_output(const std::string& arguments) const {
        return run_after("", arguments + " >/dev/full #");
    }

    // The same of a user with this home and no settings of their own.
    RunResult run_at_home(const std::string& home, const std::string& arguments) const {
        return run_after(
            "env -u XDG_CACHE_HOME -u XDG_CONFIG_HOME -u XDG_DATA_HOME "
            "-u FONTCONFIG_FILE HOME='" +
                path(home).string() + "' ",
            arguments);
    }

private:
    RunResult run_after(const std::string& commands, const std::string& arguments) const {
        const std::filesystem::path out = root_.string() + ".out";
        const std::filesystem::path err = root_.string() + ".err";
        const std::string command = "cd '" + root_.string() + "' && " + commands + "'" +
                                    program().string() + "' " + arguments + " >'" + out.string() +
                                    "' 2>'" + err.string() + "'";
        const int status = std::system(command.c_str());
        RunResult result{WEXITSTATUS(status), file_text(out), file_text(err)};
        std::filesystem::remove(out);
        std::filesystem::remove(err);
        return result;
    }

    std::filesystem::path root_;
};

inline const char* const kSmallDeck =
    "---\ntitle: Small\ntheme: night\n---\n\n## One\n\n- a §fragment\n- b §fragment\n\n"
    "§new\n\n## Two\n\n[back](#/1)\n";

}  // namespace ghreveal::testing
