#include "markdown/reveal/tables.h"

#include <algorithm>

#include "markdown/reveal/fence.h"
#include "markdown/reveal/html_tag.h"
#include "markdown/reveal/lists/list_marker.h"
#include "support/ascii.h"

namespace ghreveal::markdown::reveal {

namespace {

bool is_delimiter_row(std::string_view line) {
    return line.find('-') != line.npos && line.find('|') != line.npos &&
           line.find_first_not_of(" \t|:-\r\n") == line.npos;
}

// A list's item or a quote (CommonMark §5): what follows it may go on with it.
bool begins_container(std::string_view line) {
    return begins_item(line) || ascii::trimmed(line).starts_with('>');
}

bool is_indented_code(std::string_view line) {
    return line.starts_with("    ") || line.starts_with('\t');
}

// CommonMark §4.2, with a blank behind the marks.
bool is_heading(std::string_view line) {
    const std::string_view text = ascii::trimmed(line);
    const std::size_t level = std::min(text.find_first_not_of('#'), text.size());
    return level > 0 && level <= 6 && (level == text.size() || ascii::is_space(text[level]));
}

// marked wants HTML that ends a table at the very beginning of its line.
bool begins_other_block(std::string_view line) {
    return is_indented_code(line) || is_fence(line) || is_heading(line) ||
           line.starts_with("<!--") || (line.starts_with('<') && begins_html_block(line));
}

// The line with which a table begins tells whether its rows have pipes at their beginning.
bool is_row_like(std::string_view line, bool begins_with_pipe) {
    return begins_with_pipe ? ascii::trimmed(line).starts_with('|') : line.find('|') != line.npos;
}

}  // namespace

std::string with_wide_delimiters(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    bool in_code = false;
    bool in_html = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end);
        in_code = is_fence(line) ? !in_code : in_code;
        in_html = !ascii::is_blank(line) && (in_html || (!in_code && begins_html_block(line)));
        const bool widens = !in_code && !in_html && is_delimiter_row(line);
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
    bool in_text = false;  // the line before belongs to a paragraph, not to a list, quote or HTML
    bool in_container = false;
    bool in_html = false;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end);
        in_code = in_code != is_fence(line);
        const bool is_blank = ascii::is_blank(line);
        in_container = !is_blank && (in_container || begins_container(line));
        in_html = !is_blank && (in_html || (!in_code && begins_html_block(line)));
        const std::string_view next = text.substr(0, text.find('\n'));
        if (in_text && !in_code && line.find('|') != line.npos && is_delimiter_row(next)) {
            result += '\r';
        }
        result += line;
        in_text = !is_blank && !in_code && !in_container && !in_html && !is_fence(line);
    }
    return result;
}

std::string with_ended_tables(std::string_view text, TableEnd end_of_tables) {
    if (end_of_tables == TableEnd::kEmptyLine) {
        return std::string(text);
    }
    std::string result;
    result.reserve(text.size() + 8);
    bool in_code = false;
    bool in_container = false;
    bool in_table = false;
    bool begins_with_pipe = false;
    std::string_view before;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end);
        const bool is_blank = ascii::is_blank(line);
        in_container = !is_blank && (in_container || begins_container(line));
        if (in_table && (is_blank || in_container)) {
            in_table = false;
        } else if (in_table &&
                   (end_of_tables == TableEnd::kBlock ? begins_other_block(line)
                                                      : !is_row_like(line, begins_with_pipe))) {
            result += '\r';
            in_table = false;
        } else if (!in_table && !in_code && !in_container && is_delimiter_row(line) &&
                   before.find('|') != before.npos) {
            in_table = true;
            begins_with_pipe = ascii::trimmed(before).starts_with('|');
        }
        in_code = in_code != is_fence(line);
        result += line;
        before = line;
    }
    return result;
}

}  // namespace ghreveal::markdown::reveal
