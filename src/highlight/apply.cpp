#include "highlight/apply.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "highlight/highlighter.h"
#include "highlight/line_table.h"
#include "support/ascii.h"

namespace ghreveal::highlight {
namespace {

std::vector<std::string_view> class_words(const dom::Node& element) {
    const std::string* classes = element.attribute("class");
    return ascii::words(classes != nullptr ? std::string_view(*classes) : "");
}

// highlight.js looks for `language-X` or `lang-X` first, then for a class that is a language's
// name; the element's own classes come before its parent's.
std::string_view language_of(const dom::Node& code, const Highlighter& highlighter) {
    std::vector<std::string_view> words = class_words(code);
    const std::vector<std::string_view> of_parent = class_words(*code.parent);
    words.insert(words.end(), of_parent.begin(), of_parent.end());
    for (const std::string_view word : words) {
        for (const std::string_view prefix : {"language-", "lang-"}) {
            if (word.starts_with(prefix)) {
                return word.substr(prefix.size());
            }
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

// Puts pieces of a text node before it, in order, and removes the node at the end.
class TextSplitter {
public:
    TextSplitter(dom::Document& document, dom::Node& text) : document_(document), text_(text) {}

    void add_plain(std::string_view piece) {
        if (piece.empty()) {
            return;
        }
        document_.insert_before(text_, text_like_original(piece));
    }
    void add_token(std::string_view piece, const std::string& class_name) {
        dom::Node& span = document_.create_element("span");
        span.line = text_.line;
        span.file = text_.file;
        span.set_attribute("class", class_name);
        document_.append_child(span, text_like_original(piece));
        document_.insert_before(text_, span);
    }
    void finish() { document_.remove(text_); }

private:
    dom::Node& text_like_original(std::string_view piece) {
        dom::Node& node = document_.create_text(piece);
        node.line = text_.line;
        node.file = text_.file;
        return node;
    }
    dom::Document& document_;
    dom::Node& text_;
};

// Splits one text node, which begins at byte `offset` of the code, at its tokens.
void wrap_tokens(dom::Document& document, dom::Node& text, std::size_t offset,
                 const std::vector<Token>& tokens) {
    const std::string original = text.text;
    const std::string_view characters = original;
    const std::size_t end = offset + characters.size();
    auto token = std::lower_bound(tokens.begin(), tokens.end(), offset,
                                  [](const Token& t, std::size_t at) { return t.end <= at; });
    if (token == tokens.end() || token->begin >= end) {
        return;
    }
    TextSplitter splitter(document, text);
    std::size_t done = offset;
    for (; token != tokens.end() && token->begin < end; ++token) {
        const std::size_t from = std::max(token->begin, done);
        const std::size_t to = std::min(token->end, end);
        splitter.add_plain(characters.substr(done - offset, from - done));
        splitter.add_token(characters.substr(from - offset, to - from), token->class_name);
        done = to;
    }
    splitter.add_plain(characters.substr(done - offset));
    splitter.finish();
}

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

// pandoc's code has classes of its own sheets.
bool is_coloured_by_generator(const dom::Node& code) {
    return code.has_class("sourceCode") || code.parent->has_class("sourceCode");
}

// highlight.js's own, written by hand or by a program.
bool has_colour_spans(const dom::Node& code) {
    return dom::find_first(code, [](const dom::Node& node) {
               const std::string* classes =
                   node.is_element("span") ? node.attribute("class") : nullptr;
               return classes != nullptr && classes->starts_with("hljs-");
           }) != nullptr;
}

// The steps of a block are copies of it that follow one another: their tokens are found once.
class LatestTokens {
public:
    const std::vector<Token>& of(const std::string& text, std::string_view language,
                                 Highlighter& highlighter) {
        if (text != text_ || language != language_) {
            tokens_ = highlighter.tokens(text, language);
            text_ = text;
            language_ = language;
        }
        return tokens_;
    }

private:
    std::string text_;
    std::string language_;
    std::vector<Token> tokens_;
};

void colour(deck::Deck& deck, dom::Node& code, Highlighter& highlighter, LatestTokens& latest) {
    const std::string_view language = language_of(code, highlighter);
    if (language.empty()) {
        return;
    }
    const std::string text = dom::text_content(code);
    const std::vector<Token>& tokens = latest.of(text, language, highlighter);
    std::size_t offset = 0;
    for (dom::Node* node : texts_of(code)) {
        const std::size_t length = node->text.size();
        wrap_tokens(deck.document, *node, offset, tokens);
        offset += length;
    }
}

}  // namespace

void highlight_code_blocks(deck::Deck& deck, const Limits& limits) {
    if (!deck.colours_code) {
        return;
    }
    Highlighter highlighter(limits);
    LatestTokens latest;
    for (deck::Slide& slide : deck.slides) {
        std::vector<dom::Node*> blocks;
        dom::for_each(*slide.section, [&](dom::Node& node) {
            if (is_block_of_code(node)) {
                blocks.push_back(&node);
            }
        });
        for (dom::Node* code : blocks) {
            if (is_coloured_by_generator(*code)) {
                continue;
            }
            code->add_class("hljs");
            if (!has_colour_spans(*code)) {
                colour(deck, *code, highlighter, latest);
            }
            // reveal.js's plugin came to number lines with version 3.8.
            if (code->attribute("data-line-numbers") != nullptr &&
                deck.version >= deck::RevealVersion{3, 8}) {
                make_line_table(deck.document, *code);
            }
        }
    }
}

}  // namespace ghreveal::highlight
