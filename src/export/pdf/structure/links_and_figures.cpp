#include <utility>

#include "export/pdf/file/pdf_syntax.h"
#include "export/pdf/structure/structure_builder.h"
#include "export/pdf/structure/unspoken_text.h"
#include "support/ascii.h"

namespace ghreveal::exporter {

using paint::ContentPart;
using Element = StructureTree::Element;

// Whether anything in the element can be heard.
bool StructureBuilder::has_words(const dom::Node& root) const {
    const auto has_text = [this](const Content& content) {
        const ContentUse* use = use_of(content);
        if (use == nullptr || ascii::is_blank(use->text)) {
            return false;
        }
        return !says_nothing(use->text) ||
               (is_icon(use->text) && !label_of(element_of(content)).empty());
    };
    return dom::find_first(root, [&](const dom::Node& node) {
               if (node.is_text()) {
                   return has_text({&node, ContentPart::kText});
               }
               return has_text({&node, ContentPart::kBefore}) ||
                      has_text({&node, ContentPart::kAfter}) ||
                      (use_of({&node, ContentPart::kPicture}) != nullptr &&
                       !alternative_text(node).empty());
           }) != nullptr;
}

void StructureBuilder::add_link(const dom::Node& node, StructurePlace& place) {
    if (!uses_.linked.contains(&node)) {
        add_children(node, place);
        return;
    }
    const bool says_something = has_words(node);
    const std::string* address = node.attribute("href");
    std::string label = label_of(node);
    if (label.empty() && address != nullptr) {
        label = *address;
    }
    const std::string outer = std::exchange(link_label_, says_something ? "" : label);
    const bool outer_is_read = std::exchange(is_label_read_, false);
    const Element link = begin_inline(node, "Link", place);
    result_.links.emplace(&node, link);
    StructurePlace inside{link};
    add_children(node, inside);
    if (!says_something && !is_label_read_) {
        tree_.add_entry(link, "/Alt" + text_string(label));
    }
    link_label_ = outer;
    is_label_read_ = outer_is_read;
}

void StructureBuilder::add_figure(const dom::Node& node, const Content& content,
                                  const std::string& alternative, StructurePlace& place) {
    if (use_of(content) == nullptr) {
        add_children(node, place);  // what stands for it where it cannot be shown
        return;
    }
    const std::string& text = alternative.empty() ? link_label_ : alternative;
    if (text.empty()) {
        return;
    }
    Element around = line_of(place);
    place.slot = -1;
    if (content.part == ContentPart::kPicture && uses_.linked.contains(&node)) {
        around = tree_.add(around, "Link");
        result_.links.emplace(&node, around);
    }
    is_label_read_ = is_label_read_ || alternative.empty();
    const Element figure = tree_.add(around, "Figure");
    tree_.add_entry(figure, "/Alt" + text_string(text));
    result_.slots[content] = tree_.add_slot(figure);
}

}  // namespace ghreveal::exporter
