// ECMAScript's regular expressions, as decks give them to reveal.js's Markdown plugin, by PCRE2.
// They are untrusted: how long a match may try is bounded (FixedLimits).
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ghreveal::markdown::reveal {

enum class CaseMatters : bool { kNo, kYes };

// Where a match and its groups lie in the subject; a group without a part in it is empty.
struct RegexMatch {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<std::string_view> groups;  // 1, 2, …
};

class RegularExpression {
public:
    // `^` and `$` match at lines' ends too (ECMAScript's flag m).
    explicit RegularExpression(std::string_view pattern, CaseMatters = CaseMatters::kYes);

    // What is wrong with the pattern; empty when it can be used. One that cannot matches nothing.
    const std::string& error() const { return error_; }
    std::optional<RegexMatch> find(std::string_view subject, std::size_t from = 0) const;

private:
    std::shared_ptr<void> code_;
    std::string error_;
};

}  // namespace ghreveal::markdown::reveal
