#include "layout/grid/grid_lines.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace ghreveal::layout {

using css::GridLine;

namespace {

// In their order, each once.
std::vector<int> lines_named(const NamedLines& lines, const std::string& name) {
    std::vector<int> named;
    const auto [first, last] = lines.names->equal_range(name);
    for (auto found = first; found != last; ++found) {
        named.push_back(found->second);
    }
    std::sort(named.begin(), named.end());
    named.erase(std::unique(named.begin(), named.end()), named.end());
    return named;
}

// The line that a name means at an item's start or end (§8.3).
std::optional<int> named_line(const NamedLines& lines, const std::string& name, bool is_end) {
    if (const auto area = lines.areas->find(name); area != lines.areas->end()) {
        const css::GridArea& a = area->second;
        return lines.is_row ? (is_end ? a.row_end : a.row_start)
                            : (is_end ? a.column_end : a.column_start);
    }
    for (const std::string& wanted : {name + (is_end ? "-end" : "-start"), name}) {
        if (const std::vector<int> named = lines_named(lines, wanted); !named.empty()) {
            return named.front();
        }
    }
    const auto ends_with = [&name](std::string_view suffix) { return name.ends_with(suffix); };
    if (ends_with("-start") || ends_with("-end")) {
        const auto area = lines.areas->find(name.substr(0, name.rfind('-')));
        if (area != lines.areas->end()) {
            return named_line(lines, area->first, ends_with("-end"));
        }
    }
    return std::nullopt;
}

// The number-th line of the name; lines beyond the explicit ones have every name.
int numbered_line(const NamedLines& lines, const GridLine& line) {
    const std::vector<int> named = lines_named(lines, line.name);
    const int count = static_cast<int>(named.size());
    if (line.number > 0) {
        return line.number <= count ? named[static_cast<std::size_t>(line.number - 1)]
                                    : lines.explicit_count + line.number - count;
    }
    return -line.number <= count ? named[static_cast<std::size_t>(count + line.number)]
                                 : line.number + count;
}

// Of an item without a given line; a span to a name is one track there.
int span_length(const NamedLines& lines, const GridLine& line) {
    return line.is_span && line.name.empty() ? std::clamp(line.number, 1, lines.most_tracks) : 1;
}

}  // namespace

std::optional<int> line_index(const NamedLines& lines, const GridLine& line, bool is_end) {
    if (line.is_span || line.is_auto()) {
        return std::nullopt;
    }
    if (line.number == 0) {
        return named_line(lines, line.name, is_end).value_or(lines.explicit_count + 1);
    }
    if (!line.name.empty()) {
        return numbered_line(lines, line);
    }
    return line.number > 0 ? line.number - 1 : lines.explicit_count + 1 + line.number;
}

int span_after(const NamedLines& lines, const GridLine& line, int from) {
    const int count = line.is_span ? std::clamp(line.number, 1, lines.most_tracks) : 1;
    if (!line.is_span || line.name.empty()) {
        return count;
    }
    std::vector<int> named = lines_named(lines, line.name);
    std::erase_if(named, [from](int at) { return at <= from; });
    const auto there = static_cast<int>(named.size());
    return count <= there ? named[static_cast<std::size_t>(count - 1)] - from
                          : std::max(from, lines.explicit_count) + count - there - from;
}

int span_before(const NamedLines& lines, const GridLine& line, int to) {
    const int count = line.is_span ? std::clamp(line.number, 1, lines.most_tracks) : 1;
    if (!line.is_span || line.name.empty()) {
        return count;
    }
    std::vector<int> named = lines_named(lines, line.name);
    std::erase_if(named, [to](int at) { return at >= to; });
    const auto there = static_cast<int>(named.size());
    return count <= there ? to - named[static_cast<std::size_t>(there - count)]
                          : to - std::min(to, 0) + count - there;
}

WantedSpan wanted_span(const NamedLines& lines, const GridLine& start, const GridLine& end) {
    const auto from = line_index(lines, start, false);
    const auto to = line_index(lines, end, true);
    WantedSpan span;
    if (from && to) {
        span.start = std::min(*from, *to);
        span.length = std::max(1, std::abs(*to - *from));
    } else if (from) {
        span.start = from;
        span.length = span_after(lines, end, *from);
    } else if (to) {
        span.length = span_before(lines, start, *to);
        span.start = *to - span.length;
    } else {
        span.length = span_length(lines, start.is_span ? start : end);
    }
    if (span.start) {
        span.start = std::clamp(*span.start, -lines.most_tracks / 2, lines.most_tracks - 1);
    }
    span.length = std::min(span.length, std::max(1, lines.most_tracks / 2));
    return span;
}

}  // namespace ghreveal::layout
