#include "highlight/prism.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "highlight/languages.h"
#include "support/ascii.h"

namespace ghreveal::highlight {

namespace {

struct Names {
    std::string_view highlight_js;
    std::string_view prism;
};

// Prism's standard tokens (prismjs.com/tokens.html).
constexpr auto kNames = std::to_array<Names>({
    {"hljs-addition", "token inserted"},
    {"hljs-attr", "token attr-name property"},
    {"hljs-attribute", "token property"},
    {"hljs-built_in", "token builtin"},
    {"hljs-bullet", "token list punctuation"},
    {"hljs-code", "token code"},
    {"hljs-comment", "token comment"},
    {"hljs-deletion", "token deleted"},
    {"hljs-emphasis", "token italic"},
    {"hljs-keyword", "token keyword"},
    {"hljs-link", "token url"},
    {"hljs-literal", "token boolean"},
    {"hljs-meta", "token prolog macro property annotation"},
    {"hljs-name", "token tag"},
    {"hljs-number", "token number"},
    {"hljs-params", "token parameter"},
    {"hljs-quote", "token comment"},
    {"hljs-regexp", "token regex"},
    {"hljs-section", "token title important"},
    {"hljs-selector-attr", "token selector"},
    {"hljs-selector-class", "token selector"},
    {"hljs-selector-id", "token selector"},
    {"hljs-selector-pseudo", "token selector"},
    {"hljs-selector-tag", "token selector"},
    {"hljs-string", "token string"},
    {"hljs-strong", "token bold"},
    {"hljs-subst", "token interpolation"},
    {"hljs-symbol", "token symbol"},
    {"hljs-tag", "token tag"},
    {"hljs-template-variable", "token variable"},
    {"hljs-type", "token class-name"},
    {"hljs-variable", "token variable"},
});

// Empty where Prism has no such token. `enclosing` is the class of the token around it: a title is
// a function's name or a class's.
std::string_view prism_class(std::string_view token_class, std::string_view enclosing) {
    if (token_class == "hljs-title") {
        return enclosing == "hljs-class" ? "token class-name" : "token function";
    }
    if (token_class == "hljs-string" && enclosing == "hljs-tag") {
        return "token attr-value";
    }
    const auto named = std::find_if(kNames.begin(), kNames.end(), [&](const Names& names) {
        return names.highlight_js == token_class;
    });
    return named == kNames.end() ? std::string_view{} : named->prism;
}

std::vector<Token> renamed(const std::vector<Token>& tokens) {
    std::vector<Token> result;
    std::vector<const Token*> open;
    for (const Token& token : tokens) {
        while (!open.empty() && open.back()->end <= token.begin) {
            open.pop_back();
        }
        const std::string_view name = prism_class(
            token.class_name, open.empty() ? std::string_view{} : open.back()->class_name);
        if (!name.empty()) {
            result.push_back({token.begin, token.end, std::string(name)});
        }
        open.push_back(&token);
    }
    return result;
}

// Text between marks, in which a full stop or a bracket is no token.
bool is_markup(std::string_view language) {
    constexpr std::array<std::string_view, 9> kMarkup{"html",     "xml", "svg",  "mathml", "markup",
                                                      "markdown", "md",  "diff", "latex"};
    return std::any_of(kMarkup.begin(), kMarkup.end(), [&](std::string_view name) {
        return ascii::equal_ignoring_case(name, language);
    });
}

// What Prism's `clike` finds in code that no other token holds; most of its languages extend it.
class PlainTokens {
public:
    PlainTokens(std::string_view code, std::vector<Token>& tokens) : code_(code), out_(tokens) {}

    void find(std::size_t begin, std::size_t end) {
        at_ = begin;
        end_ = end;
        while (at_ < end_) {
            const std::size_t start = at_;
            if (ascii::is_word_or_beyond(code_[at_])) {
                skip_while(ascii::is_word_or_beyond);
                if (at_ < code_.size() && code_[at_] == '(') {
                    out_.push_back({start, at_, "token function"});
                }
            } else if (is_operator(code_[at_])) {
                skip_while(is_operator);
                out_.push_back({start, at_, "token operator"});
            } else {
                ++at_;
                if (std::string_view("{}[];(),.:").find(code_[start]) != std::string_view::npos) {
                    out_.push_back({start, at_, "token punctuation"});
                }
            }
        }
    }

private:
    static bool is_operator(char c) {
        return std::string_view("<>=!+-&|?*/~^%").find(c) != std::string_view::npos;
    }

    template <typename IsPart>
    void skip_while(IsPart is_part) {
        while (at_ < end_ && is_part(code_[at_])) {
            ++at_;
        }
    }

    std::string_view code_;
    std::vector<Token>& out_;
    std::size_t at_ = 0;
    std::size_t end_ = 0;
};

int number_at(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

constexpr int kMostHighlightedLines = 10'000;

}  // namespace

std::string_view prism_language(const dom::Node& code) {
    for (const dom::Node* node = &code; node != nullptr; node = node->parent) {
        const std::string* classes = node->attribute("class");
        const std::string_view all = classes != nullptr ? std::string_view(*classes) : "";
        for (const std::string_view word : ascii::words(all)) {
            const auto language = language_of_class(word);
            if (language && !language->empty()) {
                return *language;
            }
        }
    }
    return {};
}

std::vector<Token> prism_tokens(std::string_view code, std::string_view language,
                                const std::vector<Token>& tokens) {
    std::vector<Token> result = renamed(tokens);
    if (is_markup(language)) {
        return result;
    }
    std::vector<Token> plain;
    PlainTokens finder(code, plain);
    std::size_t end = 0;
    for (const Token& token : result) {
        finder.find(end, std::max(end, token.begin));
        end = std::max(end, token.end);
    }
    finder.find(end, code.size());
    result.insert(result.end(), plain.begin(), plain.end());
    std::stable_sort(result.begin(), result.end(),
                     [](const Token& a, const Token& b) { return a.begin < b.begin; });
    return result;
}

void add_line_highlights(dom::Document& document, dom::Node& code) {
    const std::string* lines = code.parent->attribute("data-line");
    if (lines == nullptr || !code.parent->is_element("pre")) {
        return;
    }
    for (const std::string_view range : ascii::split(*lines, ',')) {
        const std::size_t dash = range.find('-');
        const int first = number_at(ascii::trimmed(range.substr(0, dash)));
        const int last =
            dash == range.npos ? first : number_at(ascii::trimmed(range.substr(dash + 1)));
        if (first < 1 || last < first || last - first > kMostHighlightedLines) {
            continue;
        }
        dom::Node& mark = document.create_element("div");
        dom::place_at(mark, code);
        mark.add_class("line-highlight");
        mark.set_attribute("aria-hidden", "true");
        mark.set_attribute("data-start", std::to_string(first));
        if (last > first) {
            mark.set_attribute("data-end", std::to_string(last));
        }
        mark.set_attribute("style", fmt::format("top: {}lh", first - 1));
        std::string blank_lines;
        for (int line = first; line <= last; ++line) {
            blank_lines += " \n";
        }
        document.append_child(mark, document.create_text(blank_lines));
        document.append_child(code, mark);
    }
}

}  // namespace ghreveal::highlight
