#include "deck/settings/front_matter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "check/inventory/key_inventory.h"
#include "check/inventory/reveal_inventory.h"
#include "check/rules/key_lines.h"
#include "check/rules/options.h"
#include "check/rules/rules_of_deck.h"
#include "check/source_text.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::check {

namespace {

// Options of reveal.js that can hardly be a site's own keys.
constexpr std::array<std::string_view, 7> kOptionsOfOneWord{
    "center", "controls", "height", "margin", "progress", "transition", "width"};

// Keys of reveal-md's, which gh-reveal does not read.
constexpr std::array<std::string_view, 5> kRevealMdKeys{"css", "notesSeparator", "revealOptions",
                                                        "separator", "verticalSeparator"};

// Keys that decks of other programs begin with.
struct OtherProgram {
    std::string_view name;
    std::string_view keys;
};
constexpr std::array<OtherProgram, 3> kOtherPrograms{
    {{"Marp", "backgroundColor backgroundImage headingDivider marp paginate"},
     {"Quarto", "execute format incremental"},
     {"Slidev", "background class colorSchema drawings mdc routerMode"}}};

// A day that no calendar has: `2023-02-30`. What is written otherwise is no date to YAML, and may
// be any text.
bool is_impossible_date(const std::string& value) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int end = 0;
    if (std::sscanf(value.c_str(), "%4d-%2u-%2u%n", &year, &month, &day, &end) < 3 || year < 1000) {
        return false;
    }
    const bool is_whole = static_cast<std::size_t>(end) == value.size() ||
                          ascii::is_space(value[static_cast<std::size_t>(end)]) ||
                          value[static_cast<std::size_t>(end)] == 'T';
    return is_whole &&
           !std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{month},
                                        std::chrono::day{day}}
                .ok();
}

class FrontMatterCheck {
public:
    FrontMatterCheck(const deck::Deck& deck, const std::vector<std::string>& lines,
                     Diagnostics& diagnostics)
        : deck_(deck), lines_(lines), diagnostics_(diagnostics) {}

    void check() {
        for (const KeyLine& key : key_lines(lines_, 1)) {
            if (key.path.empty()) {
                forget_below();
            }
            check_twice(key);
            check_known(key);
            check_quote(key);
            if (key.path.empty()) {
                check_word(key);
            }
        }
        check_inner_options();
    }

private:
    static bool is_map_of_options(std::string_view path) {
        return path == "initialization." || path == "revealOptions." || path == "slideOptions.";
    }

    void check_twice(const KeyLine& key) {
        const auto [first, is_new] = lines_of_keys_.try_emplace(key.path + key.key, key.line);
        if (!is_new) {
            warn(Rule::kDuplicateKey, key.line,
                 fmt::format("'{}' is set twice, first in line {}; the last counts", key.key,
                             first->second),
                 "leave one of them out");
        }
    }

    void check_known(const KeyLine& key) {
        if (is_map_of_options(key.path)) {
            const std::string_view value = key.value.substr(0, key.value.find(" #"));
            check_option({key.key, without_quotes(value), {deck_.file, key.line}}, deck_.version,
                         diagnostics_);
            return;
        }
        const bool is_of_reveal_md =
            std::find(kRevealMdKeys.begin(), kRevealMdKeys.end(), key.key) != kRevealMdKeys.end();
        if (deck_.format == deck::Format::kGhReveal && key.path.empty() && is_of_reveal_md &&
            !is_used(key.key)) {
            warn(Rule::kLeftOut, key.line, fmt::format("'{}' has no effect", key.key),
                 key.key == "css" ? "write <style>@import \"FILE\";</style> into a slide"
                                  : "it is reveal-md's; in gh-reveal's decks §new begins a slide");
            return;
        }
        const KeyEffect effect = key_effect(KeyOwner::kFrontMatter, key.key);
        const bool is_open = effect == KeyEffect::kNotSupported || effect == KeyEffect::kUnknown;
        if (!key.path.empty() || !is_open || is_used(key.key)) {
            return;
        }
        if (effect == KeyEffect::kNotSupported) {
            warn(Rule::kLeftOut, key.line, fmt::format("'{}' has no effect", key.key),
                 "it needs a browser or reveal-md");
        } else {
            check_unknown(key);
        }
    }

    void check_unknown(const KeyLine& key) {
        if (const std::string option = misplaced_option(key.key); !option.empty()) {
            warn(Rule::kUnknownKey, key.line, fmt::format("'{}' has no effect here", key.key),
                 fmt::format("{} is an option of reveal.js; write it below {}:",
                             option == key.key ? "it" : fmt::format("'{}'", option),
                             map_of_options()));
            return;
        }
        for (const OtherProgram& other : kOtherPrograms) {
            if (ascii::any_word(other.keys,
                                [&](std::string_view word) { return word == key.key; })) {
                warn(Rule::kUnknownKey, key.line, fmt::format("'{}' has no effect", key.key),
                     fmt::format("it is a key of {}'s", other.name));
                return;
            }
        }
        // A site's pages may have keys of their own, which its layouts read.
        if (const std::string near = nearest_match(key.key, key_names(KeyOwner::kFrontMatter));
            !near.empty()) {
            warn(Rule::kUnknownKey, key.line, fmt::format("unknown key '{}'", key.key),
                 fmt::format("did you mean '{}'?", near));
        }
    }

    std::string map_of_options() const {
        return deck_.format == deck::Format::kMarkdown ? "revealOptions" : "initialization";
    }

    // `initialization: {center: fasle}`: on one line, where no line has the key.
    void check_inner_options() {
        std::string yaml;
        for (std::size_t i = 1; i < lines_.size() && ascii::trimmed(lines_[i]) != "---"; ++i) {
            yaml += lines_[i] + "\n";
        }
        const std::string prefix = map_of_options() + ".";
        for (const auto& [path, value] : deck::flat_values(yaml, {deck_.file, 2}, Limits{})) {
            const std::string name =
                path.starts_with(prefix)
                    ? path.substr(prefix.size(), path.find('.', prefix.size()) - prefix.size())
                    : "";
            const auto map = lines_of_keys_.find(map_of_options());
            if (!name.empty() && map != lines_of_keys_.end() &&
                lines_of_keys_.try_emplace(prefix + name, map->second).second) {
                check_option({name, value, {deck_.file, map->second}}, deck_.version, diagnostics_);
            }
        }
    }

    static std::string without_quotes(std::string_view value) {
        const std::string_view plain = ascii::trimmed(value);
        const bool is_quoted = plain.size() > 1 && plain.front() == plain.back() &&
                               (plain.front() == '"' || plain.front() == '\'');
        return std::string(is_quoted ? plain.substr(1, plain.size() - 2) : plain);
    }

    // The option's name, empty when it is none. Names of two words are hardly a site's own:
    // `slideNumber`, `slidenumber`.
    static std::string misplaced_option(std::string_view key) {
        const std::vector<std::string> options = option_names();
        if (std::find(kOptionsOfOneWord.begin(), kOptionsOfOneWord.end(), key) !=
            kOptionsOfOneWord.end()) {
            return std::string(key);
        }
        const auto found =
            std::find_if(options.begin(), options.end(), [&](const std::string& option) {
                return ascii::lower_case(option) != option &&
                       ascii::equal_ignoring_case(option, key);
            });
        return found == options.end() ? "" : *found;
    }

    bool is_used(const std::string& key) const {
        return std::any_of(lines_.begin(), lines_.end(), [&](const std::string& line) {
            return line.find("page." + key) != std::string::npos;
        });
    }

    void check_quote(const KeyLine& key) {
        if (key.value.empty() || (key.value[0] != '"' && key.value[0] != '\'')) {
            return;
        }
        const std::size_t end = key.value.find(key.value[0], 1);
        const auto next = static_cast<std::size_t>(key.line);
        const bool goes_on =
            next < lines_.size() && !lines_[next].empty() && !ascii::is_space(lines_[next][0]);
        if (end == std::string_view::npos && goes_on) {
            warn(Rule::kInvalidValue, key.line,
                 fmt::format("the quote that begins the value of '{}' is not ended on its line",
                             key.key),
                 fmt::format("end it with {}; else what follows belongs to it", key.value[0]));
        }
    }

    // Values that are taken as they are, but can hardly be meant.
    void check_word(const KeyLine& key) {
        const std::string value = without_quotes(key.value.substr(0, key.value.find(" #")));
        const std::size_t first_part = value.find_first_of("-_");
        const std::size_t length = std::min(first_part, value.size());
        if (key.key == "lang" && (length > 3 || length == 1)) {  // BCP 47 §2.2.1
            warn(Rule::kInvalidValue, key.line, fmt::format("'{}' is no tag of a language", value),
                 "tags are as en, fr, pt-BR");
        } else if (key.key == "layout" && value != "presentation" &&
                   !nearest_match(value, {"presentation"}).empty()) {
            warn(Rule::kInvalidValue, key.line,
                 fmt::format("the layout '{}' is not gh-reveal's", value),
                 "did you mean 'presentation'?");
        } else if (key.key == "date" && is_impossible_date(value)) {
            warn(Rule::kInvalidValue, key.line, fmt::format("there is no day '{}'", value),
                 "dates are year-month-day: 2024-03-31");
        }
    }

    void warn(Rule rule, int line, std::string what, std::string hint) {
        diagnostics_.warn(rule, {deck_.file, line}, std::move(what), std::move(hint));
    }

    // At a new key of the whole, maps below an earlier one are done with; the options' lines are
    // kept, as their map is there once.
    void forget_below() {
        std::erase_if(lines_of_keys_, [](const auto& entry) {
            const std::size_t dot = entry.first.find('.');
            return dot != std::string::npos && !is_map_of_options(entry.first.substr(0, dot + 1));
        });
    }

    const deck::Deck& deck_;
    const std::vector<std::string>& lines_;
    Diagnostics& diagnostics_;
    std::map<std::string, int> lines_of_keys_;
};

}  // namespace

void check_front_matter(const deck::Deck& deck, SourceTexts& sources, Diagnostics& diagnostics) {
    if (deck.format == deck::Format::kPage) {
        return;
    }
    const std::vector<std::string>& lines = sources.lines_of(deck.file);
    if (!lines.empty() && ascii::trimmed(lines.front()) == "---") {
        FrontMatterCheck(deck, lines, diagnostics).check();
    }
}

}  // namespace ghreveal::check
