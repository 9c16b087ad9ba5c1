#include "markdown/reveal/table_delimiters.h"

#include <algorithm>

#include "markdown/reveal/fence.h"
#include "markdown/reveal/list_marker.h"
#include "support/ascii.h"

namespace ghreveal::markdown::reveal {

namespace {

bool is_delimiter_row(std::string_view line) {
    return line.find('-') != line.npos && line.find('|') != line.npos &&
           line.find_first_not_of(" \t|:-\r") == line.npos;
}

// A list's item or a quote (CommonMark §5): what follows it may go on with it.
bool begins_container(std::string_view line) {
    return begins_item(line) || ascii::trimmed(line).starts_with('>');
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
        for (std::size_t at = 0; at < line.size(); ++at) {
            result += line[at];
            const bool run_ends = line[at] == '-' && line.substr(at + 1, 1) != "-";
            while (widens && run_ends && !result.ends_with("---")) {
                result += '-';
            }
        }
    }
    return result;
}

std::string with_parted_tables(std::string_view text) {
    std::string result;
    result.reserve(text.size() + 8);
    bool in_code = false;
    bool in_text = false;  // the line before belongs to a paragraph, not to a list or quote
    bool in_container = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end);
        in_code = in_code != is_fence(line);
        const bool is_blank = ascii::is_blank(line);
        in_container = !is_blank && (in_container || begins_container(line));
        const std::string_view next = text.substr(0, text.find('\n'));
        if (in_text && !in_code && line.find('|') != line.npos && is_delimiter_row(next)) {
            result += '\r';
        }
        result += line;
        in_text = !is_blank && !in_code && !in_container && !is_fence(line);
    }
    return result;
}

}  // namespace ghreveal::markdown::reveal
