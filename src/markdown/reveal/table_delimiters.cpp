#include "markdown/reveal/table_delimiters.h"

#include <algorithm>

#include "markdown/reveal/fence.h"

namespace ghreveal::markdown::reveal {

namespace {

bool is_delimiter_row(std::string_view line) {
    return line.find('-') != line.npos && line.find('|') != line.npos &&
           line.find_first_not_of(" \t|:-\r") == line.npos;
}

}  // namespace

std::string with_wide_delimiters(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    bool in_code = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end);
        in_code = is_fence(line) ? !in_code : in_code;
        const bool widens = !in_code && is_delimiter_row(line.substr(0, line.find('\n')));
        for (const char c : line) {
            result +=
                widens && c == '-' && !result.ends_with('-') ? "---" : std::string_view(&c, 1);
        }
    }
    return result;
}

}  // namespace ghreveal::markdown::reveal
