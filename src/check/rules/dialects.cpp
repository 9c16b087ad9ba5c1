// Lines in the Markdown of other presentation programs (Marp, remark, Slidev, pandoc, Quarto),
// which set nothing here or stay on the slide as text.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "check/rules/rules_of_deck.h"
#include "check/rules/text_lines.h"
#include "check/source_text.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::check {

namespace {

bool has_word(std::string_view words, std::string_view word) {
    return ascii::any_word(words, [word](std::string_view one) { return one == word; });
}

std::string_view leading_name(std::string_view text) {
    const auto end = std::find_if_not(text.begin(), text.end(), [](char c) {
        return ascii::is_alphanumeric(c) || c == '-' || c == '_';
    });
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

class DialectCheck {
public:
    // `is_marps`: something in the deck is Marp's beyond doubt.
    DialectCheck(const deck::Deck& deck, bool is_marps, Diagnostics& diagnostics)
        : deck_(deck),
          is_gh_reveal_(deck.format == deck::Format::kGhReveal),
          is_marps_(is_marps),
          diagnostics_(diagnostics) {}

    void check(std::string_view line, int number) {
        number_ = number;
        const std::string_view text = ascii::trimmed(line);
        if (number == 1 || is_in_front_matter_) {
            is_in_front_matter_ = text == "---" ? number == 1 : is_in_front_matter_;
            has_begun_ = number > 1 || (!text.empty() && text != "---");
            return;
        }
        if (text.empty()) {
            is_after_blank_ = true;
            return;
        }
        check_marp_comment(text);
        check_marp_picture(line);
        check_whole_line(text);
        check_remark(text);
        check_formula(line);
        check_liquid(line);
        has_begun_ = has_begun_ || !last_.empty();
        last_ = text;
        is_after_blank_ = false;
    }

private:
    // https://marpit.marp.app/directives: `<!-- _class: lead -->`, `<!-- fit -->`.
    void check_marp_comment(std::string_view text) {
        constexpr std::string_view kDirectives =
            "backgroundColor backgroundImage backgroundPosition backgroundRepeat backgroundSize "
            "class color footer header headingDivider marp paginate size";
        const std::size_t at = text.find("<!--");
        if (at == text.npos) {
            return;
        }
        std::string_view inside = ascii::trimmed(text.substr(at + 4));
        if (inside.starts_with("fit -->")) {
            say("'<!-- fit -->' is Marp's: it sets nothing",
                "give the heading the class r-fit-text");
            return;
        }
        // `<!-- footer: … -->` alone may be anybody's remark.
        constexpr std::string_view kCommonWords = "color footer header size";
        const bool is_local = inside.starts_with('_');
        inside.remove_prefix(is_local ? 1 : 0);
        const std::string_view name = leading_name(inside);
        if (inside.substr(name.size()).starts_with(':') && has_word(kDirectives, name) &&
            (is_local || is_marps_ || !has_word(kCommonWords, name))) {
            say(fmt::format("'{}' in a comment is Marp's: it sets nothing", name),
                is_gh_reveal_ ? "write §slide:class=NAME§; or §slide:data-background=COLOUR§;"
                              : "write <!-- .slide: class=\"NAME\" data-background=\"COLOUR\" -->");
        }
    }

    // https://marpit.marp.app/image-syntax: `![bg left](a.png)`, `![w:200](a.png)`.
    void check_marp_picture(std::string_view line) {
        for (std::size_t at = line.find("!["); at != line.npos; at = line.find("![", at + 2)) {
            const std::string_view rest = line.substr(at + 2);
            const std::string_view words = rest.substr(0, rest.find(']'));
            const std::string_view name = leading_name(words);
            const std::string_view behind = words.substr(name.size());
            const bool is_background = name == "bg" && (behind.empty() || behind.front() == ' ');
            const bool is_size = has_word("w h width height", name) && behind.size() > 1 &&
                                 behind[0] == ':' && ascii::is_digit(behind[1]);
            if ((is_background || is_size) && !is_in_code_span(line, at)) {
                say(fmt::format("'![{}]' is Marp's: its words are the picture's text", words),
                    is_size         ? "write <img src=\"FILE\" width=\"200\">"
                    : is_gh_reveal_ ? "write §slide:data-background-image=FILE§;"
                                    : "write <!-- .slide: data-background-image=\"FILE\" -->");
            }
        }
    }

    // Marks that have a line for themselves.
    void check_whole_line(std::string_view text) {
        if (text == ". . .") {
            say("'. . .' is pandoc's: it is shown as text",
                is_gh_reveal_ ? "§fragment shows what stands before it in a step of its own"
                              : "write <!-- .element: class=\"fragment\" --> behind each step");
        } else if (last_.empty() && text.starts_with("% ")) {
            say(fmt::format("'{}' is pandoc's: it is shown as text", text),
                "write `title: …` into the front matter");
        } else if (text == "?\?\?") {
            say("'?\?\?' is remark's: what follows is shown on the slide",
                is_gh_reveal_ ? "write §notes" : "write Note:");
        } else if (text == "--" && is_gh_reveal_ && is_after_blank_) {
            say("'--' is remark's: it is shown as text",
                "§new begins a slide, §fragment shows what stands before it in a step of its own");
        } else if (text.starts_with("<<< ") && text.size() > 4) {
            say("'<<<' is Slidev's: it is shown as text", "copy the code into the deck");
        } else if (text.size() > 4 && text.starts_with("::") && text.ends_with("::") &&
                   leading_name(text.substr(2)).size() == text.size() - 4) {
            say(fmt::format("'{}' is Slidev's: it is shown as text", text),
                "write each column into a <div>");
        }
    }

    // https://github.com/gnab/remark/wiki: a slide's properties, `.left[…]`. Slidev's slides begin
    // so as well.
    void check_remark(std::string_view text) {
        constexpr std::string_view kProperties =
            "background-image class count exclude layout name template";
        const std::string_view name = leading_name(text);
        const bool is_first = has_begun_ && (last_ == "---" || last_.empty());
        if (is_first && text.substr(name.size()).starts_with(": ") && has_word(kProperties, name)) {
            say(fmt::format("'{}:' is no property of a slide here: it is shown as text", name),
                is_gh_reveal_ ? "write §slide:class=NAME§;"
                              : "write <!-- .slide: class=\"NAME\" -->");
        }
        const std::string_view word = text.front() == '.' ? leading_name(text.substr(1)) : "";
        const std::string_view behind = word.empty() ? "" : text.substr(word.size() + 1);
        if (!word.empty() && ascii::is_letter(word.front()) && behind.starts_with('[')) {
            say(fmt::format("'.{}[' is remark's: it is shown as text", word),
                fmt::format("write <div class=\"{}\"{}> and </div>", word,
                            is_gh_reveal_ ? " markdown=\"1\"" : ""));
        }
    }

    // TeX's `\[…\]` and `\(…\)`, whose backslashes kramdown takes for escapes.
    void check_formula(std::string_view line) {
        for (const auto& [open, close] :
             {std::pair<std::string_view, std::string_view>{"\\[", "\\]"}, {"\\(", "\\)"}}) {
            const std::size_t at = line.find(open);
            const std::size_t end = at == line.npos ? at : line.find(close, at + open.size());
            const bool is_escaped = at != line.npos && at > 0 && line[at - 1] == '\\';
            if (!is_gh_reveal_ || end == line.npos || is_escaped || is_in_code_span(line, at)) {
                continue;
            }
            const std::string_view shown = line.substr(at, end + close.size() - at);
            if (shown.substr(2, shown.size() - 4).find_first_of("^_\\") != shown.npos) {
                say(fmt::format("'{}' is shown as text, not as a formula", shown), "write $$…$$");
                return;
            }
        }
    }

    // Jekyll's, in a deck that reveal-md reads.
    void check_liquid(std::string_view line) {
        const std::size_t at = line.find("{%");
        const std::size_t end = at == line.npos ? at : line.find("%}", at);
        if (!is_gh_reveal_ && end != line.npos && !is_in_code_span(line, at)) {
            say(fmt::format("'{}' is shown as text", line.substr(at, end + 2 - at)),
                "Liquid is read in decks of a Jekyll site only");
        }
    }

    void say(std::string what, std::string hint) {
        diagnostics_.warn(Rule::kBrokenMarkup, {deck_.file, number_}, std::move(what),
                          std::move(hint));
    }

    const deck::Deck& deck_;
    const bool is_gh_reveal_;
    const bool is_marps_;
    Diagnostics& diagnostics_;
    int number_ = 0;
    bool is_in_front_matter_ = false;
    bool has_begun_ = false;      // there is text, or front matter, above
    std::string_view last_;       // that is not blank
    bool is_after_blank_ = true;  // `--` right below text is a heading's underline
};

}  // namespace

void check_dialects(const deck::Deck& deck, SourceTexts& sources, Diagnostics& diagnostics) {
    if (deck.format == deck::Format::kPage) {
        return;
    }
    bool is_marps = false;
    for (const std::string_view line : sources.lines_of(deck.file)) {
        const std::string_view text = ascii::trimmed(line);
        is_marps = is_marps || text.starts_with("marp:") || text.starts_with("paginate:") ||
                   text.starts_with("<!-- _") || text.starts_with("![bg");
    }
    DialectCheck check(deck, is_marps, diagnostics);
    for_each_text_line(sources.lines_of(deck.file),
                       [&](std::string_view line, int number) { check.check(line, number); });
}

}  // namespace ghreveal::check
