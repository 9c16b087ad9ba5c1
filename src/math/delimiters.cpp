#include "math/delimiters.h"

#include <algorithm>
#include <array>

#include "math/references.h"
#include "support/ascii.h"

namespace ghreveal::math {

namespace {

constexpr std::string_view kBegin = "\\begin{";

bool is_escaped(std::string_view text, std::size_t at) {
    std::size_t backslashes = 0;
    while (backslashes < at && text[at - 1 - backslashes] == '\\') {
        ++backslashes;
    }
    return backslashes % 2 == 1;
}

class Finder {
public:
    Finder(std::string_view text, const Settings& settings, const Limits& limits)
        : text_(text),
          settings_(settings),
          limits_(limits),
          looks_left_(limits.markdown_free_looks + limits.markdown_looks_per_byte * text.size()) {}

    std::vector<FoundFormula> find() {
        std::string beginnings =
            settings_.finds_environments || settings_.finds_references ? "\\" : "";
        for (const Delimiters& pair : settings_.delimiters) {
            beginnings += pair.left.substr(0, 1);
        }
        std::size_t at = text_.find_first_of(beginnings);
        while (at != text_.npos) {
            at = text_.find_first_of(beginnings, take(at));
        }
        return std::move(found_);
    }

private:
    // Takes a formula that begins here. Where to go on looking.
    std::size_t take(std::size_t at) {
        if (is_escaped(text_, at)) {
            return at + 1;
        }
        const std::string_view rest = text_.substr(at);
        // The longest: `$$` begins no `$`.
        const Delimiters* longest = nullptr;
        for (const Delimiters& pair : settings_.delimiters) {
            if (rest.starts_with(pair.left) &&
                (longest == nullptr || pair.left.size() > longest->left.size())) {
                longest = &pair;
            }
        }
        if (longest != nullptr) {
            return take_between(at, *longest);
        }
        if (settings_.finds_references && rest.starts_with('\\')) {
            const std::size_t end = reference_at(rest).end;
            if (end != rest.npos) {
                add({at, at + end}, {at, at + end}, FormulaStyle::kInline);
                return at + end;
            }
        }
        return settings_.finds_environments && rest.starts_with(kBegin) ? take_environment(at)
                                                                        : at + 1;
    }

    std::size_t take_between(std::size_t at, const Delimiters& pair) {
        const std::size_t begin = at + pair.left.size();
        const std::size_t end = end_of_formula(begin, pair.right);
        if (end == text_.npos || ascii::is_blank(text_.substr(begin, end - begin))) {
            return begin;
        }
        add({at, end + pair.right.size()}, {begin, end}, pair.style);
        return end + pair.right.size();
    }

    std::size_t take_environment(std::size_t at) {
        const std::size_t name_end = text_.find('}', at);
        if (name_end == text_.npos) {
            return at + 1;
        }
        const std::string name(text_.substr(at + kBegin.size(), name_end - at - kBegin.size()));
        const std::string closing = "\\end{" + name + "}";
        const std::size_t close = end_of_formula(name_end + 1, closing);
        if (close == text_.npos) {
            return at + 1;
        }
        const std::size_t end = close + closing.size();
        add({at, end}, {at, end}, FormulaStyle::kDisplay);
        return end;
    }

    // Where `right` stands outside of braces (as in \text{… $x$ …}); npos when it does not follow.
    std::size_t end_of_formula(std::size_t from, std::string_view right) {
        const std::size_t last = std::min(text_.size(), from + limits_.formula_bytes);
        int depth = 0;
        std::size_t inside_braces = text_.npos;
        for (std::size_t at = from; at < last && looks_left_ > 0; ++at, --looks_left_) {
            if (text_.substr(at).starts_with(right)) {
                if (depth <= 0) {
                    return at;
                }
                inside_braces = std::min(inside_braces, at);
            }
            if (text_[at] == '\\') {
                ++at;
            } else if (text_[at] == '{') {
                ++depth;
            } else if (text_[at] == '}') {
                --depth;
            }
        }
        // Nobody writes \( for anything else: a formula with a brace too many, which is worth a
        // warning.
        return right.starts_with('\\') ? inside_braces : text_.npos;
    }

    // A stretch of the text.
    struct Range {
        std::size_t begin;
        std::size_t end;
    };

    void add(const Range& with_delimiters, const Range& inside, FormulaStyle style) {
        const std::string_view tex = text_.substr(inside.begin, inside.end - inside.begin);
        const std::string_view trimmed = trimmed_tex(tex);
        found_.push_back({with_delimiters.begin,
                          with_delimiters.end,
                          static_cast<std::size_t>(trimmed.data() - text_.data()),
                          {std::string(trimmed), style}});
    }

    std::string_view text_;
    const Settings& settings_;
    const Limits& limits_;
    std::size_t looks_left_;
    std::vector<FoundFormula> found_;
};

}  // namespace

std::vector<Delimiters> bracket_delimiters() {
    return {{"\\(", "\\)", FormulaStyle::kInline}, {"\\[", "\\]", FormulaStyle::kDisplay}};
}

std::vector<Delimiters> all_delimiters() {
    std::vector<Delimiters> pairs = bracket_delimiters();
    pairs.push_back({"$$", "$$", FormulaStyle::kDisplay});
    pairs.push_back({"$", "$", FormulaStyle::kInline});
    return pairs;
}

std::vector<FoundFormula> find_formulas(std::string_view text, const Settings& settings,
                                        const Limits& limits) {
    return Finder(text, settings, limits).find();
}

std::string_view trimmed_tex(std::string_view tex) {
    std::string_view trimmed = ascii::trimmed(tex);
    const std::size_t last = trimmed.find_last_not_of('\\');
    const std::size_t backslashes = trimmed.size() - (last == trimmed.npos ? 0 : last + 1);
    const auto end = static_cast<std::size_t>(trimmed.data() - tex.data()) + trimmed.size();
    if (backslashes % 2 == 1 && end < tex.size()) {
        return {trimmed.data(), trimmed.size() + 1};
    }
    return trimmed;
}

}  // namespace ghreveal::math
