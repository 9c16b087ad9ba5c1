// kramdown's bulleted and numbered lists: an item's lines first, without their indentation, and
// then its blocks.
#include <algorithm>

#include "markdown/kramdown/blocks/blocks.h"
#include "markdown/kramdown/blocks/items.h"
#include "support/ascii.h"

namespace ghreveal::markdown::kramdown {

namespace {

constexpr std::size_t kTab = 4;

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
            list.items.push_back(take_first_line(reader, element, marker));
            most_spaces = most_marker_spaces(list.items.back().indentation);
            after_blank = false;
            continue;
        }
        Item& item = list.items.back();
        if (is_content(line, item.indentation) ||
            (!after_blank && is_lazy_content(line, item.indentation))) {
            add_line(item, std::string(line), source.origin());
            after_blank = false;
        } else if (ascii::is_blank(line)) {
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
                             ascii::is_blank(bytes.substr(3, 1));
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

}  // namespace ghreveal::markdown::kramdown
