#include "css/tokenizer.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <limits>

#include "support/ascii.h"
#include "support/unicode/utf8.h"

namespace ghreveal::css {

namespace {

bool is_name(char c) {
    return ascii::is_word_or_beyond(c) || c == '-';
}
bool is_name_start(char c) {
    return is_name(c) && c != '-' && !ascii::is_digit(c);
}

// What is too large for any use becomes the largest number that browsers work with.
double parsed_number(std::string_view text) {
    constexpr double kLargest = std::numeric_limits<float>::max();
    double number = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    if (result.ec == std::errc::result_out_of_range) {
        // Gives infinity where the other gives nothing, and 0 for what is too small.
        number = std::strtod(std::string(text).c_str(), nullptr);
    }
    return std::clamp(number, -kLargest, kLargest);
}

class Tokenizer {
public:
    explicit Tokenizer(std::string_view text) : text_(text) {}

    Tokens run() {
        Tokens tokens;
        tokens.reserve(text_.size() / 3);
        while (true) {
            skip_comments();
            if (at_ >= text_.size()) {
                return tokens;
            }
            Token& token = tokens.emplace_back();
            token.begin = at_;
            read(token);
            token.end = at_;
        }
    }

private:
    char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
    }

    void skip_comments() {
        while (peek() == '/' && peek(1) == '*') {
            const std::size_t end = text_.find("*/", at_ + 2);
            at_ = end == std::string_view::npos ? text_.size() : end + 2;
        }
    }

    bool starts_escape(std::size_t ahead = 0) const {
        return peek(ahead) == '\\' && peek(ahead + 1) != '\n' && at_ + ahead + 1 < text_.size();
    }
    bool starts_identifier() const {
        if (peek() == '-') {
            return is_name_start(peek(1)) || peek(1) == '-' || starts_escape(1);
        }
        return is_name_start(peek()) || starts_escape();
    }
    bool starts_number() const {
        const std::size_t sign = peek() == '+' || peek() == '-' ? 1 : 0;
        return ascii::is_digit(peek(sign)) ||
               (peek(sign) == '.' && ascii::is_digit(peek(sign + 1)));
    }

    void read(Token& token) {
        const char c = peek();
        if (ascii::is_html_space(c)) {
            token.type = TokenType::kWhiteSpace;
            while (at_ < text_.size() && ascii::is_html_space(peek())) {
                ++at_;
            }
            return;
        }
        if (c == '"' || c == '\'') {
            return read_string(token);
        }
        if (starts_number()) {
            return read_number(token);
        }
        if (starts_identifier()) {
            return read_identifier(token);
        }
        if (c == '#' && (is_name(peek(1)) || starts_escape(1))) {
            ++at_;
            token.type = TokenType::kHash;
            return read_name(token);
        }
        if (c == '@') {
            ++at_;
            if (starts_identifier()) {
                token.type = TokenType::kAtKeyword;
                return read_name(token);
            }
            --at_;
        }
        read_punctuation(token);
    }

    void read_punctuation(Token& token) {
        const char c = text_[at_++];
        token.text = text_.substr(at_ - 1, 1);
        switch (c) {
            case ':':
                token.type = TokenType::kColon;
                break;
            case ';':
                token.type = TokenType::kSemicolon;
                break;
            case ',':
                token.type = TokenType::kComma;
                break;
            case '{':
                token.type = TokenType::kOpenBrace;
                break;
            case '}':
                token.type = TokenType::kCloseBrace;
                break;
            case '(':
                token.type = TokenType::kOpenParen;
                break;
            case ')':
                token.type = TokenType::kCloseParen;
                break;
            case '[':
                token.type = TokenType::kOpenBracket;
                break;
            case ']':
                token.type = TokenType::kCloseBracket;
                break;
            default:
                token.type = TokenType::kDelim;
                token.delim = c;
        }
    }

    // An escape behind a backslash (§4.3.7).
    void read_escape(std::string& out) {
        ++at_;
        if (ascii::hex_value(peek()) < 0) {
            out += text_[at_++];
            return;
        }
        char32_t code_point = 0;
        for (int digits = 0; digits < 6 && ascii::hex_value(peek()) >= 0; ++digits) {
            code_point = code_point * 16 + static_cast<char32_t>(ascii::hex_value(text_[at_++]));
        }
        if (ascii::is_html_space(peek())) {
            ++at_;
        }
        const bool valid = code_point != 0 && code_point <= 0x10FFFF &&
                           (code_point < 0xD800 || code_point > 0xDFFF);
        utf8::append(out, valid ? code_point : 0xFFFD);
    }

    void read_name(Token& token) {
        const std::size_t begin = at_;
        while (is_name(peek())) {
            ++at_;
        }
        token.text = text_.substr(begin, at_ - begin);
        if (!starts_escape()) {
            return;
        }
        token.owned = token.text;
        while (is_name(peek()) || starts_escape()) {
            if (peek() == '\\') {
                read_escape(token.owned);
            } else {
                token.owned += text_[at_++];
            }
        }
    }

    void read_identifier(Token& token) {
        token.type = TokenType::kIdent;
        read_name(token);
        if (peek() != '(') {
            return;
        }
        ++at_;
        token.type = TokenType::kFunction;
        if (ascii::equal_ignoring_case(token.value(), "url")) {
            read_url(token);
        }
    }

    // url(x) without quotes; with them it stays a function (§4.3.6).
    void read_url(Token& token) {
        std::size_t start = at_;
        while (start < text_.size() && ascii::is_html_space(text_[start])) {
            ++start;
        }
        if (start < text_.size() && (text_[start] == '"' || text_[start] == '\'')) {
            return;
        }
        const std::size_t close = end_of_url(start);
        std::size_t end = close;
        while (end > start && ascii::is_html_space(text_[end - 1])) {
            --end;
        }
        token.type = TokenType::kUrl;
        token.owned.clear();
        token.text = text_.substr(start, end - start);
        if (token.text.find('\\') != std::string_view::npos) {
            for (at_ = start; at_ < end;) {
                if (starts_escape()) {
                    read_escape(token.owned);
                } else {
                    token.owned += text_[at_++];
                }
            }
        }
        at_ = std::min(close + 1, text_.size());
    }

    // Where its parenthesis is, one behind a backslash not counted.
    std::size_t end_of_url(std::size_t at) const {
        at = std::min(text_.find_first_of(")\\", at), text_.size());
        while (at < text_.size() && text_[at] == '\\') {
            at = std::min(text_.find_first_of(")\\", at + 2), text_.size());
        }
        return at;
    }

    void read_string(Token& token) {
        const char quote = text_[at_++];
        token.type = TokenType::kString;
        const std::size_t begin = at_;
        while (at_ < text_.size() && peek() != quote && peek() != '\\' && peek() != '\n') {
            ++at_;
        }
        token.text = text_.substr(begin, at_ - begin);
        if (peek() == '\\') {
            token.owned = token.text;
            while (at_ < text_.size() && peek() != quote && peek() != '\n') {
                if (peek() == '\\' && peek(1) == '\n') {
                    at_ += 2;
                } else if (peek() == '\\' && at_ + 1 < text_.size()) {
                    read_escape(token.owned);
                } else {
                    token.owned += text_[at_++];
                }
            }
        }
        if (peek() == quote) {
            ++at_;
        } else if (peek() == '\n') {
            token.type = TokenType::kBad;
        }
    }

    void read_number(Token& token) {
        std::size_t begin = at_;
        token.is_integer = true;
        if (peek() == '+' || peek() == '-') {
            begin += peek() == '+' ? 1 : 0;
            ++at_;
        }
        const auto digits = [&] {
            while (ascii::is_digit(peek())) {
                ++at_;
            }
        };
        digits();
        if (peek() == '.' && ascii::is_digit(peek(1))) {
            token.is_integer = false;
            ++at_;
            digits();
        }
        const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
        if ((peek() | 0x20) == 'e' && ascii::is_digit(peek(1 + sign))) {
            token.is_integer = false;
            at_ += 1 + sign;
            digits();
        }
        token.number = parsed_number(text_.substr(begin, at_ - begin));
        if (peek() == '%') {
            ++at_;
            token.type = TokenType::kPercentage;
        } else if (starts_identifier()) {
            token.type = TokenType::kDimension;
            read_name(token);
        } else {
            token.type = TokenType::kNumber;
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

int Token::integer() const {
    using Range = std::numeric_limits<int>;
    return static_cast<int>(std::clamp(number, double{Range::min()}, double{Range::max()}));
}

bool Token::is_ident(std::string_view name) const {
    return type == TokenType::kIdent && ascii::equal_ignoring_case(value(), name);
}

bool Token::is_function(std::string_view name) const {
    return type == TokenType::kFunction && ascii::equal_ignoring_case(value(), name);
}

Tokens tokenize(std::string_view text) {
    return Tokenizer(text).run();
}

}  // namespace ghreveal::css
