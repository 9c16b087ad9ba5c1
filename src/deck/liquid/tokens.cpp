#include "deck/liquid/tokens.h"

#include <algorithm>

#include "support/ascii.h"

namespace ghreveal::deck::liquid {

namespace {

class Tokenizer {
public:
    Tokenizer(std::string_view text, int first_line) : rest_(text), line_(first_line) {}

    std::vector<Token> run() {
        std::size_t begin = 0;
        while ((begin = rest_.find('{', begin)) != rest_.npos) {
            const std::size_t size = braces_size(begin);
            if (size == 0) {
                ++begin;
                continue;
            }
            push_text(begin);
            push_braces(size);
            begin = 0;
        }
        push_text(rest_.size());
        return std::move(tokens_);
    }

private:
    // Of the tag or output that begins at `at`; 0 when nothing does, or it never ends.
    std::size_t braces_size(std::size_t at) {
        const std::string_view from = rest_.substr(at);
        const bool is_tag = from.starts_with("{%");
        if (!is_tag && !from.starts_with("{{")) {
            return 0;
        }
        // One search to the end is enough to know that no other finds anything either.
        bool& is_last = is_tag ? no_more_tags_ : no_more_outputs_;
        const std::size_t end = is_last ? from.npos : from.find(is_tag ? "%}" : "}}", 2);
        is_last = end == from.npos;
        return is_last ? 0 : end + 2;
    }

    std::string_view take(std::size_t size) {
        const std::string_view taken = rest_.substr(0, size);
        line_ += static_cast<int>(std::count(taken.begin(), taken.end(), '\n'));
        rest_.remove_prefix(size);
        return taken;
    }

    void push_text(std::size_t size) {
        if (size > 0) {
            Token token;
            token.line = line_;
            token.written = token.content = take(size);
            tokens_.push_back(token);
        }
    }

    void push_braces(std::size_t size) {
        Token token;
        token.line = line_;
        token.written = take(size);
        token.kind = token.written[1] == '%' ? Token::Kind::kTag : Token::Kind::kOutput;
        token.content = token.written.substr(2, size - 4);
        token.trims_before = token.content.starts_with('-');
        token.content.remove_prefix(token.trims_before ? 1 : 0);
        token.trims_after = token.content.ends_with('-');
        token.content.remove_suffix(token.trims_after ? 1 : 0);
        token.content = ascii::trimmed(token.content);
        tokens_.push_back(token);
    }

    std::string_view rest_;
    int line_;
    std::vector<Token> tokens_;
    bool no_more_tags_ = false;
    bool no_more_outputs_ = false;
};

}  // namespace

std::string_view Token::name() const {
    const auto end = std::find_if_not(content.begin(), content.end(), [](char c) {
        return ascii::is_word_or_beyond(c) || c == '-' || c == '#';
    });
    return content.substr(0, static_cast<std::size_t>(end - content.begin()));
}

std::string_view Token::arguments() const {
    return ascii::trimmed(content.substr(name().size()));
}

std::vector<Token> tokenize(std::string_view text, int first_line) {
    return Tokenizer(text, first_line).run();
}

}  // namespace ghreveal::deck::liquid
