#include "check/lint_settings.h"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

#include "support/error.h"

namespace ghreveal::check {

Rule parse_rule(const std::string& name) {
    if (const auto rule = rule_of_name(name)) {
        return *rule;
    }
    const std::string near = did_you_mean(name, rule_names());
    throw std::invalid_argument(
        fmt::format("there is no rule '{}'{}{}", name, near.empty() ? "" : "; ", near));
}

LintSettings::LintSettings(std::map<Rule, Level> of_site, const LintOptions& options)
    : levels_(std::move(of_site)) {
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
