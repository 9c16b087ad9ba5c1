// Keeps an export from writing over what somebody wrote.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ghreveal::exporter {

enum class Overwriting : std::uint8_t {
    kOwnFiles,  // of text files those that the program made
    kAnyFile,   // --force
};

class OutputGuard {
public:
    // `inputs`: the files that the run reads. They are known by device and inode, so that no other
    // name of one passes.
    OutputGuard(std::vector<std::filesystem::path> inputs, Overwriting);

    // Throws Error when the output is one of the inputs.
    void check(const std::filesystem::path& output) const;
    // Also when it is a text file that does not say that this program made it.
    void check_text(const std::filesystem::path& output) const;

private:
    std::vector<std::filesystem::path> inputs_;
    Overwriting overwriting_;
};

// The marks by which text outputs are known: in a comment or line, and the value of "generator" in
// JSON, to which a version may be added.
inline constexpr const char* kMadeBy = "made by ghreveal";
inline constexpr const char* kGenerator = "ghreveal";

}  // namespace ghreveal::exporter
