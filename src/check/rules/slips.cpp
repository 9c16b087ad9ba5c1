// Slips in the lines of a Markdown deck that leave no trace in its tree: front matter and code that
// do not begin or end where they should, items without a blank, comments that set nothing.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rules/rules_of_deck.h"
#include "check/rules/text_lines.h"
#include "check/source_text.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::check {

namespace {

constexpr std::string_view kFrontMatterMark = "---";

bool is_key_line(std::string_view line) {
    const std::size_t colon = line.find(": ");
    return colon != std::string_view::npos && colon > 0 &&
           std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon),
                       [](char c) { return ascii::is_alphanumeric(c) || c == '_' || c == '-'; });
}

class SlipCheck {
public:
    SlipCheck(const deck::Deck& deck, const std::vector<std::string>& lines,
              Diagnostics& diagnostics)
        : deck_(deck), lines_(lines), diagnostics_(diagnostics) {}

    void check() {
        check_front_matter_place();
        check_fences();
        if (deck_.format == deck::Format::kGhReveal) {
            check_fence_words();
        } else {
            check_fence_lines();
        }
        for_each_text_line(lines_, [this](std::string_view line, int number) {
            check_item(line, number);
            note_footnotes(line, number);
            check_lost_sign(line, number);
            if (deck_.format == deck::Format::kGhReveal) {
                check_numbered_item(line, number);
                check_reveal_comment(line, number);
            }
            if (deck_.format == deck::Format::kMarkdown) {
                check_comment(line, number);
                check_notes_mark(line, number);
            }
        });
        check_footnotes();
    }

private:
    // Blank lines above it, or marks of another length, make it text of the first slide.
    void check_front_matter_place() {
        const auto first =
            std::find_if_not(lines_.begin(), lines_.end(),
                             [](const std::string& line) { return ascii::is_blank(line); });
        if (first == lines_.end() || first + 1 == lines_.end()) {
            return;
        }
        const std::string_view mark = ascii::trimmed(*first);
        const bool is_mark = mark.starts_with(kFrontMatterMark) &&
                             mark.find_first_not_of('-') == std::string_view::npos;
        const bool is_in_place = first == lines_.begin() && mark == kFrontMatterMark;
        if (is_mark && !is_in_place && is_key_line(*(first + 1))) {
            warn(static_cast<int>(first - lines_.begin()) + 1, "the front matter is shown as text",
                 "it begins in the file's first line, and ends, with three dashes: ---");
        }
    }

    // CommonMark §4.5: a fence is closed by one of its sign that is no shorter.
    void check_fences() {
        constexpr std::size_t kShortest = 3;
        std::string_view open;
        int line = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const std::string_view text = ascii::trimmed(lines_[i]);
            const char sign = text.empty() ? ' ' : text.front();
            const std::size_t length = std::min(text.find_first_not_of(sign), text.size());
            if ((sign != '`' && sign != '~') || length < kShortest ||
                (open.empty() && text.substr(length).find('`') != std::string_view::npos)) {
                continue;
            }
            if (open.empty()) {
                open = text.substr(0, length);
                line = static_cast<int>(i) + 1;
            } else if (text.starts_with(open) && text.size() == length) {
                open = {};
            }
        }
        if (!open.empty()) {
            warn(line, "the code that begins here is never ended",
                 fmt::format("end it with a line of {}", open));
        }
    }

    // What programs write where they could not read a sign.
    void check_lost_sign(std::string_view line, int number) {
        if (line.find("\uFFFD") != line.npos && !has_lost_sign_) {
            has_lost_sign_ = true;
            warn(number, "a sign was lost here: U+FFFD stands for it",
                 "write it anew; the file was once read in another encoding");
        }
    }

    // reveal.js's lines of code are in brackets: `js [1,3|5]`.
    void check_fence_lines() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const std::string_view text = ascii::trimmed(lines_[i]);
            if (!text.starts_with("```")) {
                continue;
            }
            const std::size_t open = text.find_first_of("[{");
            const bool has_numbers =
                open != text.npos && open + 1 < text.size() && ascii::is_digit(text[open + 1]);
            if (has_numbers && (text[open] == '{' || text.find(']', open) == text.npos)) {
                warn(static_cast<int>(i) + 1,
                     fmt::format("'{}' names no lines of the code", text.substr(open)),
                     "write them in brackets: [1,3-5|6]");
            }
        }
    }

    // Two lines that begin with `-word`: one may be anything.
    void check_item(std::string_view line, int number) {
        const std::string_view text = ascii::trimmed(line);
        const bool is_like_item =
            text.size() > 1 && text.front() == '-' && (ascii::is_letter(text[1]) || text[1] == '[');
        if (is_like_item && last_like_item_ == number - 1 && !is_told_of_items_) {
            is_told_of_items_ = true;
            warn(last_like_item_, "these lines are shown as text, not as a list",
                 "write a blank behind each dash");
        }
        last_like_item_ = is_like_item ? number : last_like_item_;
    }

    // kramdown's numbers end in a dot: `1) one` is CommonMark's. Two lines: one may be anything.
    void check_numbered_item(std::string_view line, int number) {
        const std::string_view text = ascii::trimmed(line);
        const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
        const bool is_like_item = digits > 0 && text.substr(digits).starts_with(") ");
        if (is_like_item && last_numbered_ == number - 1 && !is_told_of_numbers_) {
            is_told_of_numbers_ = true;
            warn(last_numbered_, "these lines are shown as text, not as a list",
                 "write a dot behind each number: 1.");
        }
        last_numbered_ = is_like_item ? number : last_numbered_;
    }

    // reveal.js's Markdown has them; in gh-reveal's they are comments.
    void check_reveal_comment(std::string_view line, int number) {
        for (const auto& [mark, keyword] :
             {std::pair{"<!-- .slide:", "slide"}, std::pair{"<!-- .element:", "element"}}) {
            const std::size_t at = line.find(mark);
            if (at != line.npos && !is_in_code_span(line, at)) {
                diagnostics_.warn(Rule::kUnknownAttribute, {deck_.file, number},
                                  fmt::format("'{}' sets nothing in a deck of gh-reveal", mark),
                                  fmt::format("write §{}:NAME=VALUE§;", keyword));
            }
        }
    }

    // kramdown's fences name a language in one word: with more they are no fences.
    void check_fence_words() {
        std::string_view open;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const std::string_view text = ascii::trimmed(lines_[i]);
            if (!text.starts_with("```") && !text.starts_with("~~~")) {
                continue;
            }
            const std::size_t length = text.find_first_not_of(text.front());
            const std::string_view words =
                length == text.npos ? "" : ascii::trimmed(text.substr(length));
            const bool is_like_fence =
                words.find('`') == words.npos && words.find(' ') != words.npos;
            if (!open.empty()) {
                open = text.starts_with(open) && words.empty() ? std::string_view{} : open;
            } else if (is_like_fence) {
                open = text.substr(0, length);
                warn(static_cast<int>(i) + 1, fmt::format("'{}' begins no code in kramdown", text),
                     fmt::format("name the language in one word: {}{}", open,
                                 words.substr(0, words.find_first_of(" {,"))));
            } else if (words.find('`') == words.npos) {
                open = text.substr(0, length);
            }
        }
    }

    // `[^name]: text` and the `[^name]` that show it.
    void note_footnotes(std::string_view line, int number) {
        for (std::size_t at = line.find("[^"); at != line.npos; at = line.find("[^", at + 2)) {
            const std::size_t end = line.find(']', at);
            if (end == line.npos) {
                return;
            }
            const std::string name(line.substr(at + 2, end - at - 2));
            const bool defines =
                ascii::is_blank(line.substr(0, at)) && line.substr(end + 1).starts_with(':');
            if (defines) {
                footnotes_.try_emplace(name, number);
            } else {
                shown_footnotes_.insert(name);
            }
        }
    }

    void check_footnotes() {
        for (const auto& [name, line] : footnotes_) {
            if (!shown_footnotes_.contains(name)) {
                warn(line, fmt::format("the footnote '[^{}]' is not shown", name),
                     fmt::format("nothing refers to it; write [^{}] where it belongs", name));
            }
        }
    }

    // `<!-- slide: …`, `<!-- .elment: …`, `<!-- .slide data-…`: for `<!-- .slide: …`.
    void check_comment(std::string_view line, int number) {
        constexpr std::string_view kBegin = "<!--";
        const std::size_t at = line.find(kBegin);
        if (at == std::string_view::npos) {
            return;
        }
        std::string_view rest = ascii::trimmed(line.substr(at + kBegin.size()));
        const bool has_dot = rest.starts_with('.');
        rest.remove_prefix(has_dot ? 1 : 0);
        const auto letters = static_cast<std::size_t>(
            std::find_if_not(rest.begin(), rest.end(), ascii::is_letter) - rest.begin());
        const std::string word(rest.substr(0, letters));
        const bool has_colon = rest.substr(letters).starts_with(':');
        const bool is_right = has_dot && has_colon && (word == "slide" || word == "element");
        const bool sets = rest.find('=') != std::string_view::npos;
        const std::string near =
            word == "slide" || word == "element" ? word : nearest_match(word, {"slide", "element"});
        if (!is_right && sets && !near.empty() && (has_dot || has_colon)) {
            diagnostics_.warn(Rule::kUnknownAttribute, {deck_.file, number},
                              "this comment sets no attributes",
                              fmt::format("write <!-- .{}: NAME=\"VALUE\" -->", near));
        }
    }

    // As French sets a colon, behind a blank: reveal.js looks for `Note:`.
    void check_notes_mark(std::string_view line, int number) {
        const std::string_view text = ascii::trimmed(line);
        const std::size_t colon = text.find(':');
        const std::string_view word =
            text.substr(0, std::min(text.find_first_not_of("NOTESnotes"), text.size()));
        const bool is_word =
            ascii::equal_ignoring_case(word, "note") || ascii::equal_ignoring_case(word, "notes");
        if (!is_word || colon == text.npos || colon == word.size()) {
            return;
        }
        constexpr std::array<std::string_view, 3> kBlanks{" ", "\u00a0", "\u202f"};
        const std::string_view between = text.substr(word.size(), colon - word.size());
        if (std::find(kBlanks.begin(), kBlanks.end(), between) != kBlanks.end()) {
            warn(number,
                 fmt::format("'{}' begins no notes: they are shown on the slide",
                             text.substr(0, colon + 1)),
                 fmt::format("write {}: without a blank before the colon", word));
        }
    }

    void warn(int line, std::string what, std::string hint) {
        diagnostics_.warn(Rule::kBrokenMarkup, {deck_.file, line}, std::move(what),
                          std::move(hint));
    }

    const deck::Deck& deck_;
    const std::vector<std::string>& lines_;
    Diagnostics& diagnostics_;
    int last_like_item_ = -1;
    bool is_told_of_items_ = false;
    int last_numbered_ = -1;
    bool is_told_of_numbers_ = false;
    bool has_lost_sign_ = false;
    std::map<std::string, int> footnotes_;  // where each is defined
    std::set<std::string> shown_footnotes_;
};

}  // namespace

void check_slips(const deck::Deck& deck, SourceTexts& sources, Diagnostics& diagnostics) {
    if (deck.format != deck::Format::kPage) {
        SlipCheck(deck, sources.lines_of(deck.file), diagnostics).check();
    }
}

}  // namespace ghreveal::check
