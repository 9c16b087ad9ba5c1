// The walk that makes a slide's structure: slide_structure.cpp, and tables_and_lists.cpp for those.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "export/pdf/structure/html_elements.h"
#include "export/pdf/structure/slide_structure.h"

namespace ghreveal::exporter {

// The one that content is of, or in.
inline const dom::Node& element_of(const paint::Content& content) {
    return content.part == paint::ContentPart::kText ? *content.node->parent : *content.node;
}

// Where content and elements go.
struct StructurePlace {
    StructureTree::Element element;
    bool holds_blocks = false;                          // text needs a paragraph of its own
    std::optional<StructureTree::Element> paragraph{};  // that further text goes into
    int slot = -1;  // that further text goes into; negative: a new one

    // What follows is a block of its own.
    void end_line() {
        paragraph.reset();
        slot = -1;
    }
};

// Walks a slide's elements, those that its pages show, and adds what they are to the tree.
class StructureBuilder {
public:
    StructureBuilder(const ContentUses& uses, HeadingLevels& levels, StructureTree& tree)
        : uses_(uses), levels_(levels), tree_(tree) {}

    void add_children(const dom::Node&, StructurePlace&);
    void add_node(const dom::Node&, StructurePlace&);
    SlideStructure take() { return std::move(result_); }

private:
    using Element = StructureTree::Element;
    using Content = paint::Content;

    void add_element(const dom::Node&, ElementRole, StructurePlace&);
    void add_text(const Content&, StructurePlace&);
    Element add_block(const dom::Node&, std::string_view type, StructurePlace&);
    void add_code_block(const dom::Node&, StructurePlace&);
    std::size_t drawn_lines(const dom::Node&) const;
    void add_inline(const dom::Node&, std::string_view type, StructurePlace&);
    void add_in_place(const dom::Node&, ElementRole, StructurePlace&);
    void add_heading(const dom::Node&, StructurePlace&);
    void add_list(const dom::Node&, StructurePlace&);
    void add_list_item(const dom::Node&, Element list);
    void add_terms(const dom::Node&, Element list);
    void add_table(const dom::Node&, StructurePlace&);
    void add_rows(const dom::Node&, Element parent, bool is_head);
    void add_row(const dom::Node&, Element row, bool is_head);
    void add_link(const dom::Node&, StructurePlace&);
    void add_figure(const dom::Node&, const Content&, const std::string& alternative,
                    StructurePlace&);
    void add_formula(const dom::Node&, StructurePlace&);

    Element begin_block(const dom::Node&, std::string_view type, StructurePlace&);
    Element begin_inline(const dom::Node&, std::string_view type, StructurePlace&);
    // Where something inside a line goes.
    Element line_of(StructurePlace&);
    void add_language(const dom::Node&, Element);
    const ContentUse* use_of(const Content&) const;
    bool is_shown(const dom::Node&) const;
    bool has_words(const dom::Node&) const;

    const ContentUses& uses_;
    HeadingLevels& levels_;
    StructureTree& tree_;
    SlideStructure result_;
    std::string link_label_;      // what a link leads to, when nothing in it says so
    bool is_label_read_ = false;  // by a figure in the link
    bool is_in_code_ = false;
    bool is_in_footnotes_ = false;
};

}  // namespace ghreveal::exporter
