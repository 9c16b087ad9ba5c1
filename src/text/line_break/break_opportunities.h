// Where a line may break between two characters (CSS Text 3 §5, UAX #14).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace ghreveal::text {

// For a whole paragraph of text, in which U+FFFC stands for each atomic inline box.
class BreakOpportunities {
public:
    // Keeps a view of `text`.
    explicit BreakOpportunities(std::string_view text);

    // Whether a line may end before byte `at`, a character's first. Spaces are not asked about:
    // they are their own rule.
    bool before(std::size_t at) const;
    // Whether letters, digits or ideographs are on both sides of byte `at`: there
    // `word-break: keep-all` allows no break (CSS Text 3 §5.2).
    bool is_between_letters(std::size_t at) const;

private:
    std::string_view text_;
    std::vector<bool> breaks_before_;  // by byte; empty when all is ASCII
};

}  // namespace ghreveal::text
