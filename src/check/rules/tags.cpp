// Tags of a deck's text whose slips the HTML parser mends without a trace: an attribute that is
// there twice, parts of tables that stand outside of one.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
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

constexpr auto kNowhere = std::string_view::npos;

struct Tag {
    std::string name;  // in lower case
    bool closes = false;
    std::vector<std::string> attributes;  // their names, in lower case
    std::size_t end = 0;                  // in the text
};

bool ends_name(char c) {
    return ascii::is_space(c) || c == '=' || c == '>' || c == '/';
}

std::size_t past_blanks(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
}

// Past `= value`; `at` itself where none stands there.
std::size_t past_value(std::string_view text, std::size_t at) {
    const std::size_t equals = past_blanks(text, at);
    if (equals >= text.size() || text[equals] != '=') {
        return at;
    }
    const std::size_t begin = past_blanks(text, equals + 1);
    if (begin < text.size() && (text[begin] == '"' || text[begin] == '\'')) {
        const std::size_t end = text.find(text[begin], begin + 1);
        return end == kNowhere ? text.size() : end + 1;
    }
    return std::min(text.find_first_of(" \t\r\n>", begin), text.size());
}

// The tag that begins at a `<` (HTML §13.1.2.1); nothing where none does, or where it has no end.
std::optional<Tag> tag_at(std::string_view text, std::size_t at) {
    Tag tag;
    tag.closes = text.substr(at + 1).starts_with('/');
    std::size_t next = at + (tag.closes ? 2 : 1);
    if (next >= text.size() || !ascii::is_letter(text[next])) {
        return std::nullopt;
    }
    while (next < text.size() && !ends_name(text[next])) {
        tag.name += ascii::to_lower(text[next++]);
    }
    for (next = past_blanks(text, next); next < text.size(); next = past_blanks(text, next)) {
        if (text[next] == '>') {
            tag.end = next + 1;
            return tag;
        }
        const std::size_t begin = next++;
        while (next < text.size() && !ends_name(text[next])) {
            ++next;
        }
        if (text[begin] != '/') {
            tag.attributes.push_back(ascii::lower_case(text.substr(begin, next - begin)));
        }
        next = past_value(text, next);
    }
    return std::nullopt;
}

// The deck's text with blanks for its code, so that places stay what they are.
std::string without_code(const deck::Deck& deck, const std::vector<std::string>& lines) {
    std::string text;
    if (deck.format == deck::Format::kPage) {
        for (const std::string& line : lines) {
            text += line + "\n";
        }
        return text;
    }
    int last = 0;
    for_each_text_line(lines, [&](std::string_view line, int number) {
        text.append(static_cast<std::size_t>(number - last - 1), '\n');
        last = number;
        bool is_code = false;
        for (const char c : line) {
            is_code = c == '`' ? !is_code : is_code;
            text += is_code ? ' ' : c;
        }
        text += '\n';
    });
    return text;
}

class TagCheck {
public:
    TagCheck(const deck::Deck& deck, std::string text, Diagnostics& diagnostics)
        : deck_(deck), text_(std::move(text)), diagnostics_(diagnostics) {}

    void check() {
        std::size_t at = text_.find('<');
        while (at != std::string::npos) {
            if (const std::size_t behind = past_raw_text(at); behind != at) {
                at = text_.find('<', behind);
                continue;
            }
            const auto tag = tag_at(text_, at);
            if (tag) {
                check_attributes(*tag, at);
                check_table_part(*tag, at);
            }
            at = text_.find('<', tag ? tag->end : at + 1);
        }
    }

private:
    // What is no markup; `at` itself for anything else.
    std::size_t past_raw_text(std::size_t at) const {
        constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kRaw{
            {{"<!--", "-->"},
             {"<script", "</script"},
             {"<style", "</style"},
             {"<textarea", "</textarea"},
             {"<svg", "</svg"}}};
        for (const auto& [begin, end] : kRaw) {
            if (ascii::starts_ignoring_case(std::string_view(text_).substr(at), begin)) {
                return std::min(text_.find(end, at + begin.size()), text_.size());
            }
        }
        return at;
    }

    // HTML §13.2.5.33: the first counts. For kramdown, which reads a gh-reveal deck's, the last.
    void check_attributes(const Tag& tag, std::size_t at) {
        for (std::size_t i = 1; i < tag.attributes.size(); ++i) {
            const std::string& name = tag.attributes[i];
            const auto end = tag.attributes.begin() + static_cast<std::ptrdiff_t>(i);
            if (std::find(tag.attributes.begin(), end, name) != end) {
                warn(Rule::kUnknownAttribute, at,
                     fmt::format("'{}' is set twice on this <{}>", name, tag.name),
                     fmt::format("the {} counts; {}",
                                 deck_.format == deck::Format::kGhReveal ? "last" : "first",
                                 name == "class" ? "write one: class=\"one two\""
                                                 : "leave one of them out"));
                return;
            }
        }
    }

    // HTML §13.2.6.4.7: outside of a table its parts' tags are dropped, their text stays.
    void check_table_part(const Tag& tag, std::size_t at) {
        constexpr std::string_view kParts = "caption col colgroup tbody td tfoot th thead tr";
        if (tag.name == "table") {
            open_tables_ = std::max(0, open_tables_ + (tag.closes ? -1 : 1));
        } else if (open_tables_ == 0 && !tag.closes && !is_told_of_parts_ &&
                   ascii::any_word(kParts,
                                   [&](std::string_view part) { return part == tag.name; })) {
            is_told_of_parts_ = true;
            warn(Rule::kBrokenMarkup, at,
                 fmt::format("this <{}> is in no table: only its text is shown", tag.name),
                 "write <table> before it, and </table> behind the last row");
        }
    }

    void warn(Rule rule, std::size_t at, std::string what, std::string hint) {
        const auto line =
            1 + std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        diagnostics_.warn(rule, {deck_.file, static_cast<int>(line)}, std::move(what),
                          std::move(hint));
    }

    const deck::Deck& deck_;
    const std::string text_;
    Diagnostics& diagnostics_;
    int open_tables_ = 0;
    bool is_told_of_parts_ = false;
};

}  // namespace

void check_tags(const deck::Deck& deck, SourceTexts& sources, Diagnostics& diagnostics) {
    TagCheck(deck, without_code(deck, sources.lines_of(deck.file)), diagnostics).check();
}

}  // namespace ghreveal::check
