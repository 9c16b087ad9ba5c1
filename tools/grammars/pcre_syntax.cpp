#include "pcre_syntax.h"

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <stdexcept>

#include "support/ascii.h"
#include "support/unicode/utf8.h"

namespace ghreveal::grammars {
namespace {

// ECMA-262's WhiteSpace and LineTerminator beyond ASCII, which PCRE2's \s lacks.
constexpr std::string_view kSpacesBeyondAscii =
    R"(\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff})";

bool is_surrogate(char32_t code_point) {
    return code_point >= 0xd800 && code_point < 0xe000;
}

// A character as itself, outside a class or in one.
std::string literal(char32_t code_point) {
    if (code_point < 0x20 || code_point == 0x7f) {
        return fmt::format("\\x{:02x}", static_cast<unsigned>(code_point));
    }
    if (code_point >= 0x80) {
        return fmt::format("\\x{{{:x}}}", static_cast<unsigned>(code_point));
    }
    const char c = static_cast<char>(code_point);
    constexpr std::string_view kSpecial = R"(\^$.|?*+()[]{}-)";
    return kSpecial.find(c) == std::string_view::npos ? std::string{c} : std::string{'\\', c};
}

struct Escape {
    std::optional<char32_t> code_point;  // nothing: a set or an assertion, `letter`
    char letter = 0;
};

class Translator {
public:
    explicit Translator(std::string_view expression) : in_(expression) { look_for_references(); }

    std::string translate() {
        while (at_ < in_.size()) {
            term();
        }
        return std::move(out_);
    }

private:
    // Whether `\1` and the like occur.
    void look_for_references() {
        bool in_class = false;
        for (std::size_t at = 0; at < in_.size(); ++at) {
            const char c = in_[at];
            if (c == '\\' && at + 1 < in_.size()) {
                ++at;
                captures_ = captures_ || (!in_class && in_[at] >= '1' && in_[at] <= '9');
            } else if (c == '[' || c == ']') {
                in_class = c == '[';
            }
        }
    }

    bool next_is(std::string_view text) const { return in_.substr(at_).starts_with(text); }

    void term() {
        const char c = in_[at_];
        if (c == '\\') {
            if (const std::optional<int> group = reference()) {
                out_ += fmt::format("\\g{{-{}}}", groups_ - *group + 1);
            } else {
                escaped_term(escape());
            }
        } else if (c == '[') {
            character_class();
        } else if (c == '(') {
            open_group();
        } else if (c == '{' && !is_quantifier()) {
            out_ += "\\{";
            ++at_;
        } else if (c == '.') {
            any_character();
        } else if (c == ']' || is_at_end_and_space()) {
            out_ += c == ']' ? "\\]" : "\\x20";
            ++at_;
        } else if (std::string_view("^$|?*+)}{").find(c) != std::string_view::npos) {
            out_ += c;
            ++at_;
        } else {
            out_ += literal(character());
        }
    }

    // Stands for a UTF-16 unit, of which characters beyond U+FFFF have two: one alone is none of
    // these.
    void any_character() {
        ++at_;
        out_ += is_repeated() ? "." : R"([^\n\x{10000}-\x{10ffff}])";
    }

    // Whether what ends here, or a group around it, may follow itself.
    bool is_repeated() const {
        constexpr std::string_view kQuantifiers = "*+?{";
        if (at_ < in_.size() && kQuantifiers.find(in_[at_]) != std::string_view::npos) {
            return true;
        }
        int inside = 0;  // groups that begin further on
        bool in_class = false;
        for (std::size_t at = at_; at < in_.size(); ++at) {
            const char c = in_[at];
            if (c == '\\') {
                ++at;
            } else if (c == '[' || c == ']') {
                in_class = c == '[';
            } else if (c == '(' && !in_class) {
                ++inside;
            } else if (c == ')' && !in_class && inside-- == 0) {
                inside = 0;
                if (at + 1 < in_.size() &&
                    kQuantifiers.find(in_[at + 1]) != std::string_view::npos) {
                    return true;
                }
            }
        }
        return false;
    }

    bool is_at_end_and_space() const {
        return in_[at_] == ' ' && (at_ == 0 || at_ + 1 == in_.size());
    }

    void open_group() {
        ++at_;
        if (next_is("?")) {
            out_ += "(";
            return;
        }
        ++groups_;
        out_ += captures_ ? "(" : "(?:";
    }

    bool is_quantifier() const {
        std::size_t at = at_ + 1;
        const std::size_t first = at;
        const auto digits = [&] {
            while (at < in_.size() && ascii::is_digit(in_[at])) {
                ++at;
            }
        };
        digits();
        if (at == first) {
            return false;
        }
        if (at < in_.size() && in_[at] == ',') {
            ++at;
            digits();
        }
        return at < in_.size() && in_[at] == '}';
    }

    std::optional<int> reference() {
        const char digit = at_ + 1 < in_.size() ? in_[at_ + 1] : '\0';
        if (digit < '1' || digit > '9') {
            return std::nullopt;
        }
        if (digit - '0' > groups_) {
            throw std::runtime_error("a reference to a group that comes later");
        }
        at_ += 2;
        return digit - '0';
    }

    char32_t character() {
        const utf8::Decoded decoded = utf8::decode(in_, at_);
        at_ += decoded.length;
        return decoded.code_point;
    }

    std::optional<char32_t> hexadecimal(std::size_t digits) {
        char32_t value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            const int digit = at_ + i < in_.size() ? ascii::hex_value(in_[at_ + i]) : -1;
            if (digit < 0) {
                return std::nullopt;
            }
            value = value * 16 + static_cast<char32_t>(digit);
        }
        at_ += digits;
        return value;
    }

    // \uD83D\uDE00 is one character.
    std::optional<char32_t> utf16_escape() {
        const std::optional<char32_t> first = hexadecimal(4);
        if (!first || *first < 0xd800 || *first >= 0xdc00 || !next_is("\\u")) {
            return first;
        }
        const std::size_t before = at_;
        at_ += 2;
        const std::optional<char32_t> second = hexadecimal(4);
        if (second && *second >= 0xdc00 && *second < 0xe000) {
            return 0x10000 + ((*first - 0xd800) << 10) + (*second - 0xdc00);
        }
        at_ = before;
        return first;
    }

    // ECMA-262 §22.2.1, with the identity escapes of Annex B.
    Escape escape() {
        ++at_;
        if (at_ == in_.size()) {
            throw std::runtime_error("a backslash at the end");
        }
        const char letter = in_[at_];
        if (std::string_view("dDwWsSbB").find(letter) != std::string_view::npos) {
            ++at_;
            return {std::nullopt, letter};
        }
        const std::size_t position = std::string_view("tnvfr").find(letter);
        if (position != std::string_view::npos) {
            ++at_;
            return {static_cast<char32_t>(U'\t' + position), letter};
        }
        if (letter == '0') {
            ++at_;
            return {U'\0', letter};
        }
        if (letter == 'x' || letter == 'u') {
            ++at_;
            return {(letter == 'x' ? hexadecimal(2) : utf16_escape()).value_or(letter), letter};
        }
        return {character(), letter};
    }

    void escaped_term(const Escape& escape) {
        if (escape.code_point) {
            out_ += is_surrogate(*escape.code_point) ? "(?!)"
                    : escape.code_point == U' '      ? "\\x20"
                                                     : literal(*escape.code_point);
        } else if (escape.letter == 's' || escape.letter == 'S') {
            out_ += fmt::format("[{}\\s{}]", escape.letter == 'S' ? "^" : "", kSpacesBeyondAscii);
        } else {
            out_ += fmt::format("\\{}", escape.letter);
        }
    }

    // A character of a class; a set like \d is written at once.
    std::optional<char32_t> class_atom() {
        if (in_[at_] != '\\') {
            return character();
        }
        const Escape read = escape();
        if (read.code_point) {
            return read.code_point;
        }
        if (read.letter == 'b') {
            return U'\b';
        }
        out_ += fmt::format("\\{}", read.letter);
        if (read.letter == 's') {
            out_ += kSpacesBeyondAscii;
        }
        return std::nullopt;
    }

    void character_class() {
        ++at_;
        if (next_is("^]") || next_is("]")) {
            out_ += next_is("^") ? "[\\s\\S]" : "(?!)";
            at_ += next_is("^") ? 2 : 1;
            return;
        }
        out_ += '[';
        if (next_is("^")) {
            out_ += '^';
            ++at_;
        }
        while (at_ < in_.size() && in_[at_] != ']') {
            class_range();
        }
        if (at_ == in_.size()) {
            throw std::runtime_error("a class without an end");
        }
        out_ += ']';
        ++at_;
    }

    void class_range() {
        const std::optional<char32_t> first = class_atom();
        if (!first) {
            return;
        }
        const bool is_range = next_is("-") && at_ + 1 < in_.size() && in_[at_ + 1] != ']';
        if (!is_range) {
            out_ += is_surrogate(*first) ? "" : literal(*first);
            return;
        }
        ++at_;
        const std::string from = literal(*first);
        const std::size_t before = out_.size();
        const std::optional<char32_t> last = class_atom();
        if (!last) {  // `[a-\d]`: the hyphen is one
            out_.insert(before, from + "\\-");
        } else if (!is_surrogate(*first) && !is_surrogate(*last)) {
            out_ += from + "-" + literal(*last);
        }
    }

    std::string_view in_;
    std::size_t at_ = 0;
    std::string out_;
    int groups_ = 0;
    bool captures_ = false;
};

}  // namespace

std::string to_pcre(std::string_view expression) {
    return Translator(expression).translate();
}

}  // namespace ghreveal::grammars
