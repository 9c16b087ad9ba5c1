// Keeps an export from writing over what somebody wrote.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace ghreveal::exporter {

enum class Overwriting : std::uint8_t {
    kOwnFiles,  // of text files those that the program made
    kAnyFile,   // --force
};

// Files by device and inode, so that no other name of one passes. However many there are, to look
// for one takes as long.
class KnownFiles {
public:
    KnownFiles() = default;
    explicit KnownFiles(const std::vector<std::filesystem::path>&);

    // Which of them the file is; nothing: none, or there is no such file.
    std::optional<std::filesystem::path> find(const std::filesystem::path&) const;

private:
    std::map<std::pair<std::uint64_t, std::uint64_t>, std::filesystem::path> paths_;
};

// What the run reads: for one deck, and, known once, its decks.
struct FilesRead {
    KnownFiles own;
    std::shared_ptr<const KnownFiles> decks{};
};

class OutputGuard {
public:
    OutputGuard(FilesRead, Overwriting);

    // Throws Error when the output is one of the inputs.
    void check(const std::filesystem::path& output) const;
    // Also when it is a text file that does not say that this program made it.
    void check_text(const std::filesystem::path& output) const;

private:
    FilesRead inputs_;
    Overwriting overwriting_;
};

// The marks by which text outputs are known: in a comment or line, and the value of "generator" in
// JSON, to which a version may be added.
inline constexpr const char* kMadeBy = "made by ghreveal";
inline constexpr const char* kGenerator = "ghreveal";

}  // namespace ghreveal::exporter
