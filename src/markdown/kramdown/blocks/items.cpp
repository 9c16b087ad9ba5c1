#include "markdown/kramdown/blocks/items.h"

#include <algorithm>

#include "markdown/kramdown/attributes.h"
#include "markdown/kramdown/html_tag.h"
#include "support/ascii.h"

namespace ghreveal::markdown::kramdown {

namespace {

constexpr std::size_t kTab = 4;

// Leading tabs as the spaces they stand for, `column` columns into the line.
std::string with_tabs_expanded(std::string_view text, std::size_t column) {
    std::string out;
    std::size_t at = 0;
    for (; at < text.size() && (text[at] == ' ' || text[at] == '\t'); ++at) {
        out.append(text[at] == ' ' ? 1 : kTab - (column + out.size()) % kTab, ' ');
    }
    out += text.substr(at);
    return out;
}

}  // namespace

bool begins_list(std::string_view line) {
    return match_item_marker(line, ElementType::kUnorderedList, 3) > 0 ||
           match_item_marker(line, ElementType::kOrderedList, 3) > 0;
}

std::size_t most_marker_spaces(std::size_t indentation) {
    return indentation == 0 ? 3 : std::min<std::size_t>(indentation - 1, 3);
}

// An attribute list at an item's beginning: its bytes with the space around it.
std::size_t match_item_attributes(std::string_view text, InlineAttributes* attributes) {
    const std::size_t start = std::min(text.find_first_not_of(ascii::kSpace), text.size());
    const auto list = match_attribute_list(text.substr(start));
    if (!list || !list->name.empty()) {
        return 0;
    }
    if (attributes != nullptr) {
        parse_attribute_list(list->content, *attributes);
    }
    const std::size_t end = start + list->size;
    return std::min(text.find_first_not_of(ascii::kSpace, end), text.size());
}

// An item's first line behind its marker.
Item take_first_line(BlockReader& reader, Element& element, std::size_t marker) {
    Item item;
    item.element = &element;
    std::string content(reader.source.line().substr(marker));
    if (content.starts_with('|')) {  // the bar belongs to the text
        item.indentation = marker;
    } else if (const std::size_t skipped = match_item_attributes(content, nullptr);
               ascii::is_blank(std::string_view(content).substr(skipped))) {
        item.indentation = kTab;
    } else {
        content = with_tabs_expanded(content, marker);
        item.indentation = marker + content.find_first_not_of(' ');
    }
    content.erase(0, std::min(content.find_first_not_of(ascii::kSpace), content.size()));
    InlineAttributes attributes;
    if (const std::size_t size = match_item_attributes(content, &attributes); size > 0) {
        content.erase(0, size);
        element.inline_attributes = std::move(attributes);
    }
    item.nested_list_found = begins_list(content);
    item.parts.emplace_back();
    if (!content.empty()) {  // a marker by itself is no blank line
        item.parts.back().append_line(content, reader.source.origin());
    }
    reader.source.skip_line();
    return item;
}

// Whether the line is indented as the item's text is.
bool is_content(std::string_view line, std::size_t indentation) {
    std::size_t at = 0;
    for (std::size_t unit = 0; unit < indentation / kTab; ++unit) {
        if (line.substr(at).starts_with('\t')) {
            ++at;
        } else if (line.substr(at).starts_with("    ")) {
            at += kTab;
        } else {
            return false;
        }
    }
    const std::size_t spaces = indentation % kTab;
    const std::string_view rest = line.substr(at);
    const bool in_spaces =
        rest.substr(0, spaces).find_first_not_of(' ') == rest.npos && rest.size() >= spaces;
    return !ascii::is_blank(line) && (in_spaces || is_indented(rest));
}

bool is_lazy_content(std::string_view line, std::size_t indentation) {
    const std::size_t spaces = std::min(line.find_first_not_of(' '), line.size());
    const bool is_shallow = spaces <= std::min<std::size_t>(indentation, 3);
    return !ascii::is_blank(line) &&
           !(is_shallow && (begins_html_block(line) || match_attribute_line(line)));
}

// The line without the item's indentation; gives whether it had it.
bool remove_indentation(std::string& line, std::size_t indentation) {
    const std::size_t tabs = std::min(line.find_first_not_of('\t'), line.size());
    line.replace(0, tabs, std::string(tabs * kTab, ' '));
    if (std::min(line.find_first_not_of(' '), line.size()) < indentation) {
        return false;
    }
    line.erase(0, indentation);
    return true;
}

Element* take_last_blank(Element& item) {
    Element* last = item.last_child();
    if (last == nullptr || !last->is(ElementType::kBlank)) {
        return nullptr;
    }
    item.children.pop_back();
    return last;
}

}  // namespace ghreveal::markdown::kramdown
