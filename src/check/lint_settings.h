// Which rules are heard, and how loud: by `lint:` in ghreveal.yml, --allow and --deny.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "support/rules.h"

namespace ghreveal::check {

struct LintOptions {
    std::vector<std::string> allowed;  // rules' names
    std::vector<std::string> denied;
};

class LintSettings {
public:
    // The options count for more. Throws std::invalid_argument for what is no rule.
    LintSettings(std::map<Rule, Level> of_site, const LintOptions&);
    Level level_of(Rule) const;

private:
    std::map<Rule, Level> levels_;
};

// Throws std::invalid_argument with a sentence that says which is near.
Rule parse_rule(const std::string& name);

}  // namespace ghreveal::check
