#include "text/line_break/line_break_rules.h"

#include <optional>

#include "text/line_break/line_break_class.h"

namespace ghreveal::text {

namespace {

using enum LineBreakClass;

template <typename... Classes>
bool is(LineBreakClass c, Classes... classes) {
    return ((c == classes) || ...);
}

bool is_letter(LineBreakClass c) {
    return is(c, kAL, kHL);
}

bool is_opening(LineBreakClass c) {
    return is(c, kOP, kWideOP);
}

bool is_korean(LineBreakClass c) {
    return is(c, kJL, kJV, kJT, kH2, kH3);
}

// The classes of the characters that rules look at, marks taken together with what they are on
// (LB9, LB10).
struct Unit {
    LineBreakClass line_break_class = kAL;
    std::size_t index = 0;  // of its character
    bool ends_in_joiner = false;
};

std::vector<Unit> units_of(std::u32string_view text) {
    std::vector<Unit> units;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const LineBreakClass own = line_break_class(text[i]);
        const bool is_mark = is(own, kCM, kZWJ);
        if (is_mark && !units.empty() && !is(units.back().line_break_class, kBK, kSP, kZW)) {
            units.back().ends_in_joiner = own == kZWJ;
        } else {
            units.push_back({is_mark ? kAL : own, i, own == kZWJ});
        }
    }
    return units;
}

class Rules {
public:
    explicit Rules(const std::vector<Unit>& units) : units_(units) {}

    // Whether a line may end before the unit at `at`, which is not the first one.
    bool allow(std::size_t at) const;

private:
    LineBreakClass at(std::size_t index) const {
        return index < units_.size() ? units_[index].line_break_class : kSP;
    }
    bool ends_number(std::size_t index) const;
    std::optional<bool> by_spaces_and_joiners(std::size_t at) const;
    bool forbids_punctuation(std::size_t at) const;
    bool forbids_numeric(std::size_t at) const;
    bool forbids_within_scripts(std::size_t at) const;
    bool splits_flag(std::size_t at) const;

    const std::vector<Unit>& units_;
};

// LB2 to LB8a.
std::optional<bool> Rules::by_spaces_and_joiners(std::size_t index) const {
    const LineBreakClass before = at(index - 1);
    const LineBreakClass after = at(index);
    if (is(before, kBK)) {
        return true;
    }
    if (is(after, kBK, kSP, kZW)) {
        return false;
    }
    if (is(before, kSP, kZW)) {
        return true;
    }
    return units_[index - 1].ends_in_joiner ? std::optional(false) : std::nullopt;
}

// LB11 to LB22, but for LB20.
bool Rules::forbids_punctuation(std::size_t index) const {
    const LineBreakClass before = at(index - 1);
    const LineBreakClass after = at(index);
    return is(after, kWJ, kCL, kCP, kEX, kIS, kSY, kQU, kBA, kHY, kNS, kIN) ||
           is(before, kWJ, kGL, kQU, kBB) || is_opening(before) ||
           (after == kGL && !is(before, kBA, kHY)) || (before == kB2 && after == kB2) ||
           (is(before, kHY, kBA) && index >= 2 && at(index - 2) == kHL) ||
           (before == kSY && after == kHL);
}

// Whether the unit ends a number with the signs that may be in it: NU (NU | SY | IS)*.
bool Rules::ends_number(std::size_t index) const {
    while (is(at(index), kSY, kIS) && index > 0) {
        --index;
    }
    return at(index) == kNU;
}

// LB23 to LB25; of the last one the regular expression, not the pairs that come near it.
bool Rules::forbids_numeric(std::size_t index) const {
    const LineBreakClass before = at(index - 1);
    const LineBreakClass after = at(index);
    const bool after_is_affix = is(after, kPR, kPO);
    if ((is_letter(before) && (after == kNU || after_is_affix)) ||
        (is(before, kNU, kPR, kPO) && is_letter(after)) ||
        (before == kPR && is(after, kID, kEB, kEM)) ||
        (is(before, kID, kEB, kEM) && after == kPO)) {
        return true;
    }
    if (is(before, kPR, kPO) && (is_opening(after) || after == kHY)) {
        return at(index + 1) == kNU;
    }
    if (after_is_affix) {
        const bool closed = is(before, kCL, kCP) && index >= 2;
        return ends_number(closed ? index - 2 : index - 1);
    }
    return after == kNU && is(before, kPR, kPO, kHY, kIS, kSY, kNU);
}

// LB26 to LB30b.
bool Rules::forbids_within_scripts(std::size_t index) const {
    const LineBreakClass before = at(index - 1);
    const LineBreakClass after = at(index);
    const bool in_syllable = (before == kJL && is(after, kJL, kJV, kH2, kH3)) ||
                             (is(before, kJV, kH2) && is(after, kJV, kJT)) ||
                             (is(before, kJT, kH3) && after == kJT);
    const bool before_is_text = is_letter(before) || before == kNU;
    const bool after_is_text = is_letter(after) || after == kNU;
    return in_syllable || (is_korean(before) && after == kPO) ||
           (before == kPR && is_korean(after)) ||
           (is_letter(after) && (is_letter(before) || before == kIS)) ||
           (before_is_text && after == kOP) || (before == kCP && after_is_text) ||
           splits_flag(index) || (before == kEB && after == kEM);
}

// LB30a: two and two regional indicators are a flag.
bool Rules::splits_flag(std::size_t index) const {
    if (at(index) != kRI) {
        return false;
    }
    std::size_t begin = index;
    while (begin > 0 && at(begin - 1) == kRI) {
        --begin;
    }
    return (index - begin) % 2 == 1;
}

bool Rules::allow(std::size_t index) const {
    if (const std::optional<bool> decided = by_spaces_and_joiners(index)) {
        return *decided;
    }
    // CSS Text 3 §5.1: before and after atomic inline boxes always, as browsers do it even next to
    // punctuation and no-break spaces.
    if (is(at(index - 1), kCB) || is(at(index), kCB)) {
        return true;
    }
    return !forbids_punctuation(index) && !forbids_numeric(index) && !forbids_within_scripts(index);
}

}  // namespace

std::vector<bool> line_breaks_before(std::u32string_view text) {
    std::vector<bool> breaks(text.size());
    const std::vector<Unit> units = units_of(text);
    const Rules rules(units);
    for (std::size_t i = 1; i < units.size(); ++i) {
        breaks[units[i].index] = rules.allow(i);
    }
    return breaks;
}

}  // namespace ghreveal::text
