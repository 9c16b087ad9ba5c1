#include "check/inventory/attribute_values.h"

#include <array>

#include "support/ascii.h"

namespace ghreveal::check {

namespace {

struct Row {
    std::string_view elements;  // `*`: all of them
    std::string_view attributes;
    std::string_view values;  // between blanks; empty: what the parser below takes
    std::string_view wanted;
};

constexpr std::string_view kNumber = "a whole number";
constexpr std::string_view kLength = "a number of px, or one with % right behind it";

// HTML §3.2.6, §4.4, §4.9 and, of what is obsolete, §15.3.
constexpr auto kRows = std::to_array<Row>({
    {"*", "dir", "ltr rtl auto", "one of ltr, rtl and auto"},
    {"ol", "type", "1 a A i I", "one of 1, a, A, i and I"},
    {"ul", "type", "disc circle square none", "one of disc, circle and square"},
    {"br", "clear", "left right all both none", "one of left, right and all"},
    {"td th tr tbody thead tfoot", "valign", "top middle center bottom baseline",
     "one of top, middle, bottom and baseline"},
    {"div p h1 h2 h3 h4 h5 h6 td th tr tbody thead tfoot", "align",
     "left center middle right justify char", "one of left, center, right and justify"},
    {"td th", "colspan rowspan", "", kNumber},
    {"col colgroup", "span", "", kNumber},
    {"ol", "start", "", kNumber},
    {"li", "value", "", kNumber},
    {"table", "border cellpadding cellspacing", "", kNumber},
    {"progress meter", "value max min", "", "a number"},
    {"font", "size", "", "a number from 1 to 7"},
    {"input", "type",
     "button checkbox color date datetime-local email file hidden image month number password "
     "radio range reset search submit tel text time url week",
     "one of text, checkbox, radio, button …"},
    {"th", "scope", "row col rowgroup colgroup", "one of row, col, rowgroup and colgroup"},
    {"img iframe", "loading", "lazy eager", "one of lazy and eager"},
    {"img", "decoding", "sync async auto", "one of sync, async and auto"},
    {"*", "translate", "yes no", "one of yes and no"},
    {"*", "contenteditable", "true false plaintext-only", "one of true and false"},
    {"img video iframe canvas table td th", "width height", "auto", kLength},
});

bool has_word(std::string_view words, std::string_view word) {
    return ascii::any_word(
        words, [word](std::string_view one) { return ascii::equal_ignoring_case(one, word); });
}

// HTML §2.3.4: what follows the digits is not looked at.
bool begins_with_number(std::string_view value) {
    const std::size_t sign = value.starts_with('-') || value.starts_with('+') ? 1 : 0;
    const std::size_t dot = value.substr(sign).starts_with('.') ? 1 : 0;
    return value.size() > sign + dot && ascii::is_digit(value[sign + dot]);
}

}  // namespace

std::string_view wanted_value(std::string_view element, std::string_view attribute,
                              std::string_view value) {
    if (attribute == "class" || attribute == "style" || attribute == "id" || attribute == "src") {
        return "";  // most attributes of a deck
    }
    value = ascii::trimmed(value);
    for (const Row& row : kRows) {
        const bool is_of_row = has_word(row.attributes, attribute) &&
                               (row.elements == "*" || has_word(row.elements, element));
        if (!is_of_row || value.empty() || has_word(row.values, value)) {
            continue;
        }
        const bool is_numeric = row.values.empty() || row.wanted == kLength;
        const bool is_apart = row.wanted == kLength && value.ends_with(" %");  // px for HTML
        return is_numeric && begins_with_number(value) && !is_apart ? "" : row.wanted;
    }
    return "";
}

}  // namespace ghreveal::check
