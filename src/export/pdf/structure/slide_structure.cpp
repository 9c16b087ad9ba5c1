#include "export/pdf/structure/slide_structure.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "export/pdf/document/document_facts.h"
#include "export/pdf/file/pdf_syntax.h"
#include "export/pdf/structure/html_elements.h"
#include "export/pdf/structure/structure_builder.h"
#include "export/pdf/structure/unspoken_text.h"
#include "support/ascii.h"
#include "support/unicode/unicode_case.h"

namespace ghreveal::exporter {

namespace {

using paint::Content;
using paint::ContentPart;
using Element = StructureTree::Element;

std::string without_space(std::string text) {
    std::erase_if(text, ascii::is_html_space);
    return text;
}

// What is shown otherwise than it is written (text-transform) is read as it is written.
std::string written_otherwise(const Content& content, const std::string& shown) {
    if (content.part != ContentPart::kText) {
        return "";
    }
    const std::string written = without_space(content.node->text);
    const std::string seen = without_space(shown);
    return written != seen && unicode::upper_case(written) == unicode::upper_case(seen)
               ? collapsed_text(content.node->text)
               : "";
}

}  // namespace

const ContentUse* StructureBuilder::use_of(const Content& content) const {
    const auto found = uses_.of.find(content);
    return found == uses_.of.end() ? nullptr : &found->second;
}

bool StructureBuilder::is_shown(const dom::Node& root) const {
    return dom::find_first(root, [this](const dom::Node& node) {
               if (node.is_text()) {
                   return use_of({&node, ContentPart::kText}) != nullptr;
               }
               return use_of({&node, ContentPart::kPicture}) != nullptr ||
                      use_of({&node, ContentPart::kBefore}) != nullptr ||
                      use_of({&node, ContentPart::kAfter}) != nullptr;
           }) != nullptr;
}

Element StructureBuilder::line_of(StructurePlace& place) {
    if (!place.holds_blocks) {
        return place.element;
    }
    if (!place.paragraph) {
        place.paragraph = tree_.add(place.element, "P");
    }
    return *place.paragraph;
}

void StructureBuilder::add_language(const dom::Node& node, Element element) {
    const std::string* language = node.attribute("lang");
    if (language != nullptr && !language->empty()) {
        tree_.add_entry(element, "/Lang" + text_string(*language));
    }
}

Element StructureBuilder::begin_block(const dom::Node& node, std::string_view type,
                                      StructurePlace& place) {
    place.end_line();
    const Element element = tree_.add(place.element, type);
    add_language(node, element);
    return element;
}

Element StructureBuilder::begin_inline(const dom::Node& node, std::string_view type,
                                       StructurePlace& place) {
    const Element element = tree_.add(line_of(place), type);
    place.slot = -1;
    add_language(node, element);
    return element;
}

void StructureBuilder::add_children(const dom::Node& node, StructurePlace& place) {
    add_text({&node, ContentPart::kBefore}, place);
    for (const dom::Node* child = node.first_child; child != nullptr; child = child->next) {
        add_node(*child, place);
    }
    add_text({&node, ContentPart::kAfter}, place);
}

void StructureBuilder::add_node(const dom::Node& node, StructurePlace& place) {
    if (node.is_text()) {
        add_text({&node, ContentPart::kText}, place);
    } else {
        add_element(node, role_of(node), place);
    }
}

void StructureBuilder::add_text(const Content& content, StructurePlace& place) {
    const ContentUse* use = use_of(content);
    if (use == nullptr) {
        return;
    }
    if (ascii::is_blank(use->text) && place.slot < 0 && (place.holds_blocks && !place.paragraph)) {
        return;
    }
    if (!ascii::is_blank(use->text) && is_icon(use->text)) {
        const dom::Node& element = element_of(content);
        const std::string label = label_of(element);
        add_figure(element, content, label.empty() ? link_label_ : label, place);
        return;
    }
    const std::string written = written_otherwise(content, use->text);
    if (!written.empty()) {
        const Element span = begin_inline(*content.node->parent, "Span", place);
        tree_.add_entry(span, "/ActualText" + text_string(written));
        result_.slots[content] = tree_.add_slot(span);
        return;
    }
    if (place.slot < 0) {
        place.slot = tree_.add_slot(line_of(place));
    }
    result_.slots[content] = place.slot;
}

void StructureBuilder::add_element(const dom::Node& node, ElementRole role, StructurePlace& place) {
    switch (role) {
        case ElementRole::kInline:
        case ElementRole::kBlock:
        case ElementRole::kRow:
        case ElementRole::kRowGroup:
        case ElementRole::kCell:
        case ElementRole::kTerm:
        case ElementRole::kDescription:
        case ElementRole::kListItem:
            add_in_place(node, role, place);
            break;
        case ElementRole::kHeading:
            add_heading(node, place);
            break;
        case ElementRole::kParagraph:
        case ElementRole::kCaption:
            add_block(node, "P", place);
            break;
        case ElementRole::kCodeBlock:
            add_code_block(node, place);
            break;
        case ElementRole::kCode:
            is_in_code_ ? add_children(node, place) : add_inline(node, "Code", place);
            break;
        case ElementRole::kBlockQuote:
            add_block(node, "BlockQuote", place);
            break;
        case ElementRole::kQuote:
            add_inline(node, "Quote", place);
            break;
        case ElementRole::kReference:
            add_inline(node, "Reference", place);
            break;
        case ElementRole::kList:
        case ElementRole::kTerms:
            add_list(node, place);
            break;
        case ElementRole::kTable:
            add_table(node, place);
            break;
        case ElementRole::kLink:
            add_link(node, place);
            break;
        case ElementRole::kPicture:
            add_figure(node, {&node, ContentPart::kPicture}, alternative_text(node), place);
            break;
        case ElementRole::kFormula:
            add_formula(node, place);
            break;
    }
}

Element StructureBuilder::add_block(const dom::Node& node, std::string_view type,
                                    StructurePlace& place) {
    StructurePlace inside{begin_block(node, type, place), type == "BlockQuote"};
    const bool was_in_code = std::exchange(is_in_code_, is_in_code_ || type == "Code");
    add_children(node, inside);
    is_in_code_ = was_in_code;
    return inside.element;
}

// How many lines the text in an element is drawn in.
std::size_t StructureBuilder::drawn_lines(const dom::Node& root) const {
    std::size_t lines = 0;
    std::optional<Px> last;
    dom::find_first(root, [&](const dom::Node& node) {
        const ContentUse* use = node.is_text() ? use_of({&node, ContentPart::kText}) : nullptr;
        if (use != nullptr && use->lines > 0) {
            lines += use->first_baseline == last ? use->lines - 1 : use->lines;
            last = use->last_baseline;
        }
        return false;
    });
    return lines;
}

// The ends of lines that are wrapped are not the code's: it is heard and copied as it was written.
// But what leads somewhere or is seen has to be found in it.
void StructureBuilder::add_code_block(const dom::Node& node, StructurePlace& place) {
    const Element block = add_block(node, "Code", place);
    const auto is_more_than_text = [](const dom::Node& inside) {
        const ElementRole role = inside.is_text() ? ElementRole::kInline : role_of(inside);
        return role == ElementRole::kLink || role == ElementRole::kPicture ||
               role == ElementRole::kFormula;
    };
    const std::string text = text_content(node);
    const std::string_view code = ascii::trimmed(text, "\n");
    std::size_t written_lines = 0;
    for (const std::string_view line : ascii::split(code, '\n')) {
        written_lines += ascii::is_blank(line) ? 0 : 1;
    }
    if (drawn_lines(node) > written_lines && dom::find_first(node, is_more_than_text) == nullptr) {
        tree_.add_entry(block, "/ActualText" + text_string(std::string(code)));
    }
}

void StructureBuilder::add_inline(const dom::Node& node, std::string_view type,
                                  StructurePlace& place) {
    StructurePlace inside{begin_inline(node, type, place)};
    add_children(node, inside);
}

// Elements that are nothing by themselves: what is in them stands where they do.
void StructureBuilder::add_in_place(const dom::Node& node, ElementRole role,
                                    StructurePlace& place) {
    const bool is_block = role != ElementRole::kInline;
    const std::string* language = node.attribute("lang");
    if (language != nullptr && !language->empty()) {
        if (is_block) {
            StructurePlace inside{begin_block(node, "Div", place), true};
            add_children(node, inside);
        } else {
            add_inline(node, "Span", place);
        }
        return;
    }
    const bool was_in_footnotes =
        std::exchange(is_in_footnotes_, is_in_footnotes_ || node.has_class("footnotes"));
    if (is_block) {
        place.end_line();
    }
    add_children(node, place);
    if (is_block) {
        place.end_line();
    }
    is_in_footnotes_ = was_in_footnotes;
}

void StructureBuilder::add_heading(const dom::Node& node, StructurePlace& place) {
    static constexpr std::array<std::string_view, 6> kTypes{"H1", "H2", "H3", "H4", "H5", "H6"};
    if (is_shown(node)) {
        const int level = std::min(levels_.next(node.name[1] - '0'), 6);
        add_block(node, kTypes.at(static_cast<std::size_t>(level) - 1), place);
    }
}

// All that a formula is drawn with is one content, which its TeX says.
void StructureBuilder::add_formula(const dom::Node& node, StructurePlace& place) {
    const Element formula = begin_inline(node, "Formula", place);
    const std::string& tex = *node.attribute("data-tex");
    tree_.add_entry(formula, "/Alt" + text_string(tex));
    const math::FormulaStyle style = node.has_class("katex-display") ? math::FormulaStyle::kDisplay
                                                                     : math::FormulaStyle::kInline;
    result_.formulas.push_back({formula, {tex, style}});
    const int slot = tree_.add_slot(formula);
    dom::for_each(node, [&](const dom::Node& part) {
        if (part.is_text()) {
            result_.slots[{&part, ContentPart::kText}] = slot;
            return;
        }
        for (const ContentPart generated :
             {ContentPart::kBefore, ContentPart::kAfter, ContentPart::kPicture}) {
            result_.slots[{&part, generated}] = slot;
        }
    });
}

int HeadingLevels::next(int level) {
    while (!open_.empty() && open_.back() >= level) {
        open_.pop_back();
    }
    open_.push_back(level);
    return static_cast<int>(open_.size());
}

SlideStructure add_structure(const dom::Node& root, StructureTree::Element parent,
                             const ContentUses& uses, HeadingLevels& levels, StructureTree& tree) {
    StructureBuilder builder(uses, levels, tree);
    StructurePlace place{parent, true};
    builder.add_children(root, place);
    return builder.take();
}

SlideStructure add_node_structure(const dom::Node& node, StructureTree::Element parent,
                                  const ContentUses& uses, HeadingLevels& levels,
                                  StructureTree& tree) {
    StructureBuilder builder(uses, levels, tree);
    StructurePlace place{parent, true};
    builder.add_node(node, place);
    return builder.take();
}

}  // namespace ghreveal::exporter
