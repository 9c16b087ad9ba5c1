#include "markdown/kramdown/attributes.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "support/ascii.h"
#include "support/limits.h"

namespace ghreveal::markdown::kramdown {

namespace {

// Where the `}` is that ends the list, `\}` aside; npos when there is none.
std::size_t find_end(std::string_view text, std::size_t from) {
    text = text.substr(0, from + FixedLimits::attribute_list_bytes);
    for (std::size_t at = from; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] == '}') {
            ++at;
        } else if (text[at] == '}') {
            return at;
        }
    }
    return std::string_view::npos;
}

std::string unescaped(std::string_view value, char quote) {
    std::string out;
    for (std::size_t at = 0; at < value.size(); ++at) {
        const bool escape = value[at] == '\\' && at + 1 < value.size() &&
                            (value[at + 1] == '}' || value[at + 1] == quote);
        at += escape ? 1 : 0;
        out += value[at];
    }
    return out;
}

// The length of `name="value"` at the text's beginning; 0 when there is none.
std::size_t take_pair(std::string_view text, InlineAttributes& list) {
    const std::size_t name = match_name(text);
    if (name == 0 || name + 1 >= text.size() || text[name] != '=' ||
        (text[name + 1] != '"' && text[name + 1] != '\'')) {
        return 0;
    }
    const char quote = text[name + 1];
    std::size_t end = name + 2;
    while (end < text.size() && text[end] != quote) {
        end += text[end] == '\\' ? 2 : 1;
    }
    if (end >= text.size()) {
        return 0;
    }
    const std::string value = unescaped(text.substr(name + 2, end - name - 2), quote);
    set_attribute(list.attributes, std::string(text.substr(0, name)), value);
    return end + 1;
}

// `.class` and `#id`, which may stand without a space between them.
void take_shorthands(std::string_view item, InlineAttributes& list) {
    while (!item.empty()) {
        const std::size_t end = std::min(item.find_first_of(".#", 1), item.size());
        const std::string name(item.substr(1, end - 1));
        if (!name.empty()) {
            set_attribute(list.attributes, item[0] == '.' ? "class" : "id", name);
        }
        item.remove_prefix(end);
    }
}

}  // namespace

void set_attribute(AttributeList& list, const std::string& name, const std::string& value) {
    for (auto& [present, text] : list) {
        if (present == name) {
            text = name == "class" && !text.empty() ? fmt::format("{} {}", text, value) : value;
            return;
        }
    }
    list.emplace_back(name, value);
}

const std::string* find_attribute(const AttributeList& list, std::string_view name) {
    for (const auto& [present, value] : list) {
        if (present == name) {
            return &value;
        }
    }
    return nullptr;
}

std::size_t match_name(std::string_view text) {
    if (text.empty() || !ascii::is_word_or_beyond(text[0])) {
        return 0;
    }
    std::size_t end = 1;
    while (end < text.size() && (ascii::is_word_or_beyond(text[end]) || text[end] == '-')) {
        ++end;
    }
    return end;
}

std::optional<BracedList> match_attribute_list(std::string_view text) {
    if (!text.starts_with("{:") || text.size() < 4 || text[2] == ':' || text[2] == '/') {
        return std::nullopt;
    }
    BracedList list;
    std::size_t begin = 2;
    const std::size_t name = match_name(text.substr(2));
    if (name > 0 && 2 + name < text.size() && text[2 + name] == ':') {
        list.name = text.substr(2, name);
        begin += name + 1;
    }
    const std::size_t end = find_end(text, begin);
    if (end == std::string_view::npos || end == begin) {
        return std::nullopt;
    }
    list.content = text.substr(begin, end - begin);
    list.size = end + 1;
    return list;
}

std::optional<BracedList> match_attribute_line(std::string_view line) {
    const std::size_t start = line.find_first_not_of(' ');
    if (start == std::string_view::npos || start > 3) {
        return std::nullopt;
    }
    auto list = match_attribute_list(line.substr(start));
    if (!list || !ascii::is_blank(line.substr(start + list->size))) {
        return std::nullopt;
    }
    list->size = line.size();
    return list;
}

void parse_attribute_list(std::string_view content, InlineAttributes& list) {
    while (true) {
        content.remove_prefix(std::min(content.find_first_not_of(ascii::kSpace), content.size()));
        if (content.empty()) {
            return;
        }
        std::size_t end = take_pair(content, list);
        if (end == 0) {
            end = std::min(content.find_first_of(ascii::kSpace), content.size());
            const std::string_view item = content.substr(0, end);
            if (item[0] == '.' || item[0] == '#') {
                take_shorthands(item, list);
            } else if (match_name(item) == item.size()) {
                list.references.emplace_back(item);
            }
        }
        content.remove_prefix(end);
    }
}

namespace {

void apply_at_depth(const KramdownDocument& document, AttributeList& target,
                    const InlineAttributes& list, int depth) {
    if (depth > document.limits.markdown_nesting) {
        return;  // definitions that name one another
    }
    for (const std::string& reference : list.references) {
        const auto definition = document.attribute_definitions.find(reference);
        if (definition != document.attribute_definitions.end() && &definition->second != &list) {
            apply_at_depth(document, target, definition->second, depth + 1);
        }
    }
    for (const auto& [name, value] : list.attributes) {
        set_attribute(target, name, value);
    }
}

}  // namespace

void note_unknown_references(KramdownDocument& document, const InlineAttributes& list,
                             Origin origin) {
    for (const std::string& name : list.references) {
        const bool has_meaning = name == "toc" || name == "footnotes" || name == "standalone" ||
                                 name.starts_with("auto_ids") ||
                                 document.attribute_definitions.contains(name);
        if (!has_meaning) {
            document.unknown_references.push_back({name, origin});
        }
    }
}

void apply_attributes(const KramdownDocument& document, AttributeList& target,
                      const InlineAttributes& list) {
    apply_at_depth(document, target, list, 0);
}

std::optional<ExtensionTag> match_extension(std::string_view text) {
    if (!text.starts_with("{::")) {
        return std::nullopt;
    }
    ExtensionTag tag;
    std::size_t at = 3;
    while (at < text.size() && ascii::is_word_or_beyond(text[at])) {
        ++at;
    }
    tag.name = text.substr(3, at - 3);
    const std::size_t end = find_end(text, at);
    if (tag.name.empty() || end == std::string_view::npos) {
        return std::nullopt;
    }
    tag.attributes = text.substr(at, end - at);
    tag.is_closed = tag.attributes.ends_with('/');
    if (tag.is_closed) {
        tag.attributes.remove_suffix(1);
    }
    const bool has_space = tag.attributes.empty() || ascii::is_blank(tag.attributes.substr(0, 1));
    tag.size = end + 1;
    return has_space ? std::optional(tag) : std::nullopt;
}

std::size_t match_extension_end(std::string_view text, std::string_view name) {
    if (text.starts_with("{:/}")) {
        return 4;
    }
    const bool named = text.starts_with("{:/") && text.substr(3).starts_with(name) &&
                       text.substr(3 + name.size()).starts_with('}');
    return named && !name.empty() ? name.size() + 4 : 0;
}

void set_options(Options& options, const AttributeList& list) {
    for (const auto& [name, value] : list) {
        if (name == "auto_ids") {
            options.auto_ids = value != "false";
        } else if (name == "auto_id_prefix") {
            options.auto_id_prefix = value;
        } else if (name == "parse_block_html") {
            options.parse_block_html = value == "true";
        } else if (name == "parse_span_html") {
            options.parse_span_html = value != "false";
        } else if (name == "footnote_nr") {
            std::from_chars(value.data(), value.data() + value.size(), options.footnote_nr);
        }
    }
}

}  // namespace ghreveal::markdown::kramdown
