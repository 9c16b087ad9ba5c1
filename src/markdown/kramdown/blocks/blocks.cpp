#include "markdown/kramdown/blocks/blocks.h"

#include <algorithm>
#include <array>

#include "markdown/kramdown/attributes.h"
#include "markdown/kramdown/html_tag.h"
#include "support/ascii.h"

namespace ghreveal::markdown::kramdown {

namespace {

constexpr std::size_t kOptionalSpaces = 3;

// Spaces before the first other character; npos when there are more than a block may have.
std::size_t optional_spaces(std::string_view line) {
    const std::size_t start = std::min(line.find_first_not_of(' '), line.size());
    return start <= kOptionalSpaces ? start : line.npos;
}

std::string_view rest_of(std::string_view line) {
    const std::size_t start = optional_spaces(line);
    return start == line.npos ? std::string_view() : line.substr(start);
}

bool is_heading_start(std::string_view line) {
    const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
    return level >= 1 && level <= 6 && level < line.size() &&
           (line[level] == ' ' || line[level] == '\t');
}

bool is_fence_start(std::string_view line) {
    const std::string_view text = rest_of(line);
    return text.size() >= 3 && text.substr(0, 3).find_first_not_of("`~") == text.npos;
}

// GFM's `paragraph_end`: a paragraph needs no blank line after it before most blocks.
bool ends_paragraph(std::string_view line) {
    return ends_lazy_block(line) ||
           match_item_marker(line, ElementType::kUnorderedList, kOptionalSpaces) > 0 ||
           match_item_marker(line, ElementType::kOrderedList, kOptionalSpaces) > 0 ||
           match_item_marker(line, ElementType::kDefinitionList, kOptionalSpaces) > 0 ||
           is_heading_start(line) || rest_of(line).starts_with('>') || is_fence_start(line);
}

// Takes lines up to one that `ends`, at least one.
template <typename Ends>
Text take_lines(Scanner& source, Ends ends) {
    const std::size_t begin = source.position();
    do {
        source.skip_line();
    } while (!source.at_end() && !ends(source.line()));
    return source.text().slice(begin, source.position());
}

struct HeadingText {
    Text text;
    std::string id;
};

// The text without `{#id}` at its end.
HeadingText split_heading_id(Text text) {
    text.trim_end();
    HeadingText heading;
    const std::string_view bytes = text.bytes();
    const std::size_t brace = bytes.rfind("{#");
    if (brace != bytes.npos && brace > 0 && bytes.ends_with('}') &&
        (bytes[brace - 1] == ' ' || bytes[brace - 1] == '\t')) {
        const std::string_view id = bytes.substr(brace + 2, bytes.size() - brace - 3);
        const bool is_name = !id.empty() && (id[0] < '0' || id[0] > '9') && id[0] != '-' &&
                             id[0] != '.' && id.find_first_of(" \t{}\"'<>=#&;,!?()") == id.npos;
        if (is_name) {
            heading.id = id;
            text = text.slice(0, brace);
            text.trim_end();
        }
    }
    heading.text = std::move(text);
    return heading;
}

void add_heading(BlockReader& reader, int level, HeadingText heading) {
    Element& element = reader.add(ElementType::kHeading);
    element.level = level;
    if (!heading.id.empty()) {
        element.attributes.emplace_back("id", heading.id);
    }
    Element& text = reader.document.pool.make(ElementType::kRawText, element.origin);
    text.text = std::move(heading.text);
    element.children.push_back(&text);
}

using Rule = bool (*)(BlockReader&);
// In kramdown's order: the first that fits wins.
constexpr std::array<Rule, 18> kRules{take_blank_lines,
                                      take_indented_code,
                                      take_fenced_code,
                                      take_blockquote,
                                      take_heading,
                                      take_rule,
                                      take_list,
                                      take_definition_list,
                                      take_html_block,
                                      take_underlined_heading,
                                      take_math_block,
                                      take_table,
                                      take_footnote_definition,
                                      take_link_definition,
                                      take_abbreviation_definition,
                                      take_block_extension,
                                      take_boundary_marker,
                                      take_paragraph};

}  // namespace

Element& BlockReader::make(ElementType type) {
    Element& element = document.pool.make(type, source.origin());
    element.inline_attributes = std::move(attributes);
    attributes.reset();
    return element;
}

Element& BlockReader::add(ElementType type) {
    Element& element = make(type);
    tree.children.push_back(&element);
    return element;
}

void BlockReader::add_boundary(Boundary boundary) {
    add(ElementType::kBoundary).boundary = boundary;
}

bool BlockReader::is_after_boundary() const {
    const Element* last = tree.last_child();
    return last == nullptr || last->is(ElementType::kBlank) || attributes.has_value() ||
           (last->is(ElementType::kBoundary) && last->boundary == Boundary::kMarker);
}

bool BlockReader::is_before_boundary() const {
    const std::string_view line = source.line();
    return source.at_end() || ascii::is_blank(line) || is_boundary_marker(line) ||
           match_attribute_line(line).has_value();
}

bool parse_blocks(KramdownDocument& document, Element& tree, Scanner& source, int depth) {
    BlockReader reader{document, tree, source, depth};
    while (!source.at_end() && !reader.found_end_tag) {
        if (depth > document.limits.markdown_nesting) {
            if (!take_blank_lines(reader) && !take_paragraph(reader)) {
                source.skip_line();
            }
            continue;
        }
        const bool taken = std::any_of(kRules.begin(), kRules.end(), [&](Rule rule) {
            return rule(reader) || reader.found_end_tag;
        });
        if (!taken) {  // text without a paragraph
            reader.add(ElementType::kText).value = std::string(source.line()) + "\n";
            source.skip_line();
        }
    }
    return reader.found_end_tag;
}

void parse_blocks(KramdownDocument& document, Element& tree, const Text& text, int depth) {
    Scanner source(text);
    parse_blocks(document, tree, source, depth);
}

bool is_indented(std::string_view line) {
    return line.starts_with('\t') || line.starts_with("    ");
}

bool is_boundary_marker(std::string_view line) {
    return line.starts_with('^') && ascii::is_blank(line.substr(1));
}

bool is_rule(std::string_view line) {
    const std::string_view text = rest_of(line);
    if (text.empty() || (text[0] != '*' && text[0] != '-' && text[0] != '_')) {
        return false;
    }
    return std::count(text.begin(), text.end(), text[0]) >= 3 &&
           std::all_of(text.begin(), text.end(),
                       [&](char c) { return c == text[0] || c == ' ' || c == '\t'; });
}

std::size_t match_item_marker(std::string_view line, ElementType list, std::size_t most_spaces) {
    const std::size_t start = std::min(line.find_first_not_of(' '), line.size());
    if (start > most_spaces || start == line.size()) {
        return 0;
    }
    std::size_t end = start;
    if (list == ElementType::kOrderedList) {
        end = std::min(line.find_first_not_of("0123456789", start), line.size());
        end = end > start && end < line.size() && line[end] == '.' ? end + 1 : start;
    } else if (list == ElementType::kUnorderedList) {
        end += line[start] == '*' || line[start] == '+' || line[start] == '-' ? 1 : 0;
    } else {
        end += line[start] == ':' ? 1 : 0;
    }
    // kramdown takes a bar for the space behind the marker as well.
    const bool has_tail = end > start && end < line.size() &&
                          (line[end] == ' ' || line[end] == '\t' || line[end] == '|');
    return has_tail ? end : 0;
}

bool ends_lazy_block(std::string_view line) {
    return ascii::is_blank(line) || is_boundary_marker(line) || begins_html_block(line) ||
           match_attribute_line(line).has_value();
}

bool take_blank_lines(BlockReader& reader) {
    const std::size_t begin = reader.source.position();
    while (!reader.source.at_end() && ascii::is_blank(reader.source.line())) {
        reader.source.skip_line();
    }
    if (reader.source.position() == begin) {
        return false;
    }
    const std::string lines =
        reader.source.text().bytes().substr(begin, reader.source.position() - begin);
    Element* last = reader.tree.last_child();
    if (last == nullptr || !last->is(ElementType::kBlank)) {
        last = &reader.add(ElementType::kBlank);
    }
    last->value += lines;
    return true;
}

bool take_blockquote(BlockReader& reader) {
    if (!rest_of(reader.source.line()).starts_with('>')) {
        return false;
    }
    Element& quote = reader.add(ElementType::kBlockquote);
    const Text lines = take_lines(reader.source, ends_lazy_block);
    Text content;
    for (Scanner scanner(lines); !scanner.at_end(); scanner.skip_line()) {
        std::string_view line = scanner.line();
        if (rest_of(line).starts_with('>')) {
            line = rest_of(line).substr(1);
            line.remove_prefix(line.starts_with(' ') ? 1 : 0);
        }
        content.append_line(line, scanner.origin());
    }
    parse_blocks(reader.document, quote, content, reader.depth + 1);
    return true;
}

bool take_heading(BlockReader& reader) {
    const std::string_view line = reader.source.line();
    if (!is_heading_start(line)) {
        return false;
    }
    const std::size_t level = line.find_first_not_of('#');
    const std::size_t begin = std::min(line.find_first_not_of(" \t", level), line.size());
    const std::size_t position = reader.source.position();
    HeadingText heading =
        split_heading_id(reader.source.text().slice(position + begin, position + line.size()));
    // Closing signs are not shown.
    const std::string_view bytes = heading.text.bytes();
    const std::size_t last = bytes.find_last_not_of('#');
    if (last != bytes.npos && last + 1 < bytes.size() &&
        (bytes[last] == ' ' || bytes[last] == '\t')) {
        heading.text = heading.text.slice(0, last);
        heading.text.trim_end();
    }
    if (heading.text.empty()) {
        return false;
    }
    add_heading(reader, static_cast<int>(level), std::move(heading));
    reader.source.skip_line();
    return true;
}

bool take_underlined_heading(BlockReader& reader) {
    const std::string_view line = reader.source.line();
    const std::size_t start = optional_spaces(line);
    if (start == line.npos || start == line.size() || line[start] == '\t') {
        return false;
    }
    const std::size_t next = reader.source.next_line(reader.source.position());
    const std::string_view underline = reader.source.line_from(next);
    const bool underlined = !underline.empty() && (underline[0] == '-' || underline[0] == '=') &&
                            ascii::is_blank(underline.substr(
                                std::min(underline.find_first_not_of("-="), underline.size())));
    if (!underlined || !reader.is_after_boundary()) {
        return false;
    }
    const std::size_t position = reader.source.position();
    HeadingText heading =
        split_heading_id(reader.source.text().slice(position + start, position + line.size()));
    if (heading.text.empty()) {
        return false;
    }
    add_heading(reader, underline[0] == '-' ? 2 : 1, std::move(heading));
    reader.source.move_to(reader.source.next_line(next));
    return true;
}

bool take_rule(BlockReader& reader) {
    if (!is_rule(reader.source.line())) {
        return false;
    }
    reader.add(ElementType::kRule);
    reader.source.skip_line();
    return true;
}

bool take_boundary_marker(BlockReader& reader) {
    if (!is_boundary_marker(reader.source.line())) {
        return false;
    }
    reader.add_boundary(Boundary::kMarker);
    reader.source.skip_line();
    return true;
}

// kramdown knows no block that begins with spaces and a tab behind them.
bool begins_with_spaces_and_tab(std::string_view line) {
    const std::size_t spaces = line.find_first_not_of(' ');
    return spaces != line.npos && spaces > 0 && line[spaces] == '\t';
}

bool take_paragraph(BlockReader& reader) {
    const Element* above = reader.tree.last_child();
    const bool goes_on = above != nullptr && above->is(ElementType::kParagraph);
    if (!goes_on && begins_with_spaces_and_tab(reader.source.line())) {
        return false;
    }
    const Origin origin = reader.source.origin();
    const std::size_t position = reader.source.position();
    Text lines = take_lines(reader.source, ends_paragraph);
    lines.trim_end();
    Element* last = reader.tree.last_child();
    if (last != nullptr && last->is(ElementType::kParagraph) && last->last_child() != nullptr) {
        const std::string& before = reader.source.text().bytes();
        const bool hard_break = position >= 3 && before.compare(position - 3, 3, "  \n") == 0;
        Text& text = last->last_child()->text;
        text.append(hard_break ? "  \n" : "\n", origin);
        text.append(lines);
        return true;
    }
    Element& paragraph = reader.add(ElementType::kParagraph);
    paragraph.origin = origin;
    lines.trim_start();
    Element& text = reader.document.pool.make(ElementType::kRawText, origin);
    text.text = std::move(lines);
    paragraph.children.push_back(&text);
    return true;
}

}  // namespace ghreveal::markdown::kramdown
