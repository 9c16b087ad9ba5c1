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

}  // namespace ghreveal::markdown
