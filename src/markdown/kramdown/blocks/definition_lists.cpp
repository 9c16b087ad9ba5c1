// kramdown's definition lists: a paragraph of terms, one a line, and definitions behind colons.
#include "markdown/kramdown/blocks/blocks.h"
#include "markdown/kramdown/blocks/items.h"
#include "support/ascii.h"

namespace ghreveal::markdown::kramdown {

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
            items.push_back(take_first_line(reader, element, marker));
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
        } else if (ascii::is_blank(line)) {
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

}  // namespace ghreveal::markdown::kramdown
