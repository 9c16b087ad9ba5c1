#include "css/tokenizer.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <limits>

#include "support/utf8.h"

namespace ghreveal::css {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_hex(char c) {
    return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}
bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
bool is_name_start(char c) {
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}
bool is_name(char c) {
    return is_name_start(c) || is_digit(c) || c == '-';
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
        return is_digit(peek(sign)) || (peek(sign) == '.' && is_digit(peek(sign + 1)));
    }

    void read(Token& token) {
        const char c = peek();
        if (is_space(c)) {
            token.type = TokenType::kWhiteSpace;
            while (at_ < text_.size() && is_space(peek())) {
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
        if (!is_hex(peek())) {
            out += text_[at_++];
            return;
        }
        char32_t code_point = 0;
        for (int digits = 0; digits < 6 && is_hex(peek()); ++digits) {
            const char c = text_[at_++];
            code_point = code_point * 16 +
                         static_cast<char32_t>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
        }
        if (is_space(peek())) {
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
        if (equal_ignoring_case(token.value(), "url")) {
            read_url(token);
        }
    }

    // url(x) without quotes; with them it stays a function (§4.3.6).
    void read_url(Token& token) {
        std::size_t start = at_;
        while (start < text_.size() && is_space(text_[start])) {
            ++start;
        }
        if (start < text_.size() && (text_[start] == '"' || text_[start] == '\'')) {
            return;
        }
        const std::size_t close = text_.find(')', start);
        std::size_t end = close == std::string_view::npos ? text_.size() : close;
        at_ = close == std::string_view::npos ? text_.size() : close + 1;
        while (end > start && is_space(text_[end - 1])) {
            --end;
        }
        token.type = TokenType::kUrl;
        token.owned.clear();
        token.text = text_.substr(start, end - start);
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
            while (is_digit(peek())) {
                ++at_;
            }
        };
        digits();
        if (peek() == '.' && is_digit(peek(1))) {
            token.is_integer = false;
            ++at_;
            digits();
        }
        const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
        if ((peek() | 0x20) == 'e' && is_digit(peek(1 + sign))) {
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

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (lower(a[i]) != lower(b[i])) {
            return false;
        }
    }
    return true;
}

std::string ascii_lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        c = lower(c);
    }
    return out;
}

int Token::integer() const {
    using Range = std::numeric_limits<int>;
    return static_cast<int>(std::clamp(number, double{Range::min()}, double{Range::max()}));
}

bool Token::is_ident(std::string_view name) const {
    return type == TokenType::kIdent && equal_ignoring_case(value(), name);
}

bool Token::is_function(std::string_view name) const {
    return type == TokenType::kFunction && equal_ignoring_case(value(), name);
}

Tokens tokenize(std::string_view text) {
    return Tokenizer(text).run();
}

}  // namespace ghreveal::css
