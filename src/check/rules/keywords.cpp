#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "check/rules/rules_of_deck.h"
#include "check/rules/text_lines.h"
#include "check/source_text.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::check {

namespace {

constexpr std::string_view kSign = "§";
constexpr std::string_view kEnd = "§;";

class KeywordCheck {
public:
    KeywordCheck(const deck::Deck& deck, Diagnostics& diagnostics)
        : deck_(deck), diagnostics_(diagnostics) {}

    void check(const std::vector<std::string>& lines) {
        for_each_text_line(lines,
                           [this](std::string_view line, int number) { check_line(line, number); });
    }

private:
    void check_line(std::string_view line, int number) {
        for (std::size_t at = line.find(kSign); at != std::string_view::npos;
             at = line.find(kSign, at + kSign.size())) {
            if (!is_in_code_span(line, at)) {
                check_keyword(line.substr(at + kSign.size()), number);
            }
        }
    }

    void check_keyword(std::string_view rest, int line) {
        const auto letters = static_cast<std::size_t>(
            std::find_if_not(rest.begin(), rest.end(), ascii::is_letter) - rest.begin());
        const std::string_view word = rest.substr(0, letters);
        // The longest first: §fragment is no §f….
        for (const std::string_view name : {"new", "break", "notes"}) {
            if (word.starts_with(name) && word.size() > name.size()) {
                warn(line,
                     fmt::format("'§{}' is taken as §{} and the text '{}'", word, name,
                                 word.substr(name.size())),
                     fmt::format("write a blank behind §{}", name));
            }
        }
        check_place(word, rest, line);
        if (!rest.substr(letters).starts_with(':')) {
            return;
        }
        const std::string_view behind = rest.substr(letters + 1);
        const std::size_t end = behind.find(kEnd);
        if (end != std::string_view::npos) {
            check_arguments(word, ascii::trimmed(behind.substr(0, end)), line);
        }
    }

    // `§new§` and `§ new`.
    void check_place(std::string_view word, std::string_view rest, int line) {
        constexpr std::string_view kNames =
            "new break notes fragment slide element pelement id icon";
        const std::string_view behind = rest.substr(word.size());
        const bool is_bare = word == "new" || word == "break" || word == "notes";
        if (is_bare && behind.starts_with(kSign) && !behind.starts_with(kEnd)) {
            warn(line, fmt::format("'§{}§' is shown as text", word),
                 fmt::format("write §{}", word));
        }
        if (word.empty() && rest.starts_with(' ')) {
            const auto end = std::find_if_not(rest.begin() + 1, rest.end(), ascii::is_letter);
            const std::string_view name(rest.data() + 1,
                                        static_cast<std::size_t>(end - rest.begin()) - 1);
            if (ascii::any_word(kNames, [&](std::string_view known) { return known == name; })) {
                warn(line, fmt::format("'§ {}' is shown as text", name),
                     fmt::format("write §{}, without a blank", name));
            }
        }
    }

    void check_arguments(std::string_view word, std::string_view arguments, int line) {
        if (word == "id" && arguments.empty()) {
            warn(line, "'§id' names nothing", "write §id:NAME§;");
        } else if (word == "fragment" && !is_number(arguments)) {
            warn(line, fmt::format("'{}' is no number of a step", arguments),
                 "write §fragment:2§;, or §fragment for the next step");
        } else if (word == "slide" || word == "element" || word == "pelement") {
            check_pairs(word, arguments, line);
        }
    }

    void check_pairs(std::string_view word, std::string_view arguments, int line) {
        // What stands in quotes may have blanks in it.
        const bool quoted = arguments.find_first_of("\"'“”‘’") != std::string_view::npos;
        const std::vector<std::string_view> pairs = ascii::words(arguments);
        const bool sets_any = std::any_of(pairs.begin(), pairs.end(), [](std::string_view pair) {
            return pair.find('=') != std::string_view::npos && pair[0] != '=';
        });
        if (!sets_any) {
            warn(line, fmt::format("'§{}:{}' sets nothing", word, arguments),
                 fmt::format("write §{}:NAME=VALUE§;", word));
            return;
        }
        for (const std::string_view pair : pairs) {
            if (!quoted && pair.find('=') == std::string_view::npos) {
                warn(line, fmt::format("'{}' in §{} has no effect", pair, word),
                     "an attribute is NAME=VALUE, without blanks");
            }
        }
    }

    static bool is_number(std::string_view text) {
        return !text.empty() && std::all_of(text.begin(), text.end(), ascii::is_digit);
    }

    void warn(int line, std::string what, std::string hint) {
        diagnostics_.warn(Rule::kKeywordWithoutEffect, {deck_.file, line}, std::move(what),
                          std::move(hint));
    }

    const deck::Deck& deck_;
    Diagnostics& diagnostics_;
};

}  // namespace

void check_keywords(const deck::Deck& deck, SourceTexts& sources, Diagnostics& diagnostics) {
    if (deck.format == deck::Format::kGhReveal) {
        KeywordCheck(deck, diagnostics).check(sources.lines_of(deck.file));
    }
}

}  // namespace ghreveal::check
