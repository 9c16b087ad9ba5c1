#include "markdown/source_text.h"

namespace ghreveal::markdown {

SourceLines split_lines(std::string_view text, Origin first) {
    SourceLines lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        lines.push_back({std::string(text.substr(0, end)), first});
        ++first.line;
        text.remove_prefix(end);
        text.remove_prefix(text.starts_with("\r\n") ? 2 : std::min<std::size_t>(1, text.size()));
    }
    return lines;
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

}  // namespace ghreveal::markdown
