#include "grammar_text.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>
#include <vector>

#include "pcre_syntax.h"

namespace ghreveal::grammars {
namespace {

using nlohmann::json;

// Lists of words are written once, however many modes have them.
class WordLists {
public:
    std::size_t number_of(const json& keywords) {
        const std::string text = text_of(keywords);
        const auto [known, is_new] = numbers_.try_emplace(text, numbers_.size());
        if (is_new) {
            text_ += fmt::format("words {}\n{}", known->second, text);
        }
        return known->second;
    }
    const std::string& text() const { return text_; }

private:
    // A line for each class: "keyword and as for|0".
    static std::string text_of(const json& keywords) {
        std::map<std::string, std::string> of_class;
        for (const auto& [word, meaning] : keywords.items()) {
            // What no lexeme is: remains of lists that were written over several lines.
            if (word.empty() || word.find_first_of(" \t\n|") != std::string::npos) {
                continue;
            }
            const double relevance = meaning.at(1).is_null() ? 0 : meaning.at(1).get<double>();
            of_class[meaning.at(0).get<std::string>()] +=
                relevance == 1 ? " " + word : fmt::format(" {}|{}", word, relevance);
        }
        std::string text;
        for (const auto& [name, words] : of_class) {
            text += name + words + "\n";
        }
        return text;
    }

    std::map<std::string, std::size_t> numbers_;
    std::string text_;
};

constexpr std::pair<const char*, const char*> kFlags[] = {
    {"excludeBegin", "exclude-begin"},
    {"excludeEnd", "exclude-end"},
    {"returnBegin", "return-begin"},
    {"returnEnd", "return-end"},
    {"skip", "skip"},
    {"endsParent", "ends-parent"},
    {"endsWithParent", "ends-with-parent"},
    {"endSameAsBegin", "end-same-as-begin"},
};

class ModeWriter {
public:
    explicit ModeWriter(const json& mode) : mode_(mode) {}

    std::string write(std::size_t number, WordLists& words) {
        text_ = fmt::format("mode {}\n", number);
        property("class", mode_.at("class_name"));
        expression("begin", "begin");
        expression("end", "end");
        if (mode_.at("terminator") != mode_.at("end")) {
            expression("until", "terminator");
        }
        expression("illegal", "illegal");
        expression("lexemes", "lexemes");
        if (const json& keywords = mode_.at("keywords"); !keywords.is_null()) {
            text_ += fmt::format("keywords {}\n", words.number_of(keywords));
        }
        if (const double relevance = mode_.at("relevance").get<double>(); relevance != 1) {
            text_ += fmt::format("relevance {}\n", relevance);
        }
        sub_languages();
        flags();
        list("contains", mode_.at("contains"));
        if (const json& starts = mode_.at("starts"); !starts.is_null()) {
            text_ += fmt::format("starts {}\n", starts.get<int>());
        }
        return std::move(text_);
    }

private:
    void property(const char* key, const json& value) {
        if (!value.is_null()) {
            text_ += fmt::format("{} {}\n", key, value.get<std::string>());
        }
    }

    void expression(const char* key, const char* field) {
        const json& value = mode_.at(field);
        if (value.is_string() && !value.get_ref<const std::string&>().empty()) {
            text_ += fmt::format("{} {}\n", key, to_pcre(value.get_ref<const std::string&>()));
        }
    }

    void list(const char* key, const json& values) {
        if (values.empty()) {
            return;
        }
        text_ += key;
        for (const json& value : values) {
            text_ += ' ' + (value.is_string() ? value.get<std::string>() : value.dump());
        }
        text_ += '\n';
    }

    void sub_languages() {
        const json& languages = mode_.at("sub_languages");
        if (languages.is_null()) {
            return;
        }
        if (!mode_.at("detects_sub_language").get<bool>()) {
            list("language", languages);
        } else if (languages.empty()) {
            text_ += "detect *\n";
        } else {
            list("detect", languages);
        }
    }

    void flags() {
        for (const auto& [theirs, ours] : kFlags) {
            for (const json& flag : mode_.at("flags")) {
                if (flag == theirs) {
                    text_ += fmt::format("{}\n", ours);
                }
            }
        }
    }

    const json& mode_;
    std::string text_;
};

}  // namespace

std::string grammar_text(const json& language) {
    WordLists words;
    std::string modes;
    std::size_t number = 0;
    for (const json& mode : language.at("modes")) {
        try {
            modes += ModeWriter(mode).write(number, words);
        } catch (const std::exception& failure) {
            throw std::runtime_error(fmt::format("{}, mode {} {}: {}",
                                                 language.at("name").get<std::string>(), number,
                                                 mode.dump(), failure.what()));
        }
        ++number;
    }
    const bool ignores_case = language.at("case_insensitive").get<bool>();
    return (ignores_case ? "case-insensitive\n" : "") + words.text() + modes;
}

std::string index_line(const json& language) {
    std::string line =
        (language.at("detected").get<bool>() ? "+" : "-") + language.at("name").get<std::string>();
    for (const json& alias : language.at("aliases")) {
        line += " " + alias.get<std::string>();
    }
    return line + "\n";
}

}  // namespace ghreveal::grammars
