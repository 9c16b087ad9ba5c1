#include "deck/typography.h"

#include <cctype>

#include "deck/markers.h"

namespace ghreveal::deck {

namespace {

bool is_space(char c) {
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}
bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// The source around a place, with the passes' own markers not seen; '\n' beyond its ends.
class Neighbours {
public:
    Neighbours(std::string_view source, std::size_t at) : source_(source), at_(at) {}
    char before() const {
        std::size_t i = at_;
        while (i >= 3 && source_.substr(i - 3, 2) == marker::kPrefix) {
            i -= 3;
        }
        return i == 0 ? '\n' : source_[i - 1];
    }
    char after(std::size_t distance) const {
        std::size_t i = at_ + 1;
        for (;; --distance) {
            while (source_.substr(i, 2) == marker::kPrefix) {
                i += 3;
            }
            if (distance <= 1 || i >= source_.size()) {
                return i < source_.size() ? source_[i] : '\n';
            }
            ++i;
        }
    }

private:
    std::string_view source_;
    std::size_t at_;
};

// Whether the quotation mark at `at` opens; the rules in kramdown's order, first match wins.
bool opens_quote(std::string_view source, std::size_t at) {
    const Neighbours near(source, at);
    const char before = near.before();
    const char after = near.after(1);
    const bool at_start = is_space(before) || before == '\n';
    const bool emphasis_follows = (after == '*' || after == '_') && !is_space(near.after(2));
    if (at_start && emphasis_follows) {
        return true;
    }
    const bool other_quote_follows = (after == '"' || after == '\'') && after != source[at];
    if (other_quote_follows && is_word(near.after(2))) {
        return true;
    }
    if (at_start && source[at] == '\'' && is_digit(after) && is_digit(near.after(2)) &&
        near.after(3) == 's') {
        return false;  // the '80s
    }
    if (is_space(before) && is_word(after)) {
        return true;
    }
    const bool closes = !is_space(before) && before != '\\' && before != '[' && before != '{' &&
                        before != '(' && before != '-';
    if (closes) {
        return (before == '"' || before == '\'') && before != source[at] && is_word(after);
    }
    return is_word(after) && !(after == 's' && !is_word(near.after(2)));
}

void append_quote(std::string& out, std::string_view source, std::size_t at) {
    const bool opening = opens_quote(source, at);
    if (source[at] == '"') {
        out += opening ? "\u201c" : "\u201d";
    } else {
        out += opening ? "\u2018" : "\u2019";
    }
}

// Replaces a symbol at `at` if there is one; gives the bytes of the source it stands for.
std::size_t append_symbol(std::string& out, std::string_view source, std::size_t at,
                          std::size_t end) {
    const std::string_view rest = source.substr(at, end - at);
    struct Symbol {
        std::string_view written, meant;
    };
    static constexpr Symbol kSymbols[]{
        {"---", "\u2014"},       {"--", "\u2013"}, {"...", "\u2026"}, {"<< ", "\u00ab\u00a0"},
        {" >>", "\u00a0\u00bb"}, {"<<", "\u00ab"}, {">>", "\u00bb"},
    };
    for (const Symbol& symbol : kSymbols) {
        if (rest.starts_with(symbol.written)) {
            out += symbol.meant;
            return symbol.written.size();
        }
    }
    return 0;
}

void append_escaped_character(std::string& out, char c) {
    switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += c;
    }
}

}  // namespace

void append_typographic(std::string& out, std::string_view source, std::size_t begin,
                        std::size_t end) {
    for (std::size_t at = begin; at < end;) {
        const char c = source[at];
        if (c == '"' || c == '\'') {
            append_quote(out, source, at++);
            continue;
        }
        const bool may_be_symbol = c == '-' || c == '.' || c == '<' || c == '>' || c == ' ';
        const std::size_t taken = may_be_symbol ? append_symbol(out, source, at, end) : 0;
        if (taken > 0) {
            at += taken;
            continue;
        }
        append_escaped_character(out, c);
        ++at;
    }
}

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        append_escaped_character(out, c);
    }
}

}  // namespace ghreveal::deck
