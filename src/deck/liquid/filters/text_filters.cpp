// Filters from texts to texts.
#include "deck/liquid/filters.h"
#include "support/ascii.h"
#include "support/unicode/unicode_case.h"
#include "support/unicode/utf8.h"

namespace ghreveal::deck::liquid {

namespace {

constexpr std::string_view kStripped{" \t\n\v\f\r\0", 7};

std::string_view without_leading(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(kStripped), text.size()));
}
std::string_view without_trailing(std::string_view text) {
    return text.substr(0, text.find_last_not_of(kStripped) + 1);
}

Value upcase(const Value& input, const Arguments&, FilterContext&) {
    return unicode::upper_case(to_text(input));
}
Value downcase(const Value& input, const Arguments&, FilterContext&) {
    return unicode::lower_case(to_text(input));
}

Value capitalize(const Value& input, const Arguments&, FilterContext&) {
    const std::string text = to_text(input);
    if (text.empty()) {
        return text;
    }
    const utf8::Decoded first = utf8::decode(text, 0);
    std::string out;
    utf8::append(out, unicode::to_title(first.code_point));
    return out + unicode::lower_case(std::string_view(text).substr(first.length));
}

Value append(const Value& input, const Arguments& arguments, FilterContext&) {
    return to_text(input) + arguments.text(0);
}
Value prepend(const Value& input, const Arguments& arguments, FilterContext&) {
    return arguments.text(0) + to_text(input);
}

Value replace(const Value& input, const Arguments& arguments, FilterContext& context) {
    return replaced(to_text(input), {arguments.text(0), arguments.text(1)}, context.budget);
}
Value replace_first(const Value& input, const Arguments& arguments, FilterContext& context) {
    return replaced(to_text(input), {arguments.text(0), arguments.text(1), true}, context.budget);
}
Value remove(const Value& input, const Arguments& arguments, FilterContext& context) {
    return replaced(to_text(input), {arguments.text(0), ""}, context.budget);
}
Value remove_first(const Value& input, const Arguments& arguments, FilterContext& context) {
    return replaced(to_text(input), {arguments.text(0), "", true}, context.budget);
}

Value strip(const Value& input, const Arguments&, FilterContext&) {
    const std::string text = to_text(input);
    return without_leading(without_trailing(text));
}
Value lstrip(const Value& input, const Arguments&, FilterContext&) {
    const std::string text = to_text(input);
    return without_leading(text);
}
Value rstrip(const Value& input, const Arguments&, FilterContext&) {
    const std::string text = to_text(input);
    return without_trailing(text);
}

Value strip_newlines(const Value& input, const Arguments&, FilterContext&) {
    std::string text = to_text(input);
    std::erase_if(text, [](char c) { return c == '\n' || c == '\r'; });
    return text;
}

Value newline_to_br(const Value& input, const Arguments&, FilterContext& context) {
    return replaced(to_text(input), {"\n", "<br />\n"}, context.budget);
}

Value normalize_whitespace(const Value& input, const Arguments&, FilterContext&) {
    std::string out;
    const std::string text = to_text(input);
    for (const char c : ascii::trimmed(text)) {
        const bool is_space = ascii::is_space(c);
        if (!is_space || !out.ends_with(' ')) {
            out += is_space ? ' ' : c;
        }
    }
    return out;
}

std::string first_characters(std::string_view text, std::int64_t count) {
    std::size_t at = 0;
    for (; count > 0 && at < text.size(); --count) {
        at += utf8::decode(text, at).length;
    }
    return std::string(text.substr(0, at));
}

Value truncate(const Value& input, const Arguments& arguments, FilterContext&) {
    if (input.is_nil()) {
        return {};
    }
    const std::string text = to_text(input);
    const std::int64_t most = arguments.values.empty() ? 50 : to_integer(arguments.at(0));
    const std::string end = arguments.text(1, "...");
    if (static_cast<std::int64_t>(utf8::length(text)) <= most) {
        return text;
    }
    return first_characters(text, most - static_cast<std::int64_t>(utf8::length(end))) + end;
}

Value truncatewords(const Value& input, const Arguments& arguments, FilterContext&) {
    if (input.is_nil()) {
        return {};
    }
    const std::string text = to_text(input);
    const std::int64_t asked = arguments.values.empty() ? 15 : to_integer(arguments.at(0));
    const auto most = static_cast<std::size_t>(std::max<std::int64_t>(1, asked));
    const auto words = ascii::words(text);
    if (words.size() <= most) {
        return text;
    }
    std::string out;
    for (std::size_t i = 0; i < most; ++i) {
        out += (i > 0 ? " " : "") + std::string(words[i]);
    }
    return out + arguments.text(1, "...");
}

Value number_of_words(const Value& input, const Arguments&, FilterContext&) {
    const std::string text = to_text(input);
    return ascii::words(text).size();
}

constexpr FilterRow kRows[] = {
    {"upcase", upcase},
    {"downcase", downcase},
    {"capitalize", capitalize},
    {"append", append},
    {"prepend", prepend},
    {"replace", replace},
    {"replace_first", replace_first},
    {"remove", remove},
    {"remove_first", remove_first},
    {"strip", strip},
    {"lstrip", lstrip},
    {"rstrip", rstrip},
    {"strip_newlines", strip_newlines},
    {"newline_to_br", newline_to_br},
    {"normalize_whitespace", normalize_whitespace},
    {"truncate", truncate},
    {"truncatewords", truncatewords},
    {"number_of_words", number_of_words},
};

}  // namespace

std::span<const FilterRow> text_filters() {
    return kRows;
}

}  // namespace ghreveal::deck::liquid
