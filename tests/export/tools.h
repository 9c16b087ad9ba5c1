// Other people's programs that read a PDF back; tests that need one that is missing are skipped.
#pragma once

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace ghreveal {

inline bool has_tool(const std::string& name) {
    return std::system(("command -v " + name + " >/dev/null 2>&1").c_str()) == 0;
}

inline std::string output_of(const std::string& command) {
    std::string output;
    std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) {
        return output;
    }
    std::array<char, 4096> buffer{};
    std::size_t count = 0;
    while ((count = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0) {
        output.append(buffer.data(), count);
    }
    pclose(pipe);
    return output;
}

// A PDF in a file for as long as the object lives.
class WrittenPdf {
public:
    explicit WrittenPdf(const std::string& bytes) {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "ghreveal-test-XXXXXX").string();
        const int descriptor = mkstemp(pattern.data());
        path_ = pattern;
        std::FILE* file = fdopen(descriptor, "wb");
        std::fwrite(bytes.data(), 1, bytes.size(), file);
        std::fclose(file);
    }
    ~WrittenPdf() { std::filesystem::remove(path_); }
    WrittenPdf(const WrittenPdf&) = delete;
    WrittenPdf& operator=(const WrittenPdf&) = delete;

    std::string read_with(const std::string& tool, const std::string& arguments = "") const {
        return output_of(tool + " '" + path_ + "' " + arguments);
    }

private:
    std::string path_;
};

}  // namespace ghreveal
