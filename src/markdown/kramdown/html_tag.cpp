#include "markdown/kramdown/html_tag.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "support/ascii.h"
#include "support/limits.h"

namespace ghreveal::markdown::kramdown {

namespace {

using Names = std::unordered_set<std::string_view>;

const Names& span_elements() {
    static const Names kNames{
        "a",      "abbr", "acronym", "b",   "big", "bdo",   "br",  "button", "cite",  "code",
        "del",    "dfn",  "em",      "i",   "img", "input", "ins", "kbd",    "label", "mark",
        "option", "q",    "rb",      "rbc", "rp",  "rt",    "rtc", "ruby",   "samp",  "select",
        "small",  "span", "strong",  "sub", "sup", "tt",    "u",   "var"};
    return kNames;
}

const Names& block_elements() {
    static const Names kNames{
        "address",    "article",  "aside",  "applet", "body",    "blockquote", "caption",
        "col",        "colgroup", "dd",     "div",    "dl",      "dt",         "fieldset",
        "figcaption", "footer",   "form",   "h1",     "h2",      "h3",         "h4",
        "h5",         "h6",       "header", "hgroup", "hr",      "html",       "head",
        "iframe",     "legend",   "menu",   "li",     "main",    "map",        "nav",
        "ol",         "optgroup", "p",      "pre",    "section", "summary",    "table",
        "tbody",      "td",       "th",     "thead",  "tfoot",   "tr",         "ul"};
    return kNames;
}

const Names& empty_elements() {
    static const Names kNames{"area",  "base",   "br",    "col",    "command", "embed",
                              "hr",    "img",    "input", "keygen", "link",    "meta",
                              "param", "source", "track", "wbr"};
    return kNames;
}

const Names& block_models() {
    static const Names kNames{
        "address", "applet", "article",  "aside",    "blockquote", "body",       "dd",
        "details", "div",    "dl",       "fieldset", "figure",     "figcaption", "footer",
        "form",    "header", "hgroup",   "iframe",   "li",         "main",       "map",
        "menu",    "nav",    "noscript", "object",   "section",    "summary",    "td"};
    return kNames;
}

const Names& span_models() {
    static const Names kNames{
        "a",   "abbr",  "acronym", "b",        "bdo",  "big",    "button", "cite", "caption", "del",
        "dfn", "dt",    "em",      "h1",       "h2",   "h3",     "h4",     "h5",   "h6",      "i",
        "ins", "label", "legend",  "optgroup", "p",    "q",      "rb",     "rbc",  "rp",      "rt",
        "rtc", "ruby",  "select",  "small",    "span", "strong", "sub",    "sup",  "th",      "tt"};
    return kNames;
}

// Letters of all scripts count.
bool is_letter(char c) {
    return ascii::is_word_or_beyond(c) && c != '_' && !ascii::is_digit(c);
}

// The length of an element's or attribute's name: of XML's with a prefix at most, so that
// `std::vector<std::string>` has no tag in it.
std::size_t match_xml_name(std::string_view text) {
    const auto plain_name = [&](std::size_t begin) {
        std::size_t end = begin;
        if (begin < text.size() && (is_letter(text[begin]) || text[begin] == '_')) {
            while (end < text.size() &&
                   (ascii::is_word_or_beyond(text[end]) || text[end] == '-' || text[end] == '.')) {
                ++end;
            }
        }
        return end;
    };
    const std::size_t prefix = plain_name(0);
    if (prefix == 0 || prefix >= text.size() || text[prefix] != ':') {
        return prefix;
    }
    const std::size_t end = plain_name(prefix + 1);
    return end == prefix + 1 ? prefix : end;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
    while (at < text.size() && ascii::is_space(text[at])) {
        ++at;
    }
    return at;
}

// The value behind an attribute's "=" at `at`; moves `at` behind it. False when it has neither
// quotes nor word characters.
bool take_value(std::string_view text, std::size_t& at, std::string_view& value) {
    if (at < text.size() && (text[at] == '"' || text[at] == '\'')) {
        const std::size_t end = text.find(text[at], at + 1);
        if (end == std::string_view::npos) {
            return false;
        }
        value = text.substr(at + 1, end - at - 1);
        at = end + 1;
        return true;
    }
    const std::size_t begin = at;
    while (at < text.size() && ascii::is_word_or_beyond(text[at])) {
        ++at;
    }
    value = text.substr(begin, at - begin);
    return at > begin;
}

// Takes attributes from `at` on; false for a tag that kramdown does not read as one.
bool take_attributes(std::string_view text, std::size_t& at, HtmlTag& tag, bool known) {
    while (true) {
        const std::size_t begin = skip_space(text, at);
        const std::size_t size = match_xml_name(text.substr(begin));
        if (size == 0) {
            at = begin;
            return true;
        }
        if (begin == at) {
            return false;
        }
        const std::string_view name = text.substr(begin, size);
        at = begin + size;
        std::string_view value;
        const std::size_t equals = skip_space(text, at);
        if (equals < text.size() && text[equals] == '=') {
            at = skip_space(text, equals + 1);
            if (!take_value(text, at, value)) {
                return false;
            }
        }
        const std::string key = known ? ascii::lower_case(name) : std::string(name);
        std::erase_if(tag.attributes, [&](const auto& other) { return other.first == key; });
        if (tag.attributes.size() >= FixedLimits::tag_attributes) {
            return false;
        }
        tag.attributes.emplace_back(key, value);
    }
}

}  // namespace

std::optional<HtmlTag> match_start_tag(std::string_view text) {
    if (text.size() < 3 || text[0] != '<') {
        return std::nullopt;
    }
    const std::size_t size = match_xml_name(text.substr(1));
    if (size == 0) {
        return std::nullopt;
    }
    HtmlTag tag;
    tag.name = ascii::lower_case(text.substr(1, size));
    const bool known = is_known_element(tag.name);
    if (!known) {
        tag.name = text.substr(1, size);
    }
    std::size_t at = 1 + size;
    if (!take_attributes(text, at, tag, known)) {
        return std::nullopt;
    }
    tag.is_closed = at < text.size() && text[at] == '/';
    at += tag.is_closed ? 1 : 0;
    if (at >= text.size() || text[at] != '>') {
        return std::nullopt;
    }
    tag.size = at + 1;
    return tag;
}

std::optional<HtmlTag> match_end_tag(std::string_view text) {
    if (!text.starts_with("</")) {
        return std::nullopt;
    }
    const std::size_t size = match_xml_name(text.substr(2));
    const std::size_t end = skip_space(text, 2 + size);
    if (size == 0 || end >= text.size() || text[end] != '>') {
        return std::nullopt;
    }
    HtmlTag tag;
    tag.name = ascii::lower_case(text.substr(2, size));
    if (!is_known_element(tag.name)) {
        tag.name = text.substr(2, size);
    }
    tag.size = end + 1;
    return tag;
}

std::size_t match_comment(std::string_view text) {
    const std::size_t end = text.starts_with("<!--") ? text.find("-->", 4) : text.npos;
    return end == text.npos ? 0 : end + 3;
}

std::string_view shown_of_comment(std::string_view comment) {
    for (const std::string_view whole : {"<!-->", "<!--->"}) {
        if (comment.starts_with(whole)) {
            return comment.substr(whole.size());
        }
    }
    return {};
}

std::size_t match_instruction(std::string_view text) {
    const std::size_t end = text.starts_with("<?") ? text.find("?>", 2) : text.npos;
    return end == text.npos ? 0 : end + 2;
}

std::size_t find_end_tag(std::string_view text, std::size_t from, std::string_view name) {
    for (std::size_t at = text.find("</", from); at != text.npos; at = text.find("</", at + 2)) {
        if (text.size() - at - 2 < name.size()) {
            return text.npos;
        }
        const bool same = ascii::starts_ignoring_case(text.substr(at + 2), name);
        const std::size_t end = skip_space(text, at + 2 + name.size());
        if (same && end < text.size() && text[end] == '>') {
            return at;
        }
    }
    return text.npos;
}

bool is_span_element(std::string_view name) {
    return span_elements().contains(name);
}
bool is_block_element(std::string_view name) {
    return block_elements().contains(name);
}
bool has_no_content(std::string_view name) {
    return empty_elements().contains(name);
}

ContentModel content_model(std::string_view name) {
    if (block_models().contains(name)) {
        return ContentModel::kBlock;
    }
    return span_models().contains(name) ? ContentModel::kSpan : ContentModel::kRaw;
}

bool is_known_element(std::string_view name) {
    static const Names kRawModels{"script", "style", "math", "option", "textarea",
                                  "pre",    "code",  "kbd",  "samp",   "var"};
    return is_span_element(name) || is_block_element(name) || has_no_content(name) ||
           block_models().contains(name) || span_models().contains(name) ||
           kRawModels.contains(name);
}

bool begins_html_block(std::string_view line) {
    const std::size_t start = line.find_first_not_of(' ');
    if (start == line.npos || start > 3 || line[start] != '<') {
        return false;
    }
    const bool is_end = line.substr(start).starts_with("</");
    const std::string_view rest = line.substr(start + (is_end ? 2 : 1));
    const std::size_t size = match_xml_name(rest);
    std::size_t word = 0;
    while (word < rest.size() && ascii::is_word_or_beyond(rest[word])) {
        ++word;
    }
    const std::string_view name = rest.substr(0, word);
    if (size == 0 || is_span_element(name) || name == "script") {
        return false;
    }
    const std::size_t end = skip_space(rest, size);
    return !is_end || (end < rest.size() && rest[end] == '>');
}

}  // namespace ghreveal::markdown::kramdown
