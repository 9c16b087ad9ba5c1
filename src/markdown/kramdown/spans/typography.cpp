// kramdown's typographic symbols, quotation marks and entities.
#include <array>
#include <cctype>
#include <optional>

#include "markdown/html_text.h"
#include "markdown/kramdown/entities.h"
#include "markdown/kramdown/spans/spans.h"
#include "support/ascii.h"

namespace ghreveal::markdown::kramdown {

namespace {

bool is_quote(char c) {
    return c == '"' || c == '\'';
}
bool is_punctuation(char c) {
    return std::ispunct(static_cast<unsigned char>(c)) != 0 && c != '&';
}

// The character at an offset; a line end beyond the text.
char at(std::string_view text, std::size_t offset) {
    return offset < text.size() ? text[offset] : '\n';
}

// A mark as it is to be shown.
struct Quote {
    char written = 0;
    bool opens = false;
};

const std::string& shown(Quote quote, const Options& options) {
    return options.smart_quotes[(quote.written == '"' ? 2 : 0) + (quote.opens ? 0 : 1)];
}

// What a rule makes of the text: the character before the marks, and the marks.
struct Quotes {
    bool has_lead = false;  // the character before is taken as text
    Quote first;
    std::optional<Quote> second;
    std::size_t size = 0;
};

// One mark, behind so many characters that are taken as text: none or one.
Quotes opening(std::string_view text, std::size_t lead) {
    return {lead == 1, {text[lead], true}, std::nullopt, lead + 1};
}
Quotes closing(std::string_view text, std::size_t lead) {
    return {lead == 1, {text[lead], false}, std::nullopt, lead + 1};
}

// kramdown's rules for text that begins with a quotation mark, those that look at what follows.
bool match_at_mark(std::string_view text, Quotes& out) {
    if (!is_quote(text[0])) {
        return false;
    }
    const char next = at(text, 1);
    if (next == '_' || next == '*') {
        const std::size_t behind = at(text, 2) == '_' || at(text, 2) == '*' ? 3 : 2;
        if (!ascii::is_space(at(text, behind)) || (behind == 3 && !ascii::is_space(at(text, 2)))) {
            out = opening(text, 0);
            return true;
        }
    }
    const bool before_boundary = !ascii::is_word_or_beyond(at(text, 2));
    if (text.size() > 1 && is_punctuation(next) && before_boundary &&
        !(text.substr(2).starts_with(".."))) {
        out = closing(text, 0);
        return true;
    }
    return false;
}

// `"'word` and `'"word`: both open.
bool match_pair(std::string_view text, std::size_t lead, Quotes& out) {
    const char first = at(text, lead);
    const char second = at(text, lead + 1);
    if (!is_quote(first) || !is_quote(second) || first == second ||
        !ascii::is_word_character(at(text, lead + 2))) {
        return false;
    }
    out = {lead == 1, {first, true}, Quote{second, true}, lead + 2};
    return true;
}

Quotes match_quotes(std::string_view text) {
    Quotes out;
    const std::size_t lead = ascii::is_space(text[0]) ? 1 : 0;
    if (match_at_mark(text, out) || match_pair(text, lead, out)) {
        return out;
    }
    if (at(text, lead) == '\'' && ascii::is_digit(at(text, lead + 1)) &&
        ascii::is_digit(at(text, lead + 2)) && at(text, lead + 3) == 's') {
        return closing(text, lead);  // the '80s
    }
    if (lead == 1 && is_quote(at(text, 1)) && ascii::is_word_character(at(text, 2))) {
        return opening(text, 1);
    }
    constexpr std::string_view kNoneClosesBehind = " \\\t\r\n[{(-";
    if (is_quote(at(text, 1)) && kNoneClosesBehind.find(text[0]) == std::string_view::npos) {
        return closing(text, 1);
    }
    if (is_quote(text[0])) {
        const char next = at(text, 1);
        const bool lone_s = next == 's' && !ascii::is_word_or_beyond(at(text, 2));
        if (ascii::is_space(next) || lone_s) {
            return closing(text, 0);
        }
    }
    return opening(text, is_quote(at(text, 1)) && text.size() > 1 ? 1 : 0);
}

struct Symbol {
    std::string_view written;
    std::string_view meant;
};
constexpr std::array<Symbol, 9> kSymbols{{{"---", "\u2014"},
                                          {"--", "\u2013"},
                                          {"...", "\u2026"},
                                          {"\\<<", "&lt;&lt;"},
                                          {"\\>>", "&gt;&gt;"},
                                          {"<< ", "\u00ab\u00a0"},
                                          {" >>", "\u00a0\u00bb"},
                                          {"<<", "\u00ab"},
                                          {">>", "\u00bb"}}};

}  // namespace

bool take_quote(SpanReader& reader) {
    const std::string_view rest = reader.rest();
    const bool follows = rest.size() > 1 && rest[0] != '\\' && is_quote(rest[1]);
    if (!is_quote(rest[0]) && !follows) {
        return false;
    }
    const Quotes quotes = match_quotes(rest);
    if (quotes.has_lead) {
        reader.add_text(rest.substr(0, 1));
    }
    const Options& options = reader.document().options;
    reader.add(ElementType::kSymbol, shown(quotes.first, options));
    if (quotes.second) {
        reader.add(ElementType::kSymbol, shown(*quotes.second, options));
    }
    reader.move_to(reader.position() + quotes.size);
    return true;
}

bool take_typographic_symbol(SpanReader& reader) {
    const std::string_view rest = reader.rest();
    for (const Symbol& symbol : kSymbols) {
        if (rest.starts_with(symbol.written)) {
            reader.add(ElementType::kSymbol, std::string(symbol.meant));
            reader.move_to(reader.position() + symbol.written.size());
            return true;
        }
    }
    return false;
}

bool take_entity(SpanReader& reader) {
    const std::size_t size = match_entity(reader.rest());
    if (size == 0) {
        return false;
    }
    const std::string_view entity = reader.rest().substr(0, size);
    const bool is_number = entity[1] == '#';
    if (!is_number && !is_known_entity(entity.substr(1, size - 2))) {
        reader.add(ElementType::kSymbol, "&amp;");
        reader.move_to(reader.position() + 1);
        return true;
    }
    // The character NUL, which HTML leaves out of text.
    const bool is_nothing = is_number && entity.find_first_not_of("&#x0;") == entity.npos;
    reader.add(ElementType::kSymbol, is_nothing ? std::string() : std::string(entity));
    reader.move_to(reader.position() + size);
    return true;
}

}  // namespace ghreveal::markdown::kramdown
