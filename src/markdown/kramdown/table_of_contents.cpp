#include "markdown/kramdown/table_of_contents.h"

#include <algorithm>

#include "support/ascii.h"

namespace ghreveal::markdown::kramdown {

namespace {

bool asks_for_contents(const Element& element) {
    if (!element.is(ElementType::kUnorderedList) && !element.is(ElementType::kOrderedList)) {
        return false;
    }
    if (!element.inline_attributes) {
        return false;
    }
    const auto& references = element.inline_attributes->references;
    return std::find(references.begin(), references.end(), "toc") != references.end();
}

Element* find_list(Element& element) {
    for (Element* child : element.children) {
        if (asks_for_contents(*child)) {
            return child;
        }
        if (Element* found = find_list(*child)) {
            return found;
        }
    }
    return nullptr;
}

void collect_headings(Element& element, std::vector<const Element*>& out) {
    for (Element* child : element.children) {
        if (!child->is(ElementType::kHeading)) {
            collect_headings(*child, out);
            continue;
        }
        const std::string* classes = find_attribute(child->attributes, "class");
        const bool is_left_out = classes != nullptr && ascii::any_word(*classes, [](auto name) {
                                     return name == "no_toc";
                                 });
        if (find_attribute(child->attributes, "id") != nullptr && !is_left_out) {
            out.push_back(child);
        }
    }
}

class ContentsMaker {
public:
    ContentsMaker(KramdownDocument& document, Element& list) : document_(document), list_(list) {}

    void fill(const std::vector<const Element*>& headings) {
        if (find_attribute(list_.attributes, "id") == nullptr) {
            list_.attributes.emplace_back("id", "markdown-toc");
        }
        list_.children.clear();
        // Items that may still get items of a lower level below them.
        std::vector<std::pair<int, Element*>> open;
        for (const Element* heading : headings) {
            while (!open.empty() && open.back().first >= heading->level) {
                open.pop_back();
            }
            Element& item = make_item(*heading);
            list_below(open.empty() ? nullptr : open.back().second).children.push_back(&item);
            open.emplace_back(heading->level, &item);
        }
    }

private:
    Element& make(ElementType type, Category category) {
        Element& element = document_.pool.make(type, list_.origin);
        element.category = category;
        return element;
    }

    // The list in an item, which is made for the first that comes into it.
    Element& list_below(Element* item) {
        if (item == nullptr) {
            return list_;
        }
        if (!item->last_child()->is(list_.type)) {
            item->children.push_back(&make(list_.type, Category::kBlock));
        }
        return *item->last_child();
    }

    Element& make_item(const Element& heading) {
        Element& item = make(ElementType::kListItem, Category::kBlock);
        Element& paragraph = make(ElementType::kParagraph, Category::kBlock);
        paragraph.is_transparent = true;
        Element& link = make(ElementType::kLink, Category::kSpan);
        const std::string& id = *find_attribute(heading.attributes, "id");
        link.attributes = {{"href", "#" + id},
                           {"id", *find_attribute(list_.attributes, "id") + "-" + id}};
        copy_children(heading, link);
        paragraph.children.push_back(&link);
        item.children.push_back(&paragraph);
        return item;
    }

    // Links in it are their texts, footnotes are left out.
    void copy_children(const Element& from, Element& to) {
        for (const Element* child : from.children) {
            if (child->is(ElementType::kFootnote)) {
                continue;
            }
            if (child->is(ElementType::kLink)) {
                copy_children(*child, to);
                continue;
            }
            Element& copy = document_.pool.make(child->type, child->origin);
            copy = *child;
            copy.children.clear();
            copy_children(*child, copy);
            to.children.push_back(&copy);
        }
    }

    KramdownDocument& document_;
    Element& list_;
};

}  // namespace

void fill_table_of_contents(KramdownDocument& document, Element& root) {
    Element* list = find_list(root);
    if (list == nullptr) {
        return;
    }
    std::vector<const Element*> headings;
    collect_headings(root, headings);
    for (const FootnoteDefinition& note : document.footnotes) {
        collect_headings(*note.content, headings);
    }
    if (headings.empty()) {
        list->type = ElementType::kComment;
        return;
    }
    ContentsMaker(document, *list).fill(headings);
}

}  // namespace ghreveal::markdown::kramdown
