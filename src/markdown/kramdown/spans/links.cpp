#include "markdown/kramdown/spans/links.h"

#include <algorithm>

#include "markdown/kramdown/attributes.h"
#include "markdown/kramdown/unicode_class.h"
#include "support/ascii.h"
#include "support/unicode/unicode_case.h"
#include "support/unicode/utf8.h"

namespace ghreveal::markdown::kramdown {

namespace {

// Where a link leads, as written in parentheses behind its text.
struct Target {
    std::string address;
    std::optional<std::string> title;
    std::size_t size = 0;  // with the parentheses
};

// `"title")` at `at`, white space around it aside.
bool match_title(std::string_view text, std::size_t at, Target& target) {
    at = std::min(text.find_first_not_of(ascii::kSpace, at), text.size());
    if (at >= text.size() || (text[at] != '"' && text[at] != '\'')) {
        return false;
    }
    // The first mark that a closing parenthesis follows ends the title.
    for (std::size_t end = text.find(text[at], at + 2); end != text.npos;
         end = text.find(text[at], end + 1)) {
        const std::size_t close =
            std::min(text.find_first_not_of(ascii::kSpace, end + 1), text.size());
        if (close < text.size() && text[close] == ')') {
            target.title = text.substr(at + 1, end - at - 1);
            target.size = close + 1;
            return true;
        }
    }
    return false;
}

std::optional<Target> match_target(std::string_view text) {
    Target target;
    // Brackets that are not closed on their line belong to the address.
    const std::size_t end = text.starts_with("(<") ? text.find_first_of(">\n") : text.npos;
    if (end != text.npos && text[end] == '>') {
        target.address = text.substr(2, end - 2);
        if (text.substr(end + 1).starts_with(')')) {
            target.size = end + 2;
            return target;
        }
        return match_title(text, end + 1, target) ? std::optional(target) : std::nullopt;
    }
    int open = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        open += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
        const bool before_title = ascii::is_space(text[at]) && at + 1 < text.size() &&
                                  (text[at + 1] == '"' || text[at + 1] == '\'');
        if (open != 0 && !before_title) {
            continue;
        }
        target.address = ascii::trimmed(text.substr(1, at - 1));
        target.size = at + 1;
        return open == 0 || match_title(text, at, target) ? std::optional(target) : std::nullopt;
    }
    return std::nullopt;
}

std::string without_escapes(std::string_view text) {
    constexpr std::string_view kEscapable = "\\.*_+`<>()[]{}#!:|\"'$=-";
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool escape = text[at] == '\\' && at + 1 < text.size() &&
                            kEscapable.find(text[at + 1]) != kEscapable.npos;
        at += escape ? 1 : 0;
        out += text[at];
    }
    return out;
}

// `[name]` behind a link's text, or nothing: the text is the name. Gives the bytes it takes.
std::size_t match_name_in_brackets(std::string_view rest, std::string& name) {
    const std::size_t open = std::min(rest.find_first_not_of(ascii::kSpace), rest.size());
    const std::size_t close =
        open < rest.size() && rest[open] == '[' ? rest.find(']', open) : rest.npos;
    if (close == rest.npos) {
        return 0;
    }
    if (close > open + 1) {
        name = link_name(rest.substr(open + 1, close - open - 1));
    }
    return close + 1;
}

void finish(SpanReader& reader, Element& link, const std::string& address,
            const std::optional<std::string>& title, const std::string& text) {
    if (link.is(ElementType::kLink)) {
        set_attribute(link.attributes, "href", address);
    } else {
        set_attribute(link.attributes, "src", address);
        set_attribute(link.attributes, "alt", text);
        link.children.clear();
    }
    if (title) {
        set_attribute(link.attributes, "title", *title);
    }
    reader.tree().children.push_back(&link);
}

// Reads on to the `]` that ends the link's text.
bool read_link_text(SpanReader& reader, Element& link) {
    int open = 1;
    return reader.read(
        link, {"[]!", [&] {
                   const std::string_view rest = reader.rest();
                   if (rest[0] == '!' && !rest.starts_with("![")) {
                       return false;
                   }
                   open += rest[0] == ']' ? -1 : 1;
                   const auto pictures = std::count_if(
                       link.children.begin(), link.children.end(),
                       [](const Element* child) { return child->is(ElementType::kImage); });
                   return open - pictures == 0;
               }});
}

// What stands behind the link's text: an address in parentheses, or a name.
bool take_destination(SpanReader& reader, Element& link, const std::string& text) {
    std::string name = link_name(text);
    const std::string_view rest = reader.rest();
    const std::size_t bracket = match_name_in_brackets(rest, name);
    if (bracket == 0 && rest.starts_with('(')) {
        const auto target = match_target(rest);
        if (!target) {
            reader.document().budget.spend(rest.size());
            return false;
        }
        reader.move_to(reader.position() + target->size);
        finish(reader, link, target->address, target->title, text);
        return true;
    }
    const auto definition = reader.document().links.find(name);
    if (definition == reader.document().links.end()) {
        return false;
    }
    reader.move_to(reader.position() + bracket);
    const Element* boundary = definition->second.boundary;
    if (boundary != nullptr && boundary->inline_attributes) {
        apply_attributes(reader.document(), link.attributes, *boundary->inline_attributes);
    }
    finish(reader, link, definition->second.address, definition->second.title, text);
    return true;
}

bool begins_with_scheme(std::string_view address) {
    for (const std::string_view scheme : {"mailto:", "http:", "https:", "ftp:", "ftps:"}) {
        if (address.starts_with(scheme)) {
            return true;
        }
    }
    return false;
}

// Where the ">" behind `<name@place` is; npos when that is not what the text begins with.
std::size_t end_of_mail_address(std::string_view text) {
    const std::size_t size = mail_text_size(text.substr(1));
    const std::size_t at = 1 + size;
    if (size == 0 || at >= text.size() || text[at] != '@') {
        return text.npos;
    }
    const std::size_t place = mail_text_size(text.substr(at + 1));
    const std::size_t end = at + 1 + place;
    return place > 0 && end < text.size() && text[end] == '>' ? end : text.npos;
}

}  // namespace

std::string link_name(std::string_view text) {
    std::string name;
    for (std::size_t at = 0; at < text.size();) {
        const auto [code_point, length] = utf8::decode(text, at);
        if (length == 1 && ascii::is_space(text[at])) {
            if (!name.ends_with(' ')) {
                name += ' ';
            }
        } else {
            unicode::append_lower(name, code_point);
        }
        at += length;
    }
    return name;
}

bool take_link(SpanReader& reader) {
    const std::string_view rest = reader.rest();
    const bool is_picture = rest.starts_with("![");
    const std::size_t size = is_picture ? 2 : 1;
    if ((!is_picture && rest[0] != '[') || rest.size() <= size || rest[size] == '^') {
        return false;
    }
    const bool in_link =
        reader.is_inside(ElementType::kLink) || reader.is_inside(ElementType::kImage);
    if ((!is_picture && in_link) || !reader.may_nest()) {
        reader.take_text(size);
        return true;
    }
    const std::size_t begin = reader.position();
    const std::size_t made = reader.document().pool.size();
    Element& link = reader.make(is_picture ? ElementType::kImage : ElementType::kLink);
    reader.move_to(begin + size);
    if (read_link_text(reader, link)) {
        const std::string text =
            without_escapes(reader.bytes().substr(begin + size, reader.position() - begin - size));
        reader.move_to(reader.position() + 1);
        if (take_destination(reader, link, text)) {
            return true;
        }
    }
    reader.document().pool.shrink_to(made);
    reader.move_to(begin);
    reader.take_text(size);
    return true;
}

bool take_autolink(SpanReader& reader) {
    const std::string_view rest = reader.rest();
    if (rest[0] != '<') {
        return false;
    }
    const bool has_scheme = begins_with_scheme(rest.substr(1));
    const std::size_t end = has_scheme ? rest.find_first_of(">\n") : end_of_mail_address(rest);
    if (end == rest.npos || rest[end] != '>' || rest[end - 1] == ':') {
        reader.document().budget.spend(has_scheme ? std::min(end, rest.size()) : 0);
        return false;
    }
    const std::string_view address = rest.substr(1, end - 1);
    Element& link = reader.add(ElementType::kLink);
    link.attributes.emplace_back("href", (has_scheme ? "" : "mailto:") + std::string(address));
    Element& text = reader.make(ElementType::kText);
    text.value = address.starts_with("mailto:") ? address.substr(7) : address;
    link.children.push_back(&text);
    reader.move_to(reader.position() + end + 1);
    return true;
}

bool take_footnote_marker(SpanReader& reader) {
    const std::string_view rest = reader.rest();
    const std::size_t name = rest.starts_with("[^") ? match_name(rest.substr(2)) : 0;
    if (name == 0 || !rest.substr(2 + name).starts_with(']')) {
        return false;
    }
    const std::string key(rest.substr(2, name));
    if (reader.document().footnote_index.contains(key)) {
        reader.add(ElementType::kFootnote, key);
        reader.move_to(reader.position() + name + 3);
    } else {
        reader.take_text(name + 3);
    }
    return true;
}

}  // namespace ghreveal::markdown::kramdown
