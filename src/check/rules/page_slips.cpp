// Slips in a page of reveal.js: sections that are not closed, notes beside the slides, settings
// with a comma missing, Markdown that no script reads.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "check/rules/rules_of_deck.h"
#include "check/source_text.h"
#include "deck/page/scripts/page_scripts.h"
#include "dom/parse.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::check {

namespace {

// The page's text, line by line.
struct PageSource {
    std::string text;

    int line_at(std::size_t offset) const {
        return 1 + static_cast<int>(std::count(
                       text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    }
};

// Where a comment or an element whose text is no markup ends; `at` itself for anything else.
std::size_t past_raw_text(std::string_view text, std::size_t at) {
    struct RawText {
        std::string_view begin;
        std::string_view end;
    };
    constexpr std::array<RawText, 5> kRaw{{{"<!--", "-->"},
                                           {"<script", "</script"},
                                           {"<style", "</style"},
                                           {"<textarea", "</textarea"},
                                           {"<template", "</template"}}};
    for (const RawText& raw : kRaw) {
        if (ascii::starts_ignoring_case(text.substr(at), raw.begin)) {
            const std::size_t end = text.find(raw.end, at + raw.begin.size());
            return std::min(end, text.size() - 1) + 1;
        }
    }
    return at;
}

// A place in JavaScript where a member follows another without a comma between: `a: 1 b: 2`.
class MissingComma {
public:
    explicit MissingComma(std::string_view script) : script_(script) {}

    // The member's name, among the arguments that begin at `at`; empty when there is none.
    std::string_view find(std::size_t at) {
        int depth = 0;
        char before = ' ';  // the last sign that is no blank
        while (at < script_.size()) {
            const char c = script_[at];
            if (const std::size_t behind = past_comment_or_string(at); behind != at) {
                before = c == '/' ? before : c;
                at = behind;
            } else if (ascii::is_word_or_beyond(c)) {
                const std::size_t end = end_of_word(at);
                if (depth == 1 && ends_value(before) && is_followed_by_colon(end)) {
                    return script_.substr(at, end - at);
                }
                before = c;
                at = end;
            } else {
                depth += c == '{' || c == '[' || c == '(' ? 1 : 0;
                depth -= c == '}' || c == ']' || c == ')' ? 1 : 0;
                if (depth < 0) {
                    return {};
                }
                before = ascii::is_space(c) ? before : c;
                ++at;
            }
        }
        return {};
    }

private:
    static bool ends_value(char c) {
        return ascii::is_word_or_beyond(c) || c == '"' || c == '\'' || c == '`' || c == ']' ||
               c == '}';
    }

    std::size_t end_of_word(std::size_t at) const {
        while (at < script_.size() && ascii::is_word_or_beyond(script_[at])) {
            ++at;
        }
        return at;
    }

    bool is_followed_by_colon(std::size_t at) const {
        const std::size_t next = script_.find_first_not_of(" \t\r\n", at);
        return next != script_.npos && script_[next] == ':';
    }

    std::size_t past_comment_or_string(std::size_t at) const {
        const std::string_view rest = script_.substr(at);
        const char c = rest.front();
        if (rest.starts_with("//") || rest.starts_with("/*")) {
            const std::string_view closing = rest[1] == '/' ? "\n" : "*/";
            const std::size_t end = rest.find(closing);
            return end == rest.npos ? script_.size() : at + end + closing.size();
        }
        if (c == '"' || c == '\'' || c == '`') {
            std::size_t end = at + 1;
            while (end < script_.size() && script_[end] != c) {
                end += script_[end] == '\\' ? 2 : 1;
            }
            return std::min(end + 1, script_.size());
        }
        return at;
    }

    std::string_view script_;
};

class PageSlipCheck {
public:
    PageSlipCheck(const deck::Deck& deck, PageSource source, Diagnostics& diagnostics)
        : deck_(deck), source_(std::move(source)), diagnostics_(diagnostics) {}

    void check() {
        check_sections();
        check_notes_beside_slides();
        check_content_beside_slides();
        const std::vector<deck::PageScript> scripts = deck::page_scripts(*deck_.html);
        for (const deck::PageScript& script : scripts) {
            check_settings(script);
        }
        check_markdown(scripts);
    }

private:
    // The HTML parser closes what is left open, wherever that may be: only the text tells.
    void check_sections() {
        const std::string_view text = source_.text;
        std::vector<std::size_t> open;
        for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at)) {
            if (const std::size_t behind = past_raw_text(text, at); behind != at) {
                at = behind;
                continue;
            }
            const std::string_view rest = text.substr(at);
            if (ascii::starts_ignoring_case(rest, "<section")) {
                open.push_back(at);
            } else if (ascii::starts_ignoring_case(rest, "</section")) {
                if (open.empty()) {
                    warn(source_.line_at(at), "this </section> closes nothing",
                         "leave it out, or begin a slide above it");
                    return;
                }
                open.pop_back();
            }
            ++at;
        }
        if (!open.empty()) {
            warn(source_.line_at(open.back()), "the <section> that begins here is never closed",
                 "end the slide with </section>; else those behind it are in it");
        }
    }

    void check_notes_beside_slides() {
        for (const dom::Node* child = deck_.slides_element->first_child; child != nullptr;
             child = child->next) {
            if (child->is_element("aside") && child->has_class("notes")) {
                diagnostics_.warn(Rule::kBrokenMarkup, dom::position_of(*child, deck_.file),
                                  "these notes are of no slide",
                                  "write them into the slide's <section>");
            }
        }
    }

    // A browser shows it on every slide, wherever it comes to stand.
    void check_content_beside_slides() {
        for (const dom::Node* child = deck_.slides_element->first_child; child != nullptr;
             child = child->next) {
            const bool shows_nothing = child->is_element("section") || child->is_element("aside") ||
                                       child->is_element(dom::kComment) ||
                                       child->is_element("style") || child->is_element("script") ||
                                       child->is_element("template") || child->is_element("link") ||
                                       ascii::is_blank(dom::text_content(*child));
            if (!shows_nothing) {
                diagnostics_.warn(Rule::kLeftOut, dom::position_of(*child, deck_.file),
                                  "what stands beside the slides is not shown",
                                  "write it into a <section>");
                return;
            }
        }
    }

    void check_settings(const deck::PageScript& script) {
        for (const std::string_view call : deck::kRevealCalls) {
            const std::size_t at = script.text.find(call);
            const std::size_t open = at == script.text.npos ? at : script.text.find('(', at);
            if (open == script.text.npos) {
                continue;
            }
            const std::string_view name = MissingComma(script.text).find(open + 1);
            if (!name.empty()) {
                const auto offset = static_cast<std::size_t>(name.data() - script.text.data());
                const auto lines =
                    std::count(script.text.begin(),
                               script.text.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
                diagnostics_.warn(Rule::kInvalidValue,
                                  {deck_.file, script.line + static_cast<int>(lines)},
                                  fmt::format("there is no comma before '{}'", name),
                                  "browsers run nothing of such a script; write one");
            }
        }
    }

    // Bundles have other names: only a page that loads reveal.js itself is told.
    void check_markdown(const std::vector<deck::PageScript>& scripts) {
        const dom::Node* markdown =
            dom::find_first(static_cast<const dom::Node&>(*deck_.html), [](const dom::Node& node) {
                return node.is_element("section") && node.attribute("data-markdown") != nullptr;
            });
        const auto names = [&](std::string_view word) {
            return std::any_of(scripts.begin(), scripts.end(), [&](const deck::PageScript& one) {
                return ascii::lower_case(one.address + one.text).find(word) != std::string::npos;
            });
        };
        if (markdown != nullptr && names("reveal.") && !names("markdown")) {
            diagnostics_.warn(Rule::kScriptContent, dom::position_of(*markdown, deck_.file),
                              "no script of the page reads Markdown",
                              "a browser shows it as it is written; load reveal.js's plugin");
        }
    }

    void warn(int line, std::string what, std::string hint) {
        diagnostics_.warn(Rule::kBrokenMarkup, {deck_.file, line}, std::move(what),
                          std::move(hint));
    }

    const deck::Deck& deck_;
    PageSource source_;
    Diagnostics& diagnostics_;
};

}  // namespace

void check_page_slips(const deck::Deck& deck, SourceTexts& sources, Diagnostics& diagnostics) {
    if (deck.format != deck::Format::kPage) {
        return;
    }
    PageSource source;
    for (const std::string& line : sources.lines_of(deck.file)) {
        source.text += line + "\n";
    }
    PageSlipCheck(deck, std::move(source), diagnostics).check();
}

}  // namespace ghreveal::check
