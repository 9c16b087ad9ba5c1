#include "check/rules/foreign_markup.h"

#include <algorithm>

#include "support/ascii.h"

namespace ghreveal::check {

namespace {

constexpr auto kNowhere = std::string_view::npos;

// Markdown-it's and pandoc's `==marked==`, without blanks inside its signs.
std::optional<ForeignMark> marked_text(std::string_view text) {
    constexpr std::string_view kSign = "==";
    constexpr std::size_t kLong = 80;
    const std::size_t at = text.find(kSign);
    const std::size_t end = at == kNowhere ? at : text.find(kSign, at + 2);
    if (end == kNowhere || end - at > kLong || end == at + 2) {
        return std::nullopt;
    }
    const auto is_sign_or_blank = [&](std::size_t i) {
        return i < text.size() && (ascii::is_space(text[i]) || text[i] == '=');
    };
    const bool begins = at == 0 || !ascii::is_word_or_beyond(text[at - 1]);
    const bool ends = end + 2 == text.size() || !ascii::is_word_or_beyond(text[end + 2]);
    const std::string_view inside = text.substr(at + 2, end - at - 2);
    if (!begins || !ends || is_sign_or_blank(at + 2) || is_sign_or_blank(end - 1) ||
        text.substr(end + 2).starts_with('=') || inside.find('\n') != kNowhere) {
        return std::nullopt;
    }
    return ForeignMark{at, std::string(text.substr(at, end + 2 - at)),
                       "write <mark>" + std::string(inside) + "</mark>"};
}

// Pandoc's `x^2^`.
std::optional<ForeignMark> superscript(std::string_view text) {
    constexpr std::size_t kLong = 8;
    for (std::size_t at = text.find('^'); at != kNowhere; at = text.find('^', at + 1)) {
        const std::size_t end = text.find('^', at + 1);
        if (end == kNowhere) {
            return std::nullopt;
        }
        const std::string_view inside = text.substr(at + 1, end - at - 1);
        const bool is_short = !inside.empty() && inside.size() <= kLong &&
                              std::all_of(inside.begin(), inside.end(), [](char c) {
                                  return ascii::is_alphanumeric(c) || c == '+' || c == '-';
                              });
        if (is_short && at > 0 && ascii::is_word_or_beyond(text[at - 1])) {
            return ForeignMark{at, std::string(text.substr(at, end + 1 - at)),
                               "write <sup>" + std::string(inside) + "</sup>"};
        }
    }
    return std::nullopt;
}

// GitHub's `> [!NOTE]`.
std::optional<ForeignMark> alert(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(ascii::kSpace), text.size());
    const std::size_t end = text.find(']', begin);
    if (!text.substr(begin).starts_with("[!") || end == kNowhere) {
        return std::nullopt;
    }
    const std::string_view name = text.substr(begin + 2, end - begin - 2);
    if (name.empty() || !std::all_of(name.begin(), name.end(), ascii::is_letter)) {
        return std::nullopt;
    }
    return ForeignMark{begin, std::string(text.substr(begin, end + 1 - begin)),
                       "alerts are GitHub's; give the quotation a class of your own"};
}

// Pandoc's `::: box`, at a line's beginning.
std::optional<ForeignMark> container(std::string_view text) {
    constexpr std::string_view kSign = ":::";
    for (std::size_t at = text.find(kSign); at != kNowhere; at = text.find(kSign, at + 3)) {
        if (at == 0 || text[at - 1] == '\n') {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            return ForeignMark{at, std::string(ascii::trimmed(text.substr(at, end - at))),
                               "write <div class=\"name\" markdown=\"1\"> and </div>"};
        }
    }
    return std::nullopt;
}

// An end of what is not open, a comment without an end: kramdown makes text of them, of `--` a
// dash.
std::optional<ForeignMark> broken_html(std::string_view text) {
    for (const std::string_view begin : {"<!--", "<!–"}) {
        if (const std::size_t at = text.find(begin); at != kNowhere) {
            return ForeignMark{at, "<!--", "end the comment with -->"};
        }
    }
    for (std::size_t at = text.find("</"); at != kNowhere; at = text.find("</", at + 2)) {
        const std::size_t end = text.find('>', at);
        const std::string_view name = end == kNowhere ? "" : text.substr(at + 2, end - at - 2);
        if (!name.empty() && std::all_of(name.begin(), name.end(), ascii::is_alphanumeric)) {
            return ForeignMark{at, std::string(text.substr(at, end + 1 - at)),
                               "no such element is open there; leave it out"};
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<ForeignMark> foreign_mark(std::string_view text) {
    for (auto* find : {marked_text, superscript, alert, container, broken_html}) {
        if (auto mark = find(text)) {
            return mark;
        }
    }
    return std::nullopt;
}

}  // namespace ghreveal::check
