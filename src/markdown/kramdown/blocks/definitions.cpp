// Blocks that show nothing where they stand: definitions of links, footnotes and abbreviations,
// attribute lists, extensions.
#include <algorithm>

#include "markdown/kramdown/attributes.h"
#include "markdown/kramdown/blocks/blocks.h"
#include "markdown/kramdown/spans/links.h"
#include "markdown/kramdown/spans/spans.h"
#include "support/ascii.h"

namespace ghreveal::markdown::kramdown {

namespace {

// The line behind up to three spaces.
std::string_view block_text(std::string_view line) {
    const std::size_t start = std::min(line.find_first_not_of(' '), line.size());
    return start > 3 ? std::string_view() : line.substr(start);
}

// `"title"` or `'title'` that the text consists of.
std::optional<std::string> whole_title(std::string_view text) {
    text = ascii::trimmed(text);
    const bool quoted =
        text.size() > 2 && (text[0] == '"' || text[0] == '\'') && text.back() == text.front();
    return quoted ? std::optional<std::string>(text.substr(1, text.size() - 2)) : std::nullopt;
}

// An address and the title behind it on its line.
struct Destination {
    std::string address;
    std::optional<std::string> title;
    bool is_valid = false;
};

Destination split_destination(std::string_view text) {
    text = ascii::trimmed(text);
    Destination out;
    for (std::size_t end = text.starts_with('<') ? text.find('>') : text.npos; end != text.npos;
         end = text.find('>', end + 1)) {
        const std::string_view behind = text.substr(end + 1);
        auto title = behind.find_first_of(" \t") == 0 ? whole_title(behind) : std::nullopt;
        if (title || ascii::is_blank(behind)) {
            return {std::string(text.substr(1, end - 1)), std::move(title), true};
        }
    }
    for (std::size_t at = text.find_first_of(" \t"); at != text.npos;
         at = text.find_first_of(" \t", at + 1)) {
        if (auto title = whole_title(text.substr(at))) {
            return {std::string(ascii::trimmed(text.substr(0, at))), std::move(title), true};
        }
    }
    const std::size_t quote = std::min(text.find(" \""), text.find(" '"));
    return {std::string(text), std::nullopt, !text.empty() && quote == text.npos};
}

void add_link(BlockReader& reader, const std::string& name, Destination destination) {
    reader.add_boundary(Boundary::kDefinition);
    reader.document.links[name] = {std::move(destination.address), std::move(destination.title),
                                   reader.tree.children.back()};
}

// The text between `{::name}` and its end on a line of its own.
std::optional<std::string> take_extension_body(BlockReader& reader, std::string_view name) {
    Scanner& source = reader.source;
    const std::size_t begin = source.next_line(source.position());
    const std::string& bytes = source.text().bytes();
    for (std::size_t at = begin; at < bytes.size(); at = source.next_line(at)) {
        const std::string_view line = source.line_from(at);
        if (!reader.document.budget.spend(line.size() + 1)) {
            return std::nullopt;
        }
        const std::string_view text = block_text(line);
        const std::size_t end = match_extension_end(text, name);
        if (end > 0 && ascii::is_blank(text.substr(end))) {
            std::string body = bytes.substr(begin, at - begin);
            if (body.ends_with('\n')) {
                body.pop_back();
            }
            source.move_to(source.next_line(at));
            return body;
        }
    }
    return std::nullopt;
}

bool take_extension(BlockReader& reader, const ExtensionTag& tag) {
    const Origin origin = reader.source.origin();
    const std::string name(tag.name);
    InlineAttributes options;
    parse_attribute_list(tag.attributes, options);
    if (tag.name == "options") {
        set_options(reader.document.options, options.attributes);
    }
    if (name != "comment" && name != "nomarkdown" && name != "options") {
        return false;
    }
    std::optional<std::string> body;
    if (tag.is_closed) {
        reader.source.skip_line();
    } else if (body = take_extension_body(reader, name); !body) {
        return false;
    }
    if (name == "nomarkdown" && body && is_for_html(options)) {
        Element& raw = reader.document.pool.make(ElementType::kVerbatim, origin);
        raw.value = *body;
        reader.tree.children.push_back(&raw);
    } else {
        Element& comment = reader.document.pool.make(ElementType::kComment, origin);
        reader.tree.children.push_back(&comment);
    }
    return true;
}

void take_attributes(BlockReader& reader, std::string_view content) {
    reader.source.skip_line();
    Element* last = reader.tree.last_child();
    const bool belongs_to_last =
        last != nullptr && !last->is(ElementType::kBlank) &&
        (!last->is(ElementType::kBoundary) || last->boundary == Boundary::kDefinition);
    if (!belongs_to_last) {
        reader.attributes = reader.attributes.value_or(InlineAttributes{});
        parse_attribute_list(content, *reader.attributes);
        return;
    }
    last->inline_attributes = last->inline_attributes.value_or(InlineAttributes{});
    parse_attribute_list(content, *last->inline_attributes);
    if (!match_attribute_line(reader.source.line())) {
        reader.add_boundary(Boundary::kAttributes);
    }
}

}  // namespace

bool is_for_html(const InlineAttributes& options) {
    const std::string* type = find_attribute(options.attributes, "type");
    return type == nullptr || ascii::is_blank(*type) || type->find("html") != std::string::npos;
}

bool take_footnote_definition(BlockReader& reader) {
    const std::string_view line = reader.source.line();
    const std::string_view text = block_text(line);
    const std::size_t name = text.starts_with("[^") ? match_name(text.substr(2)) : 0;
    if (name == 0 || !text.substr(2 + name).starts_with("]:")) {
        return false;
    }
    const std::string key(text.substr(2, name));
    Scanner& source = reader.source;
    const Origin origin = source.origin();
    const std::size_t content = source.position() + (line.size() - text.size()) + name + 4;
    const std::size_t end = end_of_indented_code(source, source.next_line(source.position()));
    Text lines;
    for (std::size_t at = content; at < end; at = source.next_line(at)) {
        std::string_view one = source.line_from(at);
        if (is_indented(one) && at != content) {
            one.remove_prefix(one[0] == '\t' ? 1 : 4);
        } else if (at == content) {
            one.remove_prefix(std::min(one.find_first_not_of(" \t"), one.size()));
        }
        lines.append_line(one, source.text().origin_at(at));
    }
    Element& note = reader.document.pool.make(ElementType::kRoot, origin);
    source.move_to(end);
    parse_blocks(reader.document, note, lines, reader.depth + 1);
    reader.add_boundary(Boundary::kDefinition);
    auto& footnotes = reader.document.footnotes;
    const auto [entry, is_new] = reader.document.footnote_index.emplace(key, footnotes.size());
    if (is_new) {
        footnotes.emplace_back();
    }
    footnotes[entry->second] = {key, &note, reader.tree.children.back()};
    return true;
}

bool take_link_definition(BlockReader& reader) {
    const std::string_view text = block_text(reader.source.line());
    const std::size_t close = text.starts_with('[') ? text.find(']') : text.npos;
    if (close == text.npos || close == 1 || !text.substr(close + 1).starts_with(':')) {
        return false;
    }
    Destination destination = split_destination(text.substr(close + 2));
    if (!destination.is_valid) {
        return false;
    }
    const std::string name = link_name(text.substr(1, close - 1));
    reader.source.skip_line();
    // A title may stand on the next line.
    if (!destination.title && !reader.source.at_end()) {
        destination.title = whole_title(reader.source.line());
        if (destination.title) {
            reader.source.skip_line();
        }
    }
    add_link(reader, name, std::move(destination));
    return true;
}

bool take_abbreviation_definition(BlockReader& reader) {
    const std::string_view text = block_text(reader.source.line());
    const std::size_t close = text.starts_with("*[") ? text.find("]:", 3) : text.npos;
    if (close == text.npos) {
        return false;
    }
    reader.add_boundary(Boundary::kDefinition);
    reader.document.abbreviations[std::string(text.substr(2, close - 2))] = {
        std::string(ascii::trimmed(text.substr(close + 2))), reader.tree.children.back()};
    reader.source.skip_line();
    return true;
}

bool take_block_extension(BlockReader& reader) {
    const std::string_view line = reader.source.line();
    const std::string_view text = block_text(line);
    if (!text.starts_with("{:")) {
        return false;
    }
    if (const auto tag = match_extension(text); tag && ascii::is_blank(text.substr(tag->size))) {
        return take_extension(reader, *tag);
    }
    const auto list = match_attribute_line(line);
    if (!list) {
        return false;
    }
    if (list->name.empty()) {
        take_attributes(reader, list->content);
        return true;
    }
    parse_attribute_list(list->content,
                         reader.document.attribute_definitions[std::string(list->name)]);
    reader.source.skip_line();
    reader.add_boundary(Boundary::kAttributes);
    return true;
}

}  // namespace ghreveal::markdown::kramdown
