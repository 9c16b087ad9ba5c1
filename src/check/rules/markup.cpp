#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "check/rules/foreign_markup.h"
#include "check/rules/rules_of_deck.h"
#include "check/rules/unclosed_mark.h"
#include "check/source_text.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::check {

namespace {

bool is_verbatim(const dom::Node& node) {
    for (const dom::Node* above = node.parent; above != nullptr; above = above->parent) {
        if (above->is_element("code") || above->is_element("pre") || above->is_element("script") ||
            above->is_element("style") || above->is_element("textarea") || above->is_foreign ||
            above->is_element("samp") || above->is_element("kbd")) {
            return true;
        }
    }
    return false;
}

// Whether a page's slide was Markdown, or is one of a section that was.
bool is_of_markdown(const dom::Node& section) {
    return section.attribute("data-markdown") != nullptr ||
           (section.parent != nullptr && section.parent->attribute("data-markdown") != nullptr);
}

class MarkupCheck {
public:
    MarkupCheck(const deck::Deck& deck, SourceTexts& sources, Diagnostics& diagnostics)
        : deck_(deck), sources_(sources), diagnostics_(diagnostics) {}

    void check(const dom::Node& text) {
        check_attribute_list(text);
        check_reference(text);
        check_link(text);
        check_open_link(text);
        check_braces(text);
        check_entity(text);
        check_formula(text);
        check_emoji(text);
        check_unclosed(text);
        check_foreign(text);
    }

private:
    // kramdown's `{: .class}` and `{::extension}`, which what is before or in them broke.
    void check_attribute_list(const dom::Node& node) {
        const std::size_t at = node.text.find("{:");
        const std::size_t end = node.text.find('}', at);
        if (at == std::string::npos) {
            return;
        }
        if (end == std::string::npos) {
            const std::string_view line =
                std::string_view(node.text).substr(at, node.text.find('\n', at) - at);
            warn(node, at, fmt::format("'{}' is shown as text: it is not ended", line),
                 "end the list of attributes with }");
        } else {
            warn(node, at,
                 fmt::format("'{}' is shown as text: it is no list of attributes",
                             node.text.substr(at, end + 1 - at)),
                 "it is {: .class #id key=\"value\"}, right behind or below what it is for");
        }
    }

    // `[text][name]`, `[^name]` and `[@name]` whose definition is nowhere.
    void check_reference(const dom::Node& node) {
        for (std::size_t at = node.text.find('['); at != std::string::npos;
             at = node.text.find('[', at + 1)) {
            const std::string_view rest = std::string_view(node.text).substr(at);
            const std::size_t end = rest.find(']');
            if (end == std::string_view::npos || end == 1) {
                continue;
            }
            const std::size_t close = rest.find(']', end + 1);
            const bool is_pair = rest.substr(end + 1).starts_with('[') &&
                                 close != std::string_view::npos && close > end + 2 &&
                                 !std::all_of(rest.begin() + 1, rest.begin() + end,
                                              [](char c) { return ascii::is_digit(c); });
            const std::string_view inside = rest.substr(1, end - 1);
            const std::size_t sign = inside.find('@');
            const bool cites = sign != inside.npos && sign + 1 < inside.size() &&
                               ascii::is_letter(inside[sign + 1]) &&
                               (sign == 0 || inside[sign - 1] == ' ' || inside[sign - 1] == '-');
            if (rest.starts_with("[^") || cites) {
                warn(node, at, fmt::format("'{}' is shown as text", rest.substr(0, end + 1)),
                     rest[1] == '^' ? fmt::format("write its text: {}: …", rest.substr(0, end + 1))
                                    : "citations are not made; write the source itself, or a link");
            } else if (rest.substr(end + 1).starts_with("[]") && ascii::is_letter(rest[1]) &&
                       (at == 0 || ascii::is_space(node.text[at - 1]))) {
                warn(node, at, fmt::format("'{}' is shown as text", rest.substr(0, end + 3)),
                     fmt::format("write where it leads: {}: ADDRESS", rest.substr(0, end + 1)));
            } else if (is_pair) {
                warn(node, at, fmt::format("'{}' is shown as text", rest.substr(0, close + 1)),
                     fmt::format("write where it leads: [{}]: ADDRESS",
                                 rest.substr(end + 2, close - end - 2)));
            }
        }
    }

    // `[text] (address)` and `(text)[address]`.
    void check_link(const dom::Node& node) {
        const std::string_view text = node.text;
        for (const auto& [between, close, end_sign] :
             {std::tuple{"] (", ')', '['}, std::tuple{")[", ']', '('}}) {
            const std::size_t at = text.find(between);
            const std::size_t begin = at == text.npos ? at : text.rfind(end_sign, at);
            const std::size_t address = at + std::string_view(between).size();
            const std::size_t end = at == text.npos ? at : text.find(close, address);
            if (begin == text.npos || end == text.npos ||
                !is_like_address(text.substr(address, end - address))) {
                continue;
            }
            warn(node, begin,
                 fmt::format("'{}' is shown as text", text.substr(begin, end + 1 - begin)),
                 "a link is [text](address), without a blank between");
        }
    }

    // `[text](a.md "title)`, which ends nowhere.
    void check_open_link(const dom::Node& node) {
        const std::string_view text = node.text;
        const std::size_t at = text.find("](");
        const std::size_t begin = at == text.npos ? at : text.rfind('[', at);
        const std::size_t end = at == text.npos ? at : text.find_first_of(") \n\"", at + 2);
        if (begin != text.npos && end != text.npos && text[end] != ')' &&
            is_like_address(text.substr(at + 2, end - at - 2))) {
            warn(node, begin,
                 fmt::format("'{}…' is shown as text", text.substr(begin, end - begin)),
                 "a link is [text](address \"title\"): its quotes and its bracket are closed");
        }
    }

    static bool is_like_address(std::string_view text) {
        const std::size_t dot = text.rfind('.');
        const bool has_suffix =
            dot != text.npos && dot > 0 && text.size() - dot - 1 >= 2 && text.size() - dot <= 5;
        return text.find(' ') == text.npos &&
               (text.starts_with("http") || text.starts_with('#') || has_suffix);
    }

    // pandoc's `{.class}` and `{width=300}`.
    void check_braces(const dom::Node& node) {
        const std::string_view text = node.text;
        for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
            const std::size_t end = text.find('}', at);
            const std::string_view list = end == text.npos ? "" : text.substr(at + 1, end - at - 1);
            const bool names =
                list.size() > 2 && (list[0] == '.' || list[0] == '#') && ascii::is_letter(list[1]);
            const std::size_t equals = list.find('=');
            const bool sets =
                equals != list.npos && equals > 2 &&
                std::all_of(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(equals),
                            [](char c) { return ascii::is_letter(c) || c == '-'; });
            if (names || sets) {
                warn(
                    node, at, fmt::format("'{{{}}}' is shown as text", list),
                    deck_.format == deck::Format::kGhReveal
                        ? fmt::format("kramdown's lists of attributes have a colon: {{: {}}}", list)
                        : "attributes are written in a comment: <!-- .element: class=\"name\" -->");
                return;
            }
        }
    }

    // `&nbps;`: what HTML does not know stays text.
    void check_entity(const dom::Node& node) {
        static const std::vector<std::string> kNames{"nbsp",   "copy",  "euro",  "mdash", "ndash",
                                                     "hellip", "rarr",  "larr",  "times", "middot",
                                                     "quot",   "laquo", "raquo", "ldquo", "rdquo",
                                                     "thinsp", "trade", "bull",  "infin", "deg"};
        const std::string_view text = node.text;
        for (std::size_t at = text.find('&'); at != text.npos; at = text.find('&', at + 1)) {
            const std::size_t end = text.find(';', at);
            const std::string name(end == text.npos ? "" : text.substr(at + 1, end - at - 1));
            const bool is_name = name.size() > 2 && name.size() < 9 &&
                                 std::all_of(name.begin(), name.end(), ascii::is_letter);
            const std::string near = is_name ? nearest_match(name, kNames) : "";
            const bool is_known = near == name || (near.empty() && !is_written(node, at, name));
            if (is_name && !is_known) {
                warn(node, at, fmt::format("'&{};' is shown as text", name),
                     near.empty() ? "HTML has no character of this name; write the character itself"
                                  : fmt::format("did you mean '&{};'?", near));
            }
        }
    }

    // Whether the line has it so: `&amp;name;` is meant to be text.
    bool is_written(const dom::Node& node, std::size_t at, const std::string& name) {
        const std::string_view line = sources_.line(deck_.file, position_in(node, at).line);
        const std::size_t found = line.find(fmt::format("&{};", name));
        const std::size_t code = line.find('`');
        return found != line.npos && (code == line.npos || code > found);
    }

    // Delimiters of formulas that nothing has taken for a formula.
    void check_formula(const dom::Node& node) {
        for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"$$", "$$"},
                                          {"\\(", "\\)"},
                                          {"$", "$"}}) {
            const std::size_t at = node.text.find(open);
            const std::size_t begin = at + open.size();
            const std::size_t end = at == std::string::npos ? at : node.text.find(close, begin);
            if (end == std::string::npos || end == begin ||
                (open == "$" && (deck_.format != deck::Format::kGhReveal ||
                                 !is_like_formula(node.text.substr(begin, end - begin))))) {
                continue;
            }
            warn(node, at,
                 fmt::format("'{}' is shown as text, not as a formula",
                             node.text.substr(at, end + close.size() - at)),
                 open == "$" ? "write $$…$$" : "");
            return;
        }
    }

    // Money and variables of a shell stand between dollars as well.
    static bool is_like_formula(std::string_view inside) {
        constexpr std::size_t kShort = 5;
        const bool is_letter = inside.size() == 1 && ascii::is_letter(inside.front());
        const bool is_tight = !ascii::is_space(inside.front()) && !ascii::is_space(inside.back());
        const bool has_index = inside.size() > 2 && inside.size() <= kShort && inside[1] == '_';
        return is_letter || has_index || (is_tight && inside.find_first_of("^\\") != inside.npos);
    }

    // `:smile:` between blanks, which GitHub's pages show as a picture.
    void check_emoji(const dom::Node& node) {
        const std::string_view text = node.text;
        for (std::size_t at = text.find(':'); at != std::string_view::npos;
             at = text.find(':', at + 1)) {
            const std::size_t end = text.find(':', at + 1);
            if (end == std::string_view::npos) {
                return;
            }
            const std::string_view name = text.substr(at + 1, end - at - 1);
            const bool stands_alone =
                (at == 0 || ascii::is_space(text[at - 1])) &&
                (end + 1 == text.size() || !ascii::is_word_or_beyond(text[end + 1]));
            const bool is_name = name.size() > 1 && ascii::is_letter(name.front()) &&
                                 std::all_of(name.begin(), name.end(), [](char c) {
                                     return ascii::is_alphanumeric(c) || c == '_';
                                 });
            if (stands_alone && is_name) {
                warn(node, at, fmt::format("':{}:' is shown as text", name),
                     "write the character itself; names of emoji are not known", "emoji");
                at = end;
            }
        }
    }

    void check_foreign(const dom::Node& node) {
        if (const auto mark = foreign_mark(node.text)) {
            warn(node, mark->at, fmt::format("'{}' is shown as text", mark->shown), mark->hint);
        }
    }

    // `**` and a backtick without their pair; with a backslash before them they are meant so.
    void check_unclosed(const dom::Node& node) {
        const auto mark = unclosed_mark(node.text);
        SourcePosition where = dom::position_of(node, deck_.file);
        const auto lines = std::count(node.text.begin(), node.text.end(), '\n');
        for (const int last = where.line + static_cast<int>(lines); mark && where.line <= last;
             ++where.line) {
            const std::string_view line = sources_.line(where.file, where.line);
            const std::size_t at = line.find(mark->beginning);
            if (at == line.npos) {
                continue;
            }
            if (at == 0 || line[at - 1] != '\\') {
                diagnostics_.warn(Rule::kBrokenMarkup, where,
                                  fmt::format("'{}' is shown as text", mark->shown), mark->hint);
            }
            return;
        }
    }

    void warn(const dom::Node& node, std::size_t at, std::string what, std::string hint,
              std::string group = "") {
        diagnostics_.report({Rule::kBrokenMarkup, position_in(node, at), std::move(what),
                             std::move(hint), std::move(group)});
    }

    SourcePosition position_in(const dom::Node& node, std::size_t at) const {
        SourcePosition where = dom::position_of(node, deck_.file);
        where.line += static_cast<int>(std::count(
            node.text.begin(), node.text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
        return where;
    }

    const deck::Deck& deck_;
    SourceTexts& sources_;
    Diagnostics& diagnostics_;
};

}  // namespace

void check_markup(const deck::Deck& deck, SourceTexts& sources, Diagnostics& diagnostics) {
    MarkupCheck check(deck, sources, diagnostics);
    for (const deck::Slide& slide : deck.slides) {
        if (deck.format == deck::Format::kPage && !is_of_markdown(*slide.section)) {
            continue;  // what is text there was written as text
        }
        dom::for_each(*slide.section, [&](const dom::Node& node) {
            if (node.is_text() && !is_verbatim(node)) {
                check.check(node);
            }
        });
    }
}

}  // namespace ghreveal::check
