#include "check/lint_settings.h"

#include <fmt/format.h>

#include <stdexcept>

#include "support/error.h"

namespace ghreveal::check {

namespace {

Level parse_level(const std::string& word) {
    for (const Level level : {Level::kOff, Level::kNote, Level::kWarning, Level::kError}) {
        if (word == name_of(level)) {
            return level;
        }
    }
    throw Error({}, fmt::format("'{}' is no level of a rule", word),
                "write off, note, warning or error");
}

}  // namespace

Rule parse_rule(const std::string& name) {
    if (const auto rule = rule_of_name(name)) {
        return *rule;
    }
    const std::string near = nearest_match(name, rule_names());
    throw std::invalid_argument(
        fmt::format("there is no rule '{}'{}", name,
                    near.empty() ? "" : fmt::format("; did you mean '{}'?", near)));
}

LintSettings::LintSettings(const std::map<std::string, std::string>& of_site,
                           const LintOptions& options) {
    for (const auto& [name, level] : of_site) {
        if (const auto rule = rule_of_name(name)) {  // the settings' reader tells of others
            levels_[*rule] = parse_level(level);
        }
    }
    for (const std::string& name : options.allowed) {
        levels_[parse_rule(name)] = Level::kOff;
    }
    for (const std::string& name : options.denied) {
        levels_[parse_rule(name)] = Level::kError;
    }
}

Level LintSettings::level_of(Rule rule) const {
    const auto said = levels_.find(rule);
    return said == levels_.end() ? facts_of(rule).level : said->second;
}

}  // namespace ghreveal::check
