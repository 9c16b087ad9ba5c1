#include "deck/page/scripts/literal_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "support/ascii.h"
#include "support/unicode/utf8.h"

namespace ghreveal::deck {

namespace {

constexpr int kDeepestLiteral = 16;

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

}  // namespace

bool begins_name(char c) {
    return ascii::is_word_or_beyond(c) || c == '$';
}

void LiteralReader::skip_space() {
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
std::optional<std::string> LiteralReader::string() {
    skip_space();
    const bool begins = current() == '"' || current() == '\'' || current() == '`';
    return begins ? string_text() : std::nullopt;
}

bool LiteralReader::read(char wanted) {
    skip_space();
    const bool is_there = current() == wanted;
    at_ += is_there ? 1 : 0;
    return is_there;
}

// "Object.assign"; empty where no name begins.
std::string_view LiteralReader::dotted_name() {
    skip_space();
    const std::size_t begin = at_;
    while (begins_name(current()) || (at_ > begin && current() == '.')) {
        ++at_;
    }
    return text_.substr(begin, at_ - begin);
}

// A literal as JSON; nothing, and the position anywhere in it, when it is none.
std::optional<std::string> LiteralReader::value(int depth) {
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
void LiteralReader::skip_expression() {
    while (skip_to_fallback()) {
    }
}

// Past the next `||` or `??` of this level; false, and at the expression's end, without one.
bool LiteralReader::skip_to_fallback() {
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

std::string LiteralReader::object(int depth) {
    std::string json = "{";
    ++at_;
    while (true) {
        skip_space();
        if (at_end() || current() == '}') {
            at_ += at_end() ? 0 : 1;
            return json + "}";
        }
        const std::size_t before = at_;
        note_spread(depth);
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

void LiteralReader::note_spread(int depth) {
    constexpr std::string_view kSpread = "...";
    if (depth == 0 && text_.substr(at_).starts_with(kSpread)) {
        at_ += kSpread.size();
        spread_.push_back(dotted_name());
    }
}

std::string LiteralReader::array(int depth) {
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

void LiteralReader::add_member(const std::string& key, std::string& json, int depth) {
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

bool LiteralReader::ends_expression() const {
    const char c = current();
    return at_end() || c == ',' || c == '}' || c == ']' || c == ')' || c == ';';
}

// Whatever was wrong since `before`, the reading goes on behind it.
void LiteralReader::skip_comma(std::size_t before) {
    skip_space();
    if (current() == ',' || at_ == before) {
        ++at_;
    }
}

std::string LiteralReader::key_text() {
    if (current() == '"' || current() == '\'') {
        return string_text().value_or("");
    }
    const std::size_t begin = at_;
    while (begins_name(current())) {
        ++at_;
    }
    return std::string(text_.substr(begin, at_ - begin));
}

std::optional<std::string> LiteralReader::string_value() {
    const auto text = string_text();
    return text ? std::optional(as_json_string(*text)) : std::nullopt;
}

// Nothing for a template with something in it that only the script knows.
std::optional<std::string> LiteralReader::string_text() {
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

void LiteralReader::escape(std::string& result) {
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

std::optional<std::string> LiteralReader::word_or_number() {
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

}  // namespace ghreveal::deck
