#include "check/source_text.h"

#include <algorithm>

#include "support/ascii.h"
#include "support/file.h"
#include "support/unicode/utf8.h"

namespace ghreveal::check {

namespace {

// How wide a line may be to be shown, and looked through for a place.
constexpr std::size_t kLongestLine = 4000;

int columns_in(std::string_view text) {
    return static_cast<int>(utf8::length(text));
}

std::string_view first_quoted(std::string_view sentence) {
    const std::size_t open = sentence.find('\'');
    const std::size_t close = open == std::string_view::npos ? open : sentence.find('\'', open + 1);
    return close == std::string_view::npos ? "" : sentence.substr(open + 1, close - open - 1);
}

}  // namespace

const std::vector<std::string>& SourceTexts::lines_of(const std::string& file) {
    const auto [known, is_new] = files_.try_emplace(file);
    if (is_new && is_file(file)) {
        try {
            const std::string text = utf8::sanitized(read_file(file, limits_.source_bytes));
            for (const std::string_view line : ascii::split(text, '\n')) {
                known->second.emplace_back(
                    line.substr(0, line.ends_with('\r') ? line.size() - 1 : line.size()));
            }
        } catch (const Error&) {
            known->second.clear();  // it is told without its source
        }
    }
    return known->second;
}

std::string_view SourceTexts::line(const std::string& file, int number) {
    if (number < 1 || file.empty()) {
        return "";
    }
    const std::vector<std::string>& lines = lines_of(file);
    const auto index = static_cast<std::size_t>(number) - 1;
    return index < lines.size() && lines[index].size() <= kLongestLine
               ? std::string_view(lines[index])
               : "";
}

SourcePosition with_columns(SourcePosition where, std::string_view line,
                            std::string_view sentence) {
    const std::string_view quoted = first_quoted(sentence);
    const std::size_t at = quoted.empty() ? std::string_view::npos : line.find(quoted);
    if (where.column == 0 && at != std::string_view::npos) {
        where.column = columns_in(line.substr(0, at)) + 1;
        where.end_column = where.column + columns_in(quoted);
    }
    return where;
}

bool names_first_quoted(std::string_view line, std::string_view sentence) {
    const std::string_view quoted = first_quoted(sentence);
    for (std::size_t at = quoted.empty() ? line.npos : line.find(quoted); at != line.npos;
         at = line.find(quoted, at + 1)) {
        const std::size_t end = at + quoted.size();
        const auto is_word = [&](std::size_t i) {
            return i < line.size() && (ascii::is_word_or_beyond(line[i]) || line[i] == '-');
        };
        // The sign § is two bytes beyond ASCII, and part of no word.
        if ((at == 0 || !is_word(at - 1)) && (!is_word(end) || line.substr(end).starts_with("§"))) {
            return true;
        }
    }
    return false;
}

bool disables(std::string_view line, std::string_view kind, Rule rule) {
    const std::size_t begin = line.find("<!--");
    const std::size_t end = line.find("-->", begin == std::string_view::npos ? 0 : begin);
    if (begin == std::string_view::npos || end == std::string_view::npos) {
        return false;
    }
    bool names_any = false;
    bool is_first = true;
    bool is_of_kind = false;
    bool names_rule = false;
    ascii::any_word(line.substr(begin + 4, end - begin - 4), [&](std::string_view word) {
        if (is_first) {
            is_of_kind = word == kind;
            is_first = false;
        } else {
            names_any = true;
            names_rule = names_rule || word == facts_of(rule).name;
        }
        return false;
    });
    return is_of_kind && (names_rule || !names_any);
}

}  // namespace ghreveal::check
