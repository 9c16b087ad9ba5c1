// kramdown's lists: bulleted, numbered, and definition lists. kramdown reads an item's lines first,
// without their indentation, and then its blocks.
#include <algorithm>

#include "deck/html_tag.h"
#include "deck/kramdown_attributes.h"
#include "deck/kramdown_blocks.h"

namespace ghreveal::deck {

namespace {

constexpr std::size_t kTab = 4;

// An item's lines, and what its further lines must look like.
struct Item {
    Element* element = nullptr;
    // Where a nested list begins without a blank line before it, a new part begins.
    std::vector<Text> parts;
    std::size_t indentation = 0;
    bool nested_list_found = false;
};

bool begins_list(std::string_view line) {
    return match_item_marker(line, ElementType::kUnorderedList, 3) > 0 ||
           match_item_marker(line, ElementType::kOrderedList, 3) > 0;
}

std::size_t most_marker_spaces(std::size_t indentation) {
    return indentation == 0 ? 3 : std::min<std::size_t>(indentation - 1, 3);
}

// An attribute list at an item's beginning: its bytes with the space around it.
std::size_t match_item_attributes(std::string_view text, InlineAttributes* attributes) {
    const std::size_t start = std::min(text.find_first_not_of(kWhiteSpace), text.size());
    const auto list = match_attribute_list(text.substr(start));
    if (!list || !list->name.empty()) {
        return 0;
    }
    if (attributes != nullptr) {
        parse_attribute_list(list->content, *attributes);
    }
    const std::size_t end = start + list->size;
    return std::min(text.find_first_not_of(kWhiteSpace, end), text.size());
}

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

// An item's first line behind its marker.
Item first_line(BlockReader& reader, Element& element, std::size_t marker) {
    Item item;
    item.element = &element;
    std::string content(reader.source.line().substr(marker));
    if (content.starts_with('|')) {  // the bar belongs to the text
        item.indentation = marker;
    } else if (const std::size_t skipped = match_item_attributes(content, nullptr);
               is_blank(std::string_view(content).substr(skipped))) {
        item.indentation = kTab;
    } else {
        content = with_tabs_expanded(content, marker);
        item.indentation = marker + content.find_first_not_of(' ');
    }
    content.erase(0, std::min(content.find_first_not_of(kWhiteSpace), content.size()));
    InlineAttributes attributes;
    if (const std::size_t size = match_item_attributes(content, &attributes); size > 0) {
        content.erase(0, size);
        element.inline_attributes = std::move(attributes);
    }
    item.nested_list_found = begins_list(content);
    item.parts.emplace_back();
    item.parts.back().append_line(content, reader.source.origin());
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
    return !is_blank(line) && (in_spaces || is_indented(rest));
}

bool is_lazy_content(std::string_view line, std::size_t indentation) {
    const std::size_t spaces = std::min(line.find_first_not_of(' '), line.size());
    const bool is_shallow = spaces <= std::min<std::size_t>(indentation, 3);
    return !is_blank(line) &&
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

void add_line(Item& item, std::string line, Origin origin) {
    const bool indented = remove_indentation(line, item.indentation);
    if (!item.nested_list_found && indented && begins_list(line)) {
        item.parts.emplace_back();
        item.nested_list_found = true;
    } else if (item.nested_list_found && !indented && begins_list(line)) {
        line.insert(0, item.indentation + kTab, ' ');
    }
    item.parts.back().append_line(line, origin);
}

struct ListLines {
    std::vector<Item> items;
    bool found_marker = false;  // a line of `^` ends the list
};

ListLines take_list_lines(BlockReader& reader, ElementType type) {
    ListLines list;
    Scanner& source = reader.source;
    bool after_blank = false;
    std::size_t most_spaces = 3;
    while (!source.at_end()) {
        const std::string_view line = source.line();
        if (after_blank && is_rule(line)) {
            break;
        }
        if (is_boundary_marker(line)) {
            source.skip_line();
            list.found_marker = true;
            break;
        }
        if (const std::size_t marker = match_item_marker(line, type, most_spaces); marker > 0) {
            Element& element = reader.document.pool.make(ElementType::kListItem, source.origin());
            list.items.push_back(first_line(reader, element, marker));
            most_spaces = most_marker_spaces(list.items.back().indentation);
            after_blank = false;
            continue;
        }
        Item& item = list.items.back();
        if (is_content(line, item.indentation) ||
            (!after_blank && is_lazy_content(line, item.indentation))) {
            add_line(item, std::string(line), source.origin());
            after_blank = false;
        } else if (is_blank(line)) {
            item.nested_list_found = true;
            after_blank = true;
            item.parts.back().append_line(line, source.origin());
        } else {
            break;
        }
        source.skip_line();
    }
    return list;
}

bool has_shown_paragraph(const Element& item) {
    return !item.children.empty() && item.children.front()->is(ElementType::kParagraph) &&
           !item.children.front()->is_transparent;
}

// kramdown's rule for an item's first paragraph: it has no <p> when no blank line follows it,
// unless it is the last item of a list whose others all have one.
void hide_first_paragraph(const Element& list, Element& item, bool found_marker) {
    auto& children = item.children;
    if (!children.front()->is(ElementType::kParagraph)) {
        return;
    }
    const bool is_last = list.children.back() == &item;
    const bool no_blank = children.size() < 2 || !children[1]->is(ElementType::kBlank) ||
                          (is_last && children.size() == 2 && !found_marker);
    const bool others_hide =
        !is_last || list.children.size() == 1 ||
        std::any_of(list.children.begin(), list.children.end() - 1,
                    [](const Element* other) { return !has_shown_paragraph(*other); });
    if (!no_blank || !others_hide) {
        return;
    }
    if (children.size() > 1 && !children[1]->is(ElementType::kBlank)) {
        Text& text = children.front()->children.front()->text;
        text.append("\n", {});
    }
    children.front()->is_transparent = true;
}

// Takes the blank lines off the item's end; kramdown puts the last item's behind the list.
Element* take_last_blank(Element& item) {
    Element* last = item.last_child();
    if (last == nullptr || !last->is(ElementType::kBlank)) {
        return nullptr;
    }
    item.children.pop_back();
    return last;
}

// GitHub's task lists: `[ ]` and `[x]` at an item's beginning.
void mark_tasks(Element& list) {
    constexpr std::string_view kBox =
        "<input type=\"checkbox\" class=\"task-list-item-checkbox\" disabled=\"disabled\"";
    bool is_task_list = false;
    for (Element* item : list.children) {
        if (item->children.empty() || !item->children.front()->is(ElementType::kParagraph)) {
            continue;
        }
        Text& text = item->children.front()->children.front()->text;
        const std::string_view bytes = text.bytes();
        const bool is_task = bytes.size() > 3 && bytes[0] == '[' && bytes[2] == ']' &&
                             (bytes[1] == ' ' || bytes[1] == 'x' || bytes[1] == 'X') &&
                             is_blank(bytes.substr(3, 1));
        if (is_task) {
            const std::string box =
                std::string(kBox) + (bytes[1] == ' ' ? " />" : " checked=\"checked\" />");
            const std::size_t end = bytes.find_first_not_of(" \t", 3);
            text.replace(0, std::min(end, bytes.size()), box);
        }
        is_task_list |= is_task;
        if (is_task_list) {
            set_attribute(item->attributes, "class", "task-list-item");
        }
    }
    if (is_task_list) {
        set_attribute(list.attributes, "class", "task-list");
    }
}

}  // namespace

bool take_list(BlockReader& reader) {
    const std::string_view line = reader.source.line();
    const bool bulleted = match_item_marker(line, ElementType::kUnorderedList, 3) > 0;
    if (!bulleted && match_item_marker(line, ElementType::kOrderedList, 3) == 0) {
        return false;
    }
    const ElementType type = bulleted ? ElementType::kUnorderedList : ElementType::kOrderedList;
    Element& list = reader.make(type);
    ListLines lines = take_list_lines(reader, type);
    reader.tree.children.push_back(&list);
    for (const Item& item : lines.items) {
        list.children.push_back(item.element);
    }
    Element* blank = nullptr;
    for (const Item& item : lines.items) {
        Element& element = *item.element;
        for (const Text& part : item.parts) {
            parse_blocks(reader.document, element, part, reader.depth + 1);
        }
        auto& children = element.children;
        if (children.empty()) {
            continue;
        }
        if (children.size() >= 2 && children[0]->is(ElementType::kParagraph) &&
            children[1]->is(ElementType::kBoundary) && children[0]->inline_attributes) {
            children.erase(children.begin() + 1);
        }
        hide_first_paragraph(list, element, lines.found_marker);
        blank = take_last_blank(element);
    }
    if (blank != nullptr && !lines.found_marker) {
        reader.tree.children.push_back(blank);
    }
    mark_tasks(list);
    return true;
}

namespace {

// The paragraph above the definitions holds the terms, one a line.
void add_terms(BlockReader& reader, Element& list, Element& paragraph) {
    const Text& terms = paragraph.children.front()->text;
    for (Scanner scanner(terms); !scanner.at_end(); scanner.skip_line()) {
        Element& term = reader.document.pool.make(ElementType::kTerm, scanner.origin());
        std::string_view line = scanner.line();
        InlineAttributes attributes;
        if (const std::size_t size = match_item_attributes(line, &attributes); size > 0) {
            line.remove_prefix(size);
            term.inline_attributes = std::move(attributes);
        }
        Element& text = reader.document.pool.make(ElementType::kRawText, scanner.origin());
        text.text.append(line, scanner.origin());
        term.children.push_back(&text);
        list.children.push_back(&term);
    }
}

std::vector<Item> take_definition_lines(BlockReader& reader, bool as_paragraph) {
    std::vector<Item> items;
    Scanner& source = reader.source;
    bool after_blank = false;
    std::size_t most_spaces = 3;
    while (!source.at_end()) {
        const std::string_view line = source.line();
        if (const std::size_t marker =
                match_item_marker(line, ElementType::kDefinitionList, most_spaces);
            marker > 0) {
            Element& element = reader.document.pool.make(ElementType::kDefinition, source.origin());
            element.first_as_paragraph = as_paragraph;
            items.push_back(first_line(reader, element, marker));
            most_spaces = most_marker_spaces(items.back().indentation);
            as_paragraph = false;
            after_blank = false;
            continue;
        }
        Item& item = items.back();
        if (is_boundary_marker(line)) {
            break;
        }
        if (is_content(line, item.indentation) ||
            (!after_blank && is_lazy_content(line, item.indentation))) {
            std::string content(line);
            remove_indentation(content, item.indentation);
            item.parts.back().append_line(content, source.origin());
            as_paragraph = false;
            after_blank = false;
        } else if (is_blank(line)) {
            item.parts.back().append_line(line, source.origin());
            as_paragraph = true;
            after_blank = true;
        } else {
            break;
        }
        source.skip_line();
    }
    return items;
}

// The paragraph that a definition may follow, one blank line between them at most.
Element* take_term_paragraph(BlockReader& reader, bool& after_blank) {
    auto& children = reader.tree.children;
    const std::size_t count = children.size();
    if (count == 0) {
        return nullptr;
    }
    after_blank = count >= 2 && children[count - 1]->is(ElementType::kBlank) &&
                  children[count - 1]->value == "\n" &&
                  children[count - 2]->is(ElementType::kParagraph);
    if (!after_blank && !children[count - 1]->is(ElementType::kParagraph)) {
        return nullptr;
    }
    children.resize(count - (after_blank ? 1 : 0));
    Element* paragraph = children.back();
    children.pop_back();
    return paragraph;
}

// Definitions right behind a definition list are part of it.
Element& list_to_extend(BlockReader& reader, const Element& paragraph) {
    auto& children = reader.tree.children;
    const std::size_t count = children.size();
    if (count >= 2 && children[count - 1]->is(ElementType::kBlank) &&
        children[count - 2]->is(ElementType::kDefinitionList)) {
        children.pop_back();
    }
    if (!children.empty() && children.back()->is(ElementType::kDefinitionList)) {
        return *children.back();
    }
    Element& list = reader.add(ElementType::kDefinitionList);
    list.origin = paragraph.origin;
    list.inline_attributes = paragraph.inline_attributes;
    return list;
}

}  // namespace

bool take_definition_list(BlockReader& reader) {
    if (match_item_marker(reader.source.line(), ElementType::kDefinitionList, 3) == 0) {
        return false;
    }
    bool after_blank = false;
    Element* paragraph = take_term_paragraph(reader, after_blank);
    if (paragraph == nullptr) {
        return false;
    }
    Element& list = list_to_extend(reader, *paragraph);
    add_terms(reader, list, *paragraph);
    Element* blank = nullptr;
    for (const Item& item : take_definition_lines(reader, after_blank)) {
        Element& definition = *item.element;
        list.children.push_back(&definition);
        parse_blocks(reader.document, definition, item.parts.front(), reader.depth + 1);
        if (definition.children.empty()) {
            continue;
        }
        blank = take_last_blank(definition);
        if (!definition.children.empty() && !definition.first_as_paragraph &&
            definition.children.front()->is(ElementType::kParagraph)) {
            if (definition.children.size() > 1) {
                definition.children.front()->children.front()->text.append("\n", {});
            }
            definition.children.front()->is_transparent = true;
        }
    }
    if (blank != nullptr) {
        reader.tree.children.push_back(blank);
    }
    return true;
}

}  // namespace ghreveal::deck
