// A regular expression of a grammar, by PCRE2, matched as ECMAScript's flag m has it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace ghreveal::highlight {

enum class PatternCase : bool { kMatters, kIgnored };
enum class PatternPlace : bool { kAnywhere, kAtStart };

struct PatternOptions {
    PatternCase letters = PatternCase::kMatters;
    PatternPlace place = PatternPlace::kAnywhere;
    unsigned match_steps = 0;  // a match that tries more is none
};

struct PatternMatch {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t mark = 0;  // of the alternative that matched, as `(*:3)` sets it
};

class Pattern {
public:
    // Throws std::invalid_argument for what is no expression.
    Pattern(std::string_view expression, const PatternOptions&);
    ~Pattern();
    Pattern(Pattern&&) noexcept;
    Pattern& operator=(Pattern&&) noexcept;

    // The first match in the subject, which is valid UTF-8. One that takes more than a window
    // (FixedLimits) to be seen is not found.
    std::optional<PatternMatch> find(std::string_view subject, std::size_t from = 0);

private:
    struct Compiled;
    std::optional<PatternMatch> match(std::string_view subject, std::size_t from,
                                      std::uint32_t options);
    void compile_natively_where_it_pays(std::size_t bytes);
    std::unique_ptr<Compiled> compiled_;  // null: matches nothing at every place
    bool is_at_start_ = false;
    std::size_t scanned_ = 0;
    bool is_native_ = false;
};

}  // namespace ghreveal::highlight
