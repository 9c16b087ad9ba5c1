#include "deck/settings/settings.h"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "deck/jekyll/site.h"
#include "deck/page/math_settings.h"
#include "deck/settings/yaml.h"
#include "support/file.h"

namespace ghreveal::deck {

namespace {

constexpr const char* kFile = "ghreveal.yml";
constexpr std::size_t kMostWords = 100;

class SettingsReader {
public:
    SettingsReader(std::string file, Diagnostics& diagnostics)
        : file_(std::move(file)), diagnostics_(diagnostics) {}

    Settings read(const YAML::Node& root) {
        if (root.IsNull()) {
            return {};
        }
        if (!root.IsMap()) {
            throw Error({file_, 1}, "the settings are not a list of `key: value` lines",
                        "write `lint:`, `diagrams:` or `outputs:`", Rule::kFrontMatter);
        }
        for (const auto& entry : root) {
            read_setting(entry.first, entry.second);
        }
        return std::move(settings_);
    }

private:
    // A new key is a row, and a function that reads its value.
    struct Key {
        const char* name;
        void (SettingsReader::*read)(const YAML::Node&);
    };
    static constexpr std::array<Key, 5> keys() {
        return {{{"diagrams", &SettingsReader::read_diagrams},
                 {"handout", &SettingsReader::read_handout},
                 {"lint", &SettingsReader::read_lint},
                 {"math", &SettingsReader::read_math},
                 {"outputs", &SettingsReader::leave_outputs}}};
    }

    void read_setting(const YAML::Node& key, const YAML::Node& value) {
        const std::string name = key.IsScalar() ? key.Scalar() : "";
        for (const Key& known : keys()) {
            if (name == known.name) {
                (this->*known.read)(value);
                return;
            }
        }
        std::vector<std::string> names;
        for (const Key& known : keys()) {
            names.emplace_back(known.name);
        }
        warn(Rule::kUnknownKey, key, fmt::format("unknown setting '{}'", name),
             did_you_mean(name, names));
    }

    // They are the command line's (cli/runs/file_outputs.h).
    void leave_outputs(const YAML::Node&) {}

    void read_diagrams(const YAML::Node& value) {
        if (!value.IsMap()) {
            warn(Rule::kInvalidValue, value,
                 "'diagrams' must be a list of kinds, each with a program", kExample);
            return;
        }
        for (const auto& entry : value) {
            const std::vector<std::string> words = words_of(entry.second);
            if (words.empty() || words.front().empty() || !entry.first.IsScalar()) {
                warn(Rule::kInvalidValue, entry.first,
                     "a kind of diagram needs a program and its arguments in brackets", kExample);
            } else {
                settings_.diagrams[entry.first.Scalar()] = words;
            }
        }
    }

    // Which values there are is the handout's to say (export/handout/handout_settings.h).
    void read_handout(const YAML::Node& value) {
        if (value.IsNull()) {
            return;
        }
        if (!value.IsMap()) {
            warn(Rule::kInvalidValue, value, "'handout' must be a list of `key: value` lines",
                 "for example `per-page: 3`");
            return;
        }
        for (const auto& entry : value) {
            if (entry.first.IsScalar() && entry.second.IsScalar()) {
                settings_.handout[entry.first.Scalar()] = {entry.second.Scalar(),
                                                           {file_, entry.first.Mark().line + 1}};
            } else {
                warn(Rule::kInvalidValue, entry.first, "a setting of 'handout' has one value",
                     "for example `per-page: 3`");
            }
        }
    }

    void read_lint(const YAML::Node& value) {
        if (!value.IsMap()) {
            warn(Rule::kInvalidValue, value, "'lint' must be a list of rules, each with a level",
                 "for example `contrast: off`");
            return;
        }
        for (const auto& entry : value) {
            read_level(entry.first, entry.second);
        }
    }

    // Where formulas are is said by a deck; what they may use can be said once for all of them.
    void read_math(const YAML::Node& value) {
        constexpr const char* kMacros = "for example `math: {macros: {RR: '\\mathbb{R}'}}`";
        const YAML::Node macros = value.IsMap() ? value["macros"] : YAML::Node(value);
        if (!macros || !macros.IsMap() || value.size() != 1) {
            warn(Rule::kInvalidValue, value, "'math' has 'macros' and nothing else in it", kMacros);
        }
        math::Settings read;
        read_math_map(value, read);
        settings_.macros = std::move(read.macros);
    }

    void read_level(const YAML::Node& key, const YAML::Node& value) {
        const std::string name = key.IsScalar() ? key.Scalar() : "";
        const std::string word = value.IsScalar() ? value.Scalar() : "";
        const std::optional<Rule> rule = rule_of_name(name);
        const std::optional<Level> level = level_of_name(word);
        if (!rule) {
            warn(Rule::kUnknownKey, key, fmt::format("there is no rule '{}'", name),
                 did_you_mean(name, rule_names()));
        } else if (!level) {
            warn(Rule::kInvalidValue, value, fmt::format("'{}' is no level of a rule", word),
                 "write off, note, warning or error");
        } else {
            settings_.lint[*rule] = *level;
        }
    }

    static std::vector<std::string> words_of(const YAML::Node& value) {
        std::vector<std::string> words;
        if (value.IsScalar()) {
            words.push_back(value.Scalar());
        }
        if (value.IsSequence() && value.size() <= kMostWords) {
            for (const YAML::Node& word : value) {
                if (!word.IsScalar()) {
                    return {};
                }
                words.push_back(word.Scalar());
            }
        }
        return words;
    }

    void warn(Rule rule, const YAML::Node& where, std::string what, std::string hint) {
        diagnostics_.warn(rule, {file_, where.Mark().line + 1}, std::move(what), std::move(hint));
    }

    static constexpr const char* kExample = "for example `dot: [dot, -Tsvg]`";

    std::string file_;
    Diagnostics& diagnostics_;
    Settings settings_;
};

}  // namespace

std::optional<std::filesystem::path> settings_file(const std::string& deck_file,
                                                   const SettingsSource& source) {
    if (source.none) {
        return std::nullopt;
    }
    return source.file.empty() ? nearest_file(find_project(deck_file), kFile)
                               : std::optional<std::filesystem::path>(source.file);
}

Settings read_settings(const std::string& deck_file, const SettingsSource& source,
                       const Limits& limits, Diagnostics& diagnostics) {
    const auto file = settings_file(deck_file, source);
    if (!file) {
        return {};
    }
    const std::string text = read_file(*file, limits.source_bytes);
    return SettingsReader(file->string(), diagnostics).read(parse_yaml(text, {file->string(), 1}));
}

}  // namespace ghreveal::deck
