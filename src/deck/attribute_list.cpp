#include "deck/attribute_list.h"

#include <fmt/format.h>

#include "deck/typography.h"

namespace ghreveal::deck {

namespace {

constexpr std::string_view kSpace = " \t";

// The next item of a list, its quotes kept together: `name="a b"`.
std::string_view next_item(std::string_view& rest) {
    rest.remove_prefix(std::min(rest.find_first_not_of(kSpace), rest.size()));
    std::size_t end = 0;
    char quote = 0;
    for (; end < rest.size() && (quote != 0 || kSpace.find(rest[end]) == kSpace.npos); ++end) {
        if (quote == 0 && (rest[end] == '"' || rest[end] == '\'')) {
            quote = rest[end];
        } else if (rest[end] == quote) {
            quote = 0;
        }
    }
    const std::string_view item = rest.substr(0, end);
    rest.remove_prefix(end);
    return item;
}

std::string_view unquoted(std::string_view value) {
    const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
                        value.back() == value.front();
    return quoted ? value.substr(1, value.size() - 2) : value;
}

// `.class` and `#id` may be written without a space between them.
void add_shorthands(std::string_view item, AttributeList& list) {
    while (!item.empty()) {
        const std::size_t end = std::min(item.find_first_of(".#", 1), item.size());
        list.emplace_back(item[0] == '.' ? "class" : "id", std::string(item.substr(1, end - 1)));
        item.remove_prefix(end);
    }
}

}  // namespace

std::optional<std::pair<AttributeList, std::size_t>> parse_attribute_list(std::string_view text) {
    const std::size_t close = text.find('}');
    if (!text.starts_with("{:") || text.starts_with("{::") || close == std::string_view::npos) {
        return std::nullopt;
    }
    AttributeList list;
    std::string_view rest = text.substr(2, close - 2);
    for (std::string_view item = next_item(rest); !item.empty(); item = next_item(rest)) {
        const std::size_t equals = item.find('=');
        if (item[0] == '.' || item[0] == '#') {
            add_shorthands(item, list);
        } else if (equals != std::string_view::npos && equals > 0) {
            list.emplace_back(item.substr(0, equals), unquoted(item.substr(equals + 1)));
        }
    }
    return std::pair{std::move(list), close + 1};
}

std::ptrdiff_t add_attributes(std::string& html, std::size_t tag, const AttributeList& list) {
    const std::size_t before = html.size();
    for (const auto& [name, value] : list) {
        std::string escaped;
        append_escaped(escaped, value);
        const std::size_t tag_end = html.find('>', tag);
        const std::string opening = " " + name + "=\"";
        const std::size_t present = html.find(opening, tag);
        const std::size_t insert_at = html.find_last_not_of(" /", tag_end - 1) + 1;
        if (present == std::string::npos || present > tag_end) {
            html.insert(insert_at, opening + escaped + "\"");
            continue;
        }
        const std::size_t value_at = present + opening.size();
        const std::size_t value_end = html.find('"', value_at);
        if (name == "class") {
            html.insert(value_end, " " + escaped);
        } else {
            html.replace(value_at, value_end - value_at, escaped);
        }
    }
    return static_cast<std::ptrdiff_t>(html.size()) - static_cast<std::ptrdiff_t>(before);
}

}  // namespace ghreveal::deck
