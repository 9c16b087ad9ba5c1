#include "deck/source_text.h"

namespace ghreveal::deck {

namespace {
constexpr std::string_view kWhiteSpace = " \t\r\n\f";
}

SourceLines split_lines(std::string_view text, int first_number) {
    SourceLines lines;
    int number = first_number;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        lines.push_back({std::string(line), number++});
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

bool is_blank(std::string_view line) {
    return line.find_first_not_of(kWhiteSpace) == std::string_view::npos;
}

std::size_t indentation(std::string_view line) {
    constexpr std::size_t kTabStop = 4;
    std::size_t columns = 0;
    for (const char c : line) {
        if (c == ' ') {
            ++columns;
        } else if (c == '\t') {
            columns += kTabStop - columns % kTabStop;
        } else {
            break;
        }
    }
    return columns;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(kWhiteSpace);
    if (begin == std::string_view::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(kWhiteSpace) - begin + 1);
}

}  // namespace ghreveal::deck
