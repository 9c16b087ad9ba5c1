#include "deck/liquid/expression.h"

#include <algorithm>
#include <charconv>

#include "support/ascii.h"

namespace ghreveal::deck::liquid {

namespace {

constexpr bool is_name_character(char c) {
    return ascii::is_word_or_beyond(c) || c == '-';
}

void skip_space(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(ascii::kSpace), text.size()));
}

std::string_view cut(std::string_view& text, std::size_t size) {
    const std::string_view taken = text.substr(0, size);
    text.remove_prefix(taken.size());
    return taken;
}

// The bytes of the quoted text at the beginning, its quotes included; 0 when there is none.
std::size_t quoted_size(std::string_view text) {
    if (text.empty() || (text[0] != '"' && text[0] != '\'')) {
        return 0;
    }
    const std::size_t end = text.find(text[0], 1);
    return end == text.npos ? 0 : end + 1;
}

Expression literal(Value value) {
    Expression expression;
    expression.literal = std::move(value);
    return expression;
}

// Where the bracket that the text begins with is closed.
std::size_t bracket_end(std::string_view text) {
    int depth = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        depth += text[at] == '[' ? 1 : text[at] == ']' ? -1 : 0;
        if (depth == 0) {
            return at;
        }
    }
    return text.npos;
}

// Keys in keys in keys: deeper ones have no value.
constexpr int kMostKeysInKeys = 20;

Expression parse_nested(std::string_view markup, int depth);

Expression parse_variable(std::string_view markup, int depth) {
    Expression variable;
    variable.kind = Expression::Kind::kVariable;
    while (!markup.empty()) {
        if (markup[0] == '[') {
            const std::size_t end = bracket_end(markup);
            if (end == markup.npos) {
                break;
            }
            variable.parts.push_back(parse_nested(markup.substr(1, end - 1), depth + 1));
            markup.remove_prefix(end + 1);
        } else if (is_name_character(markup[0])) {
            const std::string_view name = take_name(markup);
            variable.parts.push_back(literal(name));
            variable.parts.back().is_bare = true;
        } else {
            markup.remove_prefix(1);
        }
    }
    return variable;
}

// `12` and `1.5`, alone.
bool parse_number(std::string_view markup, Value& out) {
    std::int64_t whole = 0;
    double real = 0;
    const char* end = markup.data() + markup.size();
    if (std::from_chars(markup.data(), end, whole).ptr == end) {
        out = whole;
        return true;
    }
    const bool is_plain = markup.find_first_not_of("-0123456789.") == markup.npos;
    if (is_plain && ascii::is_digit(markup.back()) &&
        std::from_chars(markup.data(), end, real).ptr == end) {
        out = real;
        return true;
    }
    return false;
}

Expression parse_range(std::string_view markup, std::size_t dots, int depth) {
    Expression range;
    range.kind = Expression::Kind::kRange;
    range.parts.push_back(parse_nested(markup.substr(1, dots - 1), depth + 1));
    range.parts.push_back(
        parse_nested(markup.substr(dots + 2, markup.size() - dots - 3), depth + 1));
    return range;
}

Expression parse_nested(std::string_view markup, int depth) {
    markup = ascii::trimmed(markup);
    if (markup.empty() || markup == "nil" || markup == "null" || depth > kMostKeysInKeys) {
        return literal({});
    }
    if (markup == "true" || markup == "false") {
        return literal(markup == "true");
    }
    if (markup == "empty" || markup == "blank") {
        return literal("");
    }
    if (quoted_size(markup) == markup.size()) {
        return literal(markup.substr(1, markup.size() - 2));
    }
    const std::size_t dots = markup.find("..");
    if (markup.size() > 4 && markup.front() == '(' && markup.back() == ')' && dots != markup.npos) {
        return parse_range(markup, dots, depth);
    }
    if (Value number; parse_number(markup, number)) {
        return literal(std::move(number));
    }
    return parse_variable(markup, depth);
}

// One argument: `value` or `name: value`.
void parse_argument(std::string_view& text, Filter& filter) {
    skip_space(text);
    std::string_view ahead = text;
    const std::string_view name = take_name(ahead);
    if (!name.empty() && take(ahead, ':')) {
        text = ahead;
        filter.named.emplace_back(name, parse_expression(take_fragment(text)));
        return;
    }
    const std::string_view fragment = take_fragment(text);
    if (!fragment.empty()) {
        filter.arguments.push_back(parse_expression(fragment));
    }
}

Filter parse_filter(std::string_view& text) {
    Filter filter;
    skip_space(text);
    filter.name = take_name(text);
    if (take(text, ':')) {
        do {
            parse_argument(text, filter);
        } while (take(text, ','));
    }
    return filter;
}

// Up to the next bar outside of quotes, which is taken; false when there is none.
bool skip_to_bar(std::string_view& text) {
    while (!text.empty()) {
        if (text[0] == '|') {
            text.remove_prefix(1);
            return true;
        }
        text.remove_prefix(std::max<std::size_t>(1, quoted_size(text)));
    }
    return false;
}

}  // namespace

std::string_view take_fragment(std::string_view& text) {
    skip_space(text);
    if (const std::size_t size = quoted_size(text); size > 0) {
        return cut(text, size);
    }
    std::size_t size = 0;
    while (size < text.size() && !ascii::is_space(text[size]) && text[size] != ',' &&
           text[size] != '|') {
        const std::size_t quoted = quoted_size(text.substr(size));
        if (quoted == 0 && (text[size] == '"' || text[size] == '\'')) {
            break;
        }
        size += std::max<std::size_t>(1, quoted);
    }
    return cut(text, size);
}

std::string_view take_name(std::string_view& text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_name_character);
    return cut(text, static_cast<std::size_t>(end - text.begin()));
}

bool take(std::string_view& text, char c) {
    const std::size_t at = text.find_first_not_of(ascii::kSpace);
    if (at == text.npos || text[at] != c) {
        return false;
    }
    text.remove_prefix(at + 1);
    return true;
}

Expression parse_expression(std::string_view markup) {
    return parse_nested(markup, 0);
}

FilteredExpression parse_filtered(std::string_view markup) {
    FilteredExpression filtered;
    filtered.value = parse_expression(take_fragment(markup));
    while (skip_to_bar(markup)) {
        filtered.filters.push_back(parse_filter(markup));
    }
    return filtered;
}

std::vector<std::pair<std::string, Expression>> parse_attributes(std::string_view markup) {
    std::vector<std::pair<std::string, Expression>> attributes;
    while (!markup.empty()) {
        const std::string_view name = take_name(markup);
        if (name.empty()) {
            markup.remove_prefix(1);
        } else if (take(markup, ':')) {
            attributes.emplace_back(name, parse_expression(take_fragment(markup)));
        }
    }
    return attributes;
}

}  // namespace ghreveal::deck::liquid
