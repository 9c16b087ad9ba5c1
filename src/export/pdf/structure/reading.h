// How a document is read: its structure, and the slots of what its pages show.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "draw/drawn_page.h"
#include "export/pdf/content/marked_content.h"
#include "export/pdf/pdf_options.h"
#include "export/pdf/structure/content_uses.h"
#include "export/pdf/structure/slide_structure.h"
#include "export/pdf/structure/structure_tree.h"

namespace ghreveal::exporter {

// What several pages show is content of one of them, and decoration on the others: each thing is
// read once.
class Reading {
public:
    explicit Reading(TaggedStep tagged = TaggedStep::kFirst) : tagged_(tagged) {}

    StructureTree& tree() { return tree_; }
    // Adds below `parent` what is in `root`; `uses` has the pages that show it.
    void add(const dom::Node& root, StructureTree::Element parent, const ContentUses& uses);
    // Adds below `parent` the links of `uses` that are in nothing added so far: those around the
    // slides, a logo in a corner.
    void add_other_links(StructureTree::Element parent, const ContentUses& uses);
    // A line that no element of a deck stands for, as a part of the element.
    void add_line(const paint::Content&, StructureTree::Element, const ContentUses& uses);
    // Links that `node` makes belong to the element.
    void add_link(const dom::Node* node, StructureTree::Element element) { links_[node] = element; }
    HeadingLevels& levels() { return levels_; }
    // In the order in which they were added.
    const std::vector<FormulaElement>& formulas() const { return formulas_; }

    // What a page's drawing is a part of.
    std::vector<ContentPiece> pieces_of(const std::vector<draw::DrawnContent>&, std::size_t page);
    // One that nothing added so far has is called by `description`.
    StructureTree::Element link_of(const dom::Node*, const std::string& description);
    // Whether something in the element has been marked, or will be on a page behind this one.
    bool has_content(StructureTree::Element, std::size_t page) const;

private:
    struct Place {
        int slot;
        std::size_t page;
    };

    std::size_t page_of(const ContentUse& use) const {
        return tagged_ == TaggedStep::kFirst ? use.first_page : use.last_page;
    }
    void add(const SlideStructure&, const ContentUses&);
    void add_place(const paint::Content&, int slot, const ContentUse&);
    int slot_of(const paint::Content&, std::size_t page) const;
    int slot_of_group(const std::vector<draw::GroupedContent>&, std::size_t page);

    TaggedStep tagged_;
    StructureTree tree_;
    HeadingLevels levels_;
    std::vector<FormulaElement> formulas_;
    ContentTable<Place> places_;
    std::unordered_map<int, std::size_t> last_page_of_slot_;
    std::unordered_map<const dom::Node*, StructureTree::Element> links_;
};

}  // namespace ghreveal::exporter
