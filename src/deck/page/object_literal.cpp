#include "deck/page/object_literal.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "support/ascii.h"
#include "support/unicode/utf8.h"

namespace ghreveal::deck {

namespace {

constexpr int kDeepestLiteral = 16;

bool begins_name(char c) {
    return ascii::is_word_or_beyond(c) || c == '$';
}

std::string as_json_string(std::string_view text) {
    std::string json = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            json += fmt::format("\\u{:04x}", static_cast<int>(c));
        } else {
            json += c;
        }
    }
    return json + '"';
}

// ECMAScript §12 as far as data needs it.
class LiteralReader {
public:
    explicit LiteralReader(std::string_view text) : text_(text) {}

    void move_to(std::size_t at) { at_ = at; }
    std::size_t position() const { return at_; }
    bool at_end() const { return at_ >= text_.size(); }
    char current() const { return at_end() ? '\0' : text_[at_]; }

    void skip_space() {
        while (!at_end()) {
            if (ascii::is_html_space(current())) {
                ++at_;
            } else if (text_.substr(at_).starts_with("//")) {
                at_ = std::min(text_.find('\n', at_), text_.size());
            } else if (text_.substr(at_).starts_with("/*")) {
                const std::size_t end = text_.find("*/", at_ + 2);
                at_ = end == text_.npos ? text_.size() : end + 2;
            } else {
                return;
            }
        }
    }

    // A string as it is; nothing where none begins.
    std::optional<std::string> string() {
        skip_space();
        const bool begins = current() == '"' || current() == '\'' || current() == '`';
        return begins ? string_text() : std::nullopt;
    }

    bool read(char wanted) {
        skip_space();
        const bool is_there = current() == wanted;
        at_ += is_there ? 1 : 0;
        return is_there;
    }

    // A literal as JSON; nothing, and the position anywhere in it, when it is none.
    std::optional<std::string> value(int depth = 0) {
        skip_space();
        if (depth > kDeepestLiteral) {
            return std::nullopt;
        }
        switch (current()) {
            case '{':
                return object(depth);
            case '[':
                return array(depth);
            case '"':
            case '\'':
            case '`':
                return string_value();
            default:
                return word_or_number();
        }
    }

    // Past whatever stands before the next comma or closing bracket of this level.
    void skip_expression() {
        while (skip_to_fallback()) {
        }
    }

    // Past the next `||` or `??` of this level; false, and at the expression's end, without one.
    bool skip_to_fallback() {
        int depth = 0;
        while (true) {
            skip_space();
            const char c = current();
            if (at_end() || (depth == 0 && ends_expression())) {
                return false;
            }
            const std::string_view rest = text_.substr(at_);
            if (depth == 0 && (rest.starts_with("||") || rest.starts_with("??"))) {
                at_ += 2;
                return true;
            }
            if (c == '"' || c == '\'' || c == '`') {
                static_cast<void>(string_text());
                continue;
            }
            depth += c == '{' || c == '[' || c == '(' ? 1 : 0;
            depth -= c == '}' || c == ']' || c == ')' ? 1 : 0;
            ++at_;
        }
    }

private:
    std::string object(int depth) {
        std::string json = "{";
        ++at_;
        while (true) {
            skip_space();
            if (at_end() || current() == '}') {
                at_ += at_end() ? 0 : 1;
                return json + "}";
            }
            const std::size_t before = at_;
            const std::string key = key_text();
            skip_space();
            if (!key.empty() && current() == ':') {
                ++at_;
                add_member(as_json_string(key) + ":", json, depth);
            } else {
                skip_expression();
            }
            skip_comma(before);
        }
    }

    std::string array(int depth) {
        std::string json = "[";
        ++at_;
        while (true) {
            skip_space();
            if (at_end() || current() == ']') {
                at_ += at_end() ? 0 : 1;
                return json + "]";
            }
            const std::size_t before = at_;
            add_member("", json, depth);
            skip_comma(before);
        }
    }

    void add_member(const std::string& key, std::string& json, int depth) {
        std::optional<std::string> read = value(depth + 1);
        // `Reveal.getQueryHash().theme || 'night'`: the literal is what there is without a query.
        for (skip_space(); !ends_expression(); skip_space()) {
            const bool has_fallback = skip_to_fallback() && !read;
            read = has_fallback ? value(depth + 1) : std::nullopt;
        }
        if (read) {
            json += json.size() > 1 ? "," : "";
            json += key + *read;
        }
    }

    bool ends_expression() const {
        const char c = current();
        return at_end() || c == ',' || c == '}' || c == ']' || c == ')' || c == ';';
    }

    // Whatever was wrong since `before`, the reading goes on behind it.
    void skip_comma(std::size_t before) {
        skip_space();
        if (current() == ',' || at_ == before) {
            ++at_;
        }
    }

    std::string key_text() {
        if (current() == '"' || current() == '\'') {
            return string_text().value_or("");
        }
        const std::size_t begin = at_;
        while (begins_name(current())) {
            ++at_;
        }
        return std::string(text_.substr(begin, at_ - begin));
    }

    std::optional<std::string> string_value() {
        const auto text = string_text();
        return text ? std::optional(as_json_string(*text)) : std::nullopt;
    }

    // Nothing for a template with something in it that only the script knows.
    std::optional<std::string> string_text() {
        const char quote = current();
        std::string result;
        bool is_known = true;
        for (++at_; !at_end() && current() != quote; ++at_) {
            if (quote == '`' && text_.substr(at_).starts_with("${")) {
                is_known = false;
            }
            if (current() == '\\') {
                ++at_;
                escape(result);
            } else {
                result += current();
            }
        }
        at_ += at_end() ? 0 : 1;
        return is_known ? std::optional(result) : std::nullopt;
    }

    void escape(std::string& result) {
        const char c = current();
        const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : 0;
        std::uint32_t code = 0;
        const std::string_view hex = text_.substr(std::min(at_ + 1, text_.size()), digits);
        if (digits > 0 &&
            std::from_chars(hex.data(), hex.data() + hex.size(), code, 16).ec == std::errc{}) {
            utf8::append(result, static_cast<char32_t>(code));
            at_ += digits;
            return;
        }
        result += c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c == '\n' ? ' ' : c;
    }

    std::optional<std::string> word_or_number() {
        const std::size_t begin = at_;
        while (begins_name(current()) || current() == '.' || current() == '-' || current() == '+') {
            ++at_;
        }
        const std::string_view word = text_.substr(begin, at_ - begin);
        if (word == "true" || word == "false" || word == "null") {
            return std::string(word);
        }
        double number = 0;
        const std::string padded = (word.starts_with('.') ? "0" : "") + std::string(word);
        const auto [end, failed] =
            std::from_chars(padded.data(), padded.data() + padded.size(), number);
        const bool is_number =
            failed == std::errc{} && end == padded.data() + padded.size() && !word.empty();
        return is_number ? std::optional(fmt::format("{}", number)) : std::nullopt;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<std::string> object_literals(std::string_view script, std::string_view function) {
    std::vector<std::string> literals;
    LiteralReader reader(script);
    for (std::size_t at = script.find(function); at != script.npos;
         at = script.find(function, at + 1)) {
        reader.move_to(at + function.size());
        reader.skip_space();
        if (reader.current() == '=') {
            reader.move_to(reader.position() + 1);
            reader.skip_space();
            if (reader.current() == '{') {
                literals.push_back(reader.value().value_or("{}"));
            }
            continue;
        }
        if (reader.current() != '(') {
            continue;
        }
        int open = 0;
        do {
            const char c = reader.current();
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '{') {
                literals.push_back(reader.value().value_or("{}"));
            } else {
                reader.move_to(reader.position() + 1);
            }
            reader.skip_space();
        } while (open > 0 && !reader.at_end());
    }
    return literals;
}

std::vector<std::pair<std::string, std::string>> pairs_of_strings(std::string_view script,
                                                                  std::string_view function) {
    std::vector<std::pair<std::string, std::string>> pairs;
    LiteralReader reader(script);
    for (std::size_t at = script.find(function); at != script.npos;
         at = script.find(function, at + 1)) {
        reader.move_to(at + function.size());
        if (!reader.read('(')) {
            continue;
        }
        auto first = reader.string();
        auto second = first && reader.read(',') ? reader.string() : std::nullopt;
        if (second && reader.read(')')) {
            pairs.emplace_back(std::move(*first), std::move(*second));
        }
    }
    return pairs;
}

}  // namespace ghreveal::deck
