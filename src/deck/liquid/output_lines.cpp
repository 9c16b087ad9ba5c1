#include "deck/liquid/output_lines.h"

#include <algorithm>

namespace ghreveal::deck::liquid {

void OutputLines::add_to_line(std::string_view piece, markdown::Origin origin) {
    if (!is_open_) {
        lines_.push_back({"", origin});
        is_open_ = true;
    }
    markdown::SourceLine& line = lines_.back();
    if (line.text.empty()) {
        line.origin = origin;
    }
    line.text += piece;
}

void OutputLines::add_written(std::string_view text, markdown::Origin first) {
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        add_to_line(text.substr(0, end), first);
        if (end == text.npos) {
            return;
        }
        is_open_ = false;
        text.remove_prefix(end + 1);
        ++first.line;
    }
}

void OutputLines::add_made(std::string_view text, markdown::Origin origin) {
    while (!text.empty()) {
        const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
        add_written(text.substr(0, size), origin);
        text.remove_prefix(size);
    }
}

void OutputLines::add_lines(const markdown::SourceLines& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
        add_to_line(lines[i].text, lines[i].origin);
        is_open_ = i + 1 == lines.size();
    }
}

std::string OutputLines::text() const {
    std::string text;
    for (const markdown::SourceLine& line : lines_) {
        text += line.text;
        text += '\n';
    }
    if (is_open_) {
        text.pop_back();
    }
    return text;
}

}  // namespace ghreveal::deck::liquid
