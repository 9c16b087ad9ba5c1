// The lists of tests/data/inventory: names from the specifications.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "build_paths.h"
#include "support/file.h"

namespace ghreveal {

// The list's lines but those that are empty or comments.
inline std::vector<std::string> inventory_lines(const std::string& list) {
    std::istringstream text(
        read_file(testing::source_dir() / "tests/data/inventory" / (list + ".txt"), 1U << 20U));
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);) {
        if (!line.empty() && line[0] != '#') {
            lines.push_back(line);
        }
    }
    return lines;
}

// The words of all of them.
inline std::vector<std::string> inventory_words(const std::string& list) {
    std::vector<std::string> words;
    for (const std::string& line : inventory_lines(list)) {
        std::istringstream text(line);
        for (std::string word; text >> word;) {
            words.push_back(word);
        }
    }
    return words;
}

}  // namespace ghreveal
