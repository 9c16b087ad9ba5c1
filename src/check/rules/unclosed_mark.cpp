#include "check/rules/unclosed_mark.h"

#include <algorithm>
#include <array>

#include "support/ascii.h"

namespace ghreveal::check {

namespace {

constexpr std::string_view kOpening = "([\"'";

// A run of the same sign, and what stands around it; blanks at the text's ends.
struct Mark {
    std::size_t at;
    std::size_t length;
    char before;
    char after;

    std::size_t end() const { return at + length; }
};

Mark mark_at(std::string_view text, std::size_t at) {
    const std::size_t end = std::min(text.find_first_not_of(text[at], at), text.size());
    return {at, end - at, at == 0 ? ' ' : text[at - 1], end == text.size() ? ' ' : text[end]};
}

bool begins_word(const Mark& mark) {
    return (ascii::is_space(mark.before) || kOpening.find(mark.before) != kOpening.npos) &&
           ascii::is_word_or_beyond(mark.after);
}

// Calls take(Mark) for each run of the sign until it returns true.
template <typename Take>
void any_mark(std::string_view text, char sign, std::size_t from, Take&& take) {
    for (std::size_t at = text.find(sign, from); at != text.npos;) {
        const Mark mark = mark_at(text, at);
        if (take(mark)) {
            return;
        }
        at = text.find(sign, mark.end());
    }
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
    return static_cast<std::size_t>(std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at),
                                                     text.end(), ascii::is_word_or_beyond) -
                                    text.begin());
}

// The line from the mark on, of a few words.
std::string_view excerpt(std::string_view text, std::size_t at) {
    constexpr std::size_t kLong = 30;
    const std::string_view line = text.substr(at, text.find('\n', at) - at);
    return line.size() <= kLong ? ascii::trimmed(line) : line.substr(0, line.rfind(' ', kLong));
}

// Of Python's arguments: `f(*args, **kwargs)`.
bool is_argument(std::string_view word) {
    constexpr std::array<std::string_view, 6> kNames{"kwargs", "kw",      "kwds",
                                                     "opts",   "options", "params"};
    return std::find(kNames.begin(), kNames.end(), word) != kNames.end();
}

std::string hint_for_pair(const Mark& close) {
    return ascii::is_word_or_beyond(close.after)
               ? "the mark that ends it may not stand between a sign and a letter; leave a blank"
               : "inside of HTML Markdown is not read: write <strong>, or the text outside of it";
}

std::optional<UnclosedMark> unclosed_strong(std::string_view text) {
    constexpr std::size_t kStrong = 2;
    constexpr std::size_t kStrongEmphasis = 3;
    std::optional<UnclosedMark> found;
    any_mark(text, '*', 0, [&](const Mark& open) {
        const std::size_t word_end = end_of_word(text, open.end());
        if ((open.length != kStrong && open.length != kStrongEmphasis) || !begins_word(open) ||
            is_argument(text.substr(open.end(), word_end - open.end()))) {
            return false;
        }
        found =
            UnclosedMark{open.at, text.substr(open.at, word_end - open.at), excerpt(text, open.at),
                         "end it with " + std::string(open.length, '*') +
                             " right behind the last word of the paragraph or line"};
        any_mark(text, '*', word_end, [&](const Mark& close) {
            if (close.length == open.length && !ascii::is_space(close.before)) {
                found->shown = text.substr(open.at, close.end() - open.at);
                found->hint = hint_for_pair(close);
                return true;
            }
            return false;
        });
        return true;
    });
    return found;
}

// `** bold**` at the beginning of a line.
std::optional<UnclosedMark> strong_behind_blank(std::string_view text) {
    constexpr std::size_t kStrong = 2;
    std::optional<UnclosedMark> found;
    any_mark(text, '*', 0, [&](const Mark& open) {
        const bool begins_line = open.at == 0 || open.before == '\n';
        const std::size_t close_at = text.find('*', open.end());
        const std::size_t word = text.find_first_not_of(' ', open.end());
        if (!begins_line || open.length != kStrong || open.after != ' ' || close_at == text.npos ||
            word >= close_at || text.substr(word, close_at - word).find('\n') != text.npos) {
            return false;
        }
        const Mark close = mark_at(text, close_at);
        if (close.length == kStrong && ascii::is_word_or_beyond(close.before) &&
            !ascii::is_word_or_beyond(close.after)) {
            found = UnclosedMark{open.at, text.substr(open.at, end_of_word(text, word) - open.at),
                                 text.substr(open.at, close.end() - open.at),
                                 "no blank may stand behind the mark that begins it"};
        }
        return found.has_value();
    });
    return found;
}

// TeX and old manuals quote ``so'' and `so'; Markdown may have made the ends typographic.
bool ends_quote(std::string_view text, std::size_t from) {
    constexpr std::array<std::string_view, 3> kEnds{"'", "\u2019", "\u201d"};
    return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view sign) {
        const std::size_t at = text.find(sign, from);
        const std::size_t behind = at == text.npos ? at : at + sign.size();
        return at != text.npos && (behind == text.size() || !ascii::is_alphanumeric(text[behind]));
    });
}

std::optional<UnclosedMark> unclosed_code(std::string_view text) {
    constexpr std::size_t kLongest = 2;  // more are a fence
    std::optional<UnclosedMark> found;
    any_mark(text, '`', 0, [&](const Mark& open) {
        const bool is_first_of_pair = text.find('`', open.end()) != text.npos;
        if (open.length <= kLongest && begins_word(open) && !is_first_of_pair &&
            !ends_quote(text, open.end())) {
            const std::size_t word_end = end_of_word(text, open.end());
            found = UnclosedMark{open.at, text.substr(open.at, word_end - open.at),
                                 excerpt(text, open.at),
                                 "end the code with " + std::string(open.length, '`')};
        }
        return true;
    });
    return found;
}

}  // namespace

std::optional<UnclosedMark> unclosed_mark(std::string_view text) {
    for (const auto& find : {unclosed_strong, strong_behind_blank, unclosed_code}) {
        if (const auto mark = find(text)) {
            return mark;
        }
    }
    return std::nullopt;
}

}  // namespace ghreveal::check
