// Elements that an author begins on one slide and ends on another. The deck is cut into slides, and
// each is a tree of its own: what is begun ends with its slide, and the end on the other closes
// nothing, or what it should not.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "check/rules/rules_of_deck.h"
#include "check/rules/text_lines.h"
#include "check/source_text.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::check {

namespace {

// Elements whose end may not be left out (HTML §13.1.2.4), and that hold paragraphs.
constexpr std::array<std::string_view, 12> kContainers{"article", "aside", "blockquote", "center",
                                                       "details", "div",   "figure",     "footer",
                                                       "header",  "ol",    "table",      "ul"};

struct Tag {
    std::string_view name;  // of kContainers; empty for any other
    bool is_end = false;
};

Tag tag_at(std::string_view line, std::size_t at) {
    std::string_view rest = line.substr(at + 1);
    const bool is_end = rest.starts_with('/');
    rest.remove_prefix(is_end ? 1 : 0);
    const auto length = static_cast<std::size_t>(
        std::find_if_not(rest.begin(), rest.end(), ascii::is_alphanumeric) - rest.begin());
    const auto* const name =
        std::find_if(kContainers.begin(), kContainers.end(), [&](std::string_view one) {
            return ascii::equal_ignoring_case(one, rest.substr(0, length));
        });
    return {name != kContainers.end() ? *name : "", is_end};
}

class SplitElementCheck {
public:
    SplitElementCheck(const deck::Deck& deck, Diagnostics& diagnostics)
        : deck_(deck), diagnostics_(diagnostics) {}

    void check(std::string_view line, int number) {
        for (std::size_t at = next_sign(line, 0); at < line.size(); at = next_sign(line, at + 1)) {
            if (!is_in_code_span(line, at)) {
                take(tag_at(line, at), number);
            }
        }
    }

private:
    struct Open {
        std::string_view name;
        int line;
        std::size_t slide;
    };

    // The next `<` that begins no comment and is in none.
    std::size_t next_sign(std::string_view line, std::size_t from) {
        while (from < line.size()) {
            if (is_in_comment_) {
                const std::size_t end = line.find("-->", from);
                is_in_comment_ = end == line.npos;
                from = is_in_comment_ ? line.size() : end + 3;
                continue;
            }
            const std::size_t at = line.find('<', from);
            if (at == line.npos || !line.substr(at).starts_with("<!--")) {
                return at;
            }
            is_in_comment_ = true;
            from = at + 4;
        }
        return line.size();
    }

    void take(const Tag& tag, int line) {
        if (tag.name.empty()) {
            return;
        }
        if (!tag.is_end) {
            open_.push_back({tag.name, line, slide_of(line)});
            return;
        }
        const auto begin = std::find_if(open_.rbegin(), open_.rend(),
                                        [&](const Open& one) { return one.name == tag.name; });
        if (begin == open_.rend()) {
            return;
        }
        if (begin->slide != slide_of(line)) {
            diagnostics_.warn(
                Rule::kBrokenMarkup, {deck_.file, begin->line},
                fmt::format("the <{}> that begins here ends on another slide, in line {}", tag.name,
                            line),
                fmt::format("end it on its slide, and begin another <{}> on the next", tag.name));
        }
        open_.erase(std::prev(begin.base()), open_.end());
    }

    // A line where one slide ends and another begins is of the second.
    std::size_t slide_of(int line) const {
        const auto behind = std::upper_bound(
            deck_.slides.begin(), deck_.slides.end(), line,
            [](int wanted, const deck::Slide& slide) { return wanted < slide.first_line; });
        return static_cast<std::size_t>(behind - deck_.slides.begin());
    }

    const deck::Deck& deck_;
    Diagnostics& diagnostics_;
    std::vector<Open> open_;
    bool is_in_comment_ = false;
};

}  // namespace

void check_split_elements(const deck::Deck& deck, SourceTexts& sources, Diagnostics& diagnostics) {
    if (deck.format == deck::Format::kPage) {
        return;
    }
    SplitElementCheck check(deck, diagnostics);
    for_each_text_line(sources.lines_of(deck.file),
                       [&](std::string_view line, int number) { check.check(line, number); });
}

}  // namespace ghreveal::check
