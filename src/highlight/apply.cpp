#include "highlight/apply.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "highlight/highlighter.h"
#include "highlight/languages.h"
#include "highlight/line_table.h"
#include "highlight/prism.h"
#include "support/ascii.h"
#include "support/rules.h"

namespace ghreveal::highlight {
namespace {

std::vector<std::string_view> class_words(const dom::Node& element) {
    const std::string* classes = element.attribute("class");
    return ascii::words(classes != nullptr ? std::string_view(*classes) : "");
}

// highlight.js looks for `language-X` or `lang-X` first, then for a class that is a language's
// name; the element's own classes come before its parent's.
std::string_view language_of(const dom::Node& code, Highlighter& highlighter) {
    std::vector<std::string_view> words = class_words(code);
    const std::vector<std::string_view> of_parent = class_words(*code.parent);
    words.insert(words.end(), of_parent.begin(), of_parent.end());
    for (const std::string_view word : words) {
        if (const auto language = language_of_class(word)) {
            return *language;
        }
    }
    const auto named = std::find_if(words.begin(), words.end(), [&](std::string_view word) {
        return highlighter.knows_language(word);
    });
    return named == words.end() ? std::string_view{} : *named;
}

std::vector<dom::Node*> texts_of(dom::Node& code) {
    std::vector<dom::Node*> texts;
    dom::for_each(code, [&](dom::Node& node) {
        if (node.is_text()) {
            texts.push_back(&node);
        }
    });
    return texts;
}

// Before version 8, which came with reveal.js 3, highlight.js wrote `keyword`, not `hljs-keyword`.
enum class ClassNames : std::uint8_t { kAsTheyAre, kAlsoWithoutPrefix };

std::string_view without_prefix(std::string_view class_name) {
    constexpr std::string_view kPrefix = "hljs-";
    class_name.remove_prefix(class_name.starts_with(kPrefix) ? kPrefix.size() : 0);
    return class_name;
}

// Wraps tokens in spans, text node by text node: what one crosses (an element of the author's in
// the code) splits it.
class TokenWrapper {
public:
    TokenWrapper(dom::Document& document, const std::vector<Token>& tokens, ClassNames names)
        : document_(document), tokens_(tokens), names_(names) {}

    // The next of the code's texts.
    void wrap(dom::Node& text) {
        const std::string_view characters = text.text;
        const std::size_t begin = at_;
        const std::size_t end = at_ + characters.size();
        if (characters.empty() ||
            (open_.empty() && (next_ == tokens_.size() || tokens_[next_].begin >= end))) {
            at_ = end;
            return;
        }
        places_.clear();
        for (const Token* token : open_) {
            open_span(text, *token);
        }
        while (at_ < end) {
            open_begun(text);
            const std::size_t stop = std::min(end, next_change());
            add_text(text, characters.substr(at_ - begin, stop - at_));
            at_ = stop;
            close_ended();
        }
        document_.remove(text);
    }

private:
    std::size_t next_change() const {
        const std::size_t begin = next_ < tokens_.size() ? tokens_[next_].begin : std::string::npos;
        return open_.empty() ? begin : std::min(begin, open_.back()->end);
    }

    void close_ended() {
        while (!open_.empty() && open_.back()->end <= at_) {
            open_.pop_back();
            places_.pop_back();
        }
    }

    void open_begun(dom::Node& text) {
        for (; next_ < tokens_.size() && tokens_[next_].begin <= at_; ++next_) {
            open_.push_back(&tokens_[next_]);
            open_span(text, tokens_[next_]);
        }
    }

    void open_span(dom::Node& text, const Token& token) {
        dom::Node& span = document_.create_element("span");
        dom::place_at(span, text);
        span.set_attribute("class", token.class_name);
        if (names_ == ClassNames::kAlsoWithoutPrefix) {
            span.add_class(without_prefix(token.class_name));
        }
        insert(text, span);
        places_.push_back(&span);
    }

    void add_text(dom::Node& text, std::string_view piece) {
        if (!piece.empty()) {
            dom::Node& node = document_.create_text(piece);
            dom::place_at(node, text);
            insert(text, node);
        }
    }

    void insert(dom::Node& text, dom::Node& node) {
        if (places_.empty()) {
            document_.insert_before(text, node);
        } else {
            document_.append_child(*places_.back(), node);
        }
    }

    dom::Document& document_;
    const std::vector<Token>& tokens_;
    ClassNames names_;
    std::size_t next_ = 0;            // the first that has not begun
    std::size_t at_ = 0;              // in the code
    std::vector<const Token*> open_;  // from the outermost
    std::vector<dom::Node*> places_;  // their spans in the current text
};

bool is_block_of_code(const dom::Node& node) {
    if (!node.is_element("code")) {
        return false;
    }
    const dom::Node* around = node.parent;
    while (around != nullptr && !around->is_element("pre")) {
        around = around->parent;
    }
    return around != nullptr;
}

// Prism takes spans of code in running text too.
bool is_code_of_prism(const dom::Node& node) {
    return node.is_element("code") && !prism_language(node).empty();
}

// highlight.js marks the element, which gives code its background; Prism it and its <pre>, by the
// language that one of them or of what is around them has.
void mark_as_code(dom::Node& code, deck::CodeColouring colouring) {
    if (colouring == deck::CodeColouring::kHighlightJs) {
        code.add_class("hljs");
        return;
    }
    const std::string_view language = prism_language(code);
    if (language.empty()) {
        return;
    }
    const std::string name = "language-" + ascii::lower_case(language);
    code.add_class(name);
    if (code.parent->is_element("pre")) {
        code.parent->add_class(name);
    }
}

bool is_span_of(const dom::Node& node, bool (*is_colour)(std::string_view)) {
    const std::string* classes = node.is_element("span") ? node.attribute("class") : nullptr;
    return classes != nullptr && ascii::any_word(*classes, is_colour);
}

bool has_span_of(const dom::Node& code, bool (*is_colour)(std::string_view)) {
    return dom::find_first(
               code, [&](const dom::Node& node) { return is_span_of(node, is_colour); }) != nullptr;
}

// highlight.js's own, written by hand or by a program.
bool has_colour_spans(const dom::Node& code) {
    return has_span_of(code, [](std::string_view word) { return word.starts_with("hljs-"); });
}

// pandoc's code, and Pygments' and Rouge's (`k`, `nb`, `s1`), have classes of their own sheets.
bool is_coloured_by_generator(const dom::Node& code) {
    bool is_marked = false;
    for (const dom::Node* around = &code; around != nullptr && !around->is_element("section");
         around = around->parent) {
        if (around->has_class("sourceCode")) {
            return true;
        }
        is_marked = is_marked || around->has_class("highlight") || around->has_class("codehilite");
    }
    return is_marked && has_span_of(code, [](std::string_view word) { return word.size() <= 2; });
}

// A diagram's picture (diagrams/).
bool is_drawn(const dom::Node& code) {
    return code.parent->has_class("diagram-picture");
}

// The steps of a block are copies of it that follow one another: their tokens are found once.
class LatestTokens {
public:
    // Without a language it is guessed.
    const std::vector<Token>& of(const std::string& text, std::string_view language,
                                 Highlighter& highlighter) {
        if (text != text_ || language != language_) {
            text_ = text;
            language_ = language;
            tokens_.clear();
            tokens_ = language.empty() ? highlighter.guessed_tokens(text)
                                       : highlighter.tokens(text, language);
        }
        return tokens_;
    }

private:
    std::string text_;
    std::string language_;
    std::vector<Token> tokens_;
};

// What highlight.js leaves alone, and what is written for it.
bool is_plain_text(std::string_view language) {
    constexpr std::array<std::string_view, 7> kNames{
        "nohighlight", "no-highlight", "plain", "text", "txt", "none", "plaintext"};
    return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view name) {
        return ascii::equal_ignoring_case(name, language);
    });
}

class Painter {
public:
    Painter(deck::Deck& deck, const Limits& limits, Diagnostics& diagnostics)
        : deck_(deck), diagnostics_(diagnostics), highlighter_(limits) {}

    void colour(dom::Node& code) {
        const std::string_view language =
            is_prism() ? prism_language(code) : language_of(code, highlighter_);
        if (is_plain_text(language) || code.parent->has_class("diagram-source") ||
            (language.empty() && !guesses())) {
            return;
        }
        if (!language.empty() && !highlighter_.knows_language(language)) {
            warn_of_unknown(language, code);
            return;
        }
        try {
            const std::string text = dom::text_content(code);
            const std::vector<Token>& tokens = latest_.of(text, language, highlighter_);
            wrap(code, is_prism() ? prism_tokens(text, language, tokens) : tokens);
        } catch (const Error& failure) {  // a grammar of one's own that cannot be read
            diagnostics_.warn(Rule::kUnknownLanguage, failure.where(), failure.what(),
                              failure.hint());
        }
    }

private:
    // reveal.js's plugin has highlight.js guess; gh-reveal's decks name what they mean.
    // Prism never does.
    bool guesses() const {
        return deck_.format != deck::Format::kGhReveal &&
               deck_.code_colouring == deck::CodeColouring::kHighlightJs;
    }

    bool is_prism() const { return deck_.code_colouring == deck::CodeColouring::kPrism; }

    ClassNames class_names() const {
        const bool is_early = deck_.format != deck::Format::kGhReveal && deck_.version.major < 3;
        return is_early && !is_prism() ? ClassNames::kAlsoWithoutPrefix : ClassNames::kAsTheyAre;
    }

    void wrap(dom::Node& code, const std::vector<Token>& tokens) {
        TokenWrapper wrapper(deck_.document, tokens, class_names());
        for (dom::Node* text : texts_of(code)) {
            wrapper.wrap(*text);
        }
    }

    void warn_of_unknown(std::string_view language, const dom::Node& code) {
        if (!warned_.insert(std::string(language)).second) {
            return;
        }
        const std::string near = highlighter_.nearest_language(language);
        diagnostics_.warn(
            Rule::kUnknownLanguage, dom::position_of(code, deck_.file),
            fmt::format("no language '{}' is known to colour code by; it stays plain", language),
            near.empty() ? "" : fmt::format("did you mean '{}'?", near));
    }

    deck::Deck& deck_;
    Diagnostics& diagnostics_;
    Highlighter highlighter_;
    LatestTokens latest_;
    std::set<std::string> warned_;
};

}  // namespace

void highlight_code_blocks(deck::Deck& deck, const Limits& limits, Diagnostics& diagnostics) {
    if (deck.code_colouring == deck::CodeColouring::kNone) {
        return;
    }
    const bool is_prism = deck.code_colouring == deck::CodeColouring::kPrism;
    constexpr deck::RevealVersion kLinesAreCells{4, 2};
    const LineTable lines = deck.has_early_line_tables || deck.version < kLinesAreCells
                                ? LineTable::kOfBlocks
                                : LineTable::kOfCells;
    Painter painter(deck, limits, diagnostics);
    for (deck::Slide& slide : deck.slides) {
        std::vector<dom::Node*> blocks;
        dom::for_each(*slide.section, [&](dom::Node& node) {
            if (is_prism ? is_code_of_prism(node) : is_block_of_code(node)) {
                blocks.push_back(&node);
            }
        });
        for (dom::Node* code : blocks) {
            if (is_coloured_by_generator(*code) || is_drawn(*code)) {
                continue;
            }
            mark_as_code(*code, deck.code_colouring);
            if (!has_colour_spans(*code)) {
                painter.colour(*code);
            }
            if (is_prism) {
                add_line_highlights(deck.document, *code);
            }
            // reveal.js's plugin came to number lines with version 3.8.
            if (code->attribute("data-line-numbers") != nullptr &&
                deck.version >= deck::RevealVersion{3, 8}) {
                make_line_table(deck.document, *code, lines);
            }
        }
    }
}

}  // namespace ghreveal::highlight
