// Literals in a script's text, from one place to the next: ECMAScript §12 as far as data needs it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ghreveal::deck {

// Letters, digits, `_` and `$`.
bool begins_name(char);

class LiteralReader {
public:
    explicit LiteralReader(std::string_view text) : text_(text) {}

    void move_to(std::size_t at) { at_ = at; }
    std::size_t position() const { return at_; }
    bool at_end() const { return at_ >= text_.size(); }
    char current() const { return at_end() ? '\0' : text_[at_]; }

    // Past blanks and comments.
    void skip_space();
    // Whether the character comes next, past blanks; then it is read.
    bool read(char wanted);

    // A string as it is; nothing where none begins, or one of which only the script knows a part.
    std::optional<std::string> string();
    // "Object.assign"; empty where no name begins.
    std::string_view dotted_name();
    // A literal as JSON; nothing, and the position anywhere in it, when it is none.
    std::optional<std::string> value(int depth = 0);
    // What was spread into the object that was read last (`{...defaults}`).
    std::vector<std::string_view> take_spread() { return std::exchange(spread_, {}); }

private:
    void skip_expression();
    bool skip_to_fallback();
    bool ends_expression() const;
    void skip_comma(std::size_t before);
    std::string object(int depth);
    std::string array(int depth);
    void add_member(const std::string& key, std::string& json, int depth);
    void note_spread(int depth);
    std::string key_text();
    std::optional<std::string> string_value();
    std::optional<std::string> string_text();
    void escape(std::string& result);
    std::optional<std::string> word_or_number();

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<std::string_view> spread_;
};

}  // namespace ghreveal::deck
