#include "highlight/grammar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include "support/ascii.h"

namespace ghreveal::highlight {
namespace {

struct NamedFlag {
    std::string_view name;
    bool ModeTraits::*flag;
};

constexpr std::array kFlags = std::to_array<NamedFlag>({
    {"exclude-begin", &ModeTraits::exclude_begin},
    {"exclude-end", &ModeTraits::exclude_end},
    {"return-begin", &ModeTraits::return_begin},
    {"return-end", &ModeTraits::return_end},
    {"skip", &ModeTraits::skip},
    {"ends-parent", &ModeTraits::ends_parent},
    {"ends-with-parent", &ModeTraits::ends_with_parent},
    {"end-same-as-begin", &ModeTraits::end_same_as_begin},
});

struct NamedExpression {
    std::string_view name;
    std::string_view Mode::*field;
};

constexpr std::array kTexts = std::to_array<NamedExpression>({
    {"class", &Mode::class_name},
    {"begin", &Mode::begin},
    {"end", &Mode::end},
    {"until", &Mode::until},
    {"illegal", &Mode::illegal},
    {"lexemes", &Mode::lexemes},
});

double number_in(std::string_view text) {
    return std::strtod(std::string(text).c_str(), nullptr);
}

// Names of modes and of lists of words -> their places; a name may be used before it is given.
class Places {
public:
    std::size_t of(std::string_view name) {
        return places_.try_emplace(name, places_.size()).first->second;
    }
    std::size_t count() const { return places_.size(); }

private:
    std::map<std::string_view, std::size_t> places_;
};

class Reader {
public:
    explicit Reader(Grammar& grammar) : grammar_(grammar) {}

    void read() {
        for (std::string_view line : ascii::split(grammar_.text, '\n')) {
            ++line_;
            line = ascii::trimmed(line);
            if (!line.empty() && !line.starts_with('#')) {
                const std::size_t space = std::min(line.find(' '), line.size());
                read_line(line.substr(0, space), ascii::trimmed(line.substr(space)));
            }
        }
        finish();
    }

private:
    void read_line(std::string_view key, std::string_view value) {
        if (key == "case-insensitive") {
            grammar_.ignores_case = true;
        } else if (key == "words") {
            in_words_ = true;
            current_ = place_of_words(value);
        } else if (key == "mode") {
            in_words_ = false;
            current_ = place_of_mode(value);
            is_given_[current_] = true;
        } else if (in_words_) {
            add_words(key, value);
        } else if (grammar_.modes.empty()) {
            fail(fmt::format("'{}' stands before the first mode", key));
        } else {
            read_property(grammar_.modes[current_], key, value);
        }
    }

    std::size_t place_of_words(std::string_view name) {
        const std::size_t place = word_places_.of(name);
        grammar_.keywords.resize(word_places_.count());
        return place;
    }

    std::size_t place_of_mode(std::string_view name) {
        const std::size_t place = mode_places_.of(name);
        grammar_.modes.resize(mode_places_.count());
        is_given_.resize(mode_places_.count());
        return place;
    }

    void add_words(std::string_view class_name, std::string_view list) {
        ascii::any_word(list, [&](std::string_view word) {
            const std::size_t bar = word.find('|');
            const double relevance = bar == word.npos ? 1 : number_in(word.substr(bar + 1));
            grammar_.keywords[current_].push_back({word.substr(0, bar), class_name, relevance});
            return false;
        });
    }

    void read_property(Mode& mode, std::string_view key, std::string_view value) {
        for (const NamedExpression& text : kTexts) {
            if (text.name == key) {
                mode.*text.field = value;
                return;
            }
        }
        for (const NamedFlag& flag : kFlags) {
            if (flag.name == key) {
                mode.traits.*flag.flag = true;
                return;
            }
        }
        if (key == "keywords") {
            mode.keywords = place_of_words(value);
        } else if (key == "relevance") {
            mode.relevance = number_in(value);
        } else if (key == "language" || key == "detect") {
            mode.sub_language = key == "detect" ? SubLanguage::kDetected : SubLanguage::kNamed;
            mode.languages = value == "*" ? std::vector<std::string_view>{} : ascii::words(value);
        } else if (key == "contains" || key == "starts") {
            read_modes(key, value);
        } else {
            fail(fmt::format("unknown property '{}'", key));
        }
    }

    // The modes that are named grow the list in which the current one is.
    void read_modes(std::string_view key, std::string_view names) {
        for (const std::string_view name : ascii::words(names)) {
            const std::size_t place = place_of_mode(name);
            if (key == "starts") {
                grammar_.modes[current_].starts = place;
            } else {
                grammar_.modes[current_].contains.push_back(place);
            }
        }
    }

    void finish() {
        if (grammar_.modes.empty() ||
            std::find(is_given_.begin(), is_given_.end(), false) != is_given_.end()) {
            fail(grammar_.modes.empty() ? "there is no mode" : "a mode is named but not given");
        }
        for (Mode& mode : grammar_.modes) {
            mode.until = mode.until.empty() ? mode.end : mode.until;
            if (mode.sub_language == SubLanguage::kNamed && mode.languages.empty()) {
                mode.sub_language = SubLanguage::kNone;
            }
        }
        for (Keywords& words : grammar_.keywords) {
            std::sort(words.begin(), words.end(),
                      [](const Keyword& a, const Keyword& b) { return a.word < b.word; });
        }
    }

    [[noreturn]] void fail(const std::string& what) const {
        throw Error({grammar_.file, line_}, what);
    }

    Grammar& grammar_;
    int line_ = 0;
    Places word_places_;
    Places mode_places_;
    std::vector<bool> is_given_;
    std::size_t current_ = 0;
    bool in_words_ = false;
};

}  // namespace

const Keyword* find_keyword(const Keywords& keywords, std::string_view word) {
    const auto found =
        std::lower_bound(keywords.begin(), keywords.end(), word,
                         [](const Keyword& a, std::string_view b) { return a.word < b; });
    return found != keywords.end() && found->word == word ? &*found : nullptr;
}

void parse_grammar(Grammar& grammar) {
    Reader(grammar).read();
}

}  // namespace ghreveal::highlight
