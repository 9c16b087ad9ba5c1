// A slide's elements -> its part of the document's structure.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "dom/document.h"
#include "export/pdf/structure/content_uses.h"
#include "export/pdf/structure/structure_tree.h"
#include "math/formula.h"

namespace ghreveal::exporter {

// Headings' levels closed up: none is skipped on the way down (PDF/UA-1 §7.4.2).
class HeadingLevels {
public:
    // The level in the document of its next heading, which is an h1 … h6.
    int next(int level);

private:
    std::vector<int> open_;
};

// A formula in it, by its TeX.
struct FormulaElement {
    StructureTree::Element element;
    math::Formula formula;
};

struct SlideStructure {
    std::vector<FormulaElement> formulas;
    ContentTable<int> slots;                                             // of what is content
    std::unordered_map<const dom::Node*, StructureTree::Element> links;  // by what they are made by
};

// Adds below `parent` what is in `root`; content that is not used makes no elements.
SlideStructure add_structure(const dom::Node& root, StructureTree::Element parent,
                             const ContentUses&, HeadingLevels&, StructureTree&);
// The same with `node` itself, in a paragraph where it is less than one.
SlideStructure add_node_structure(const dom::Node& node, StructureTree::Element parent,
                                  const ContentUses&, HeadingLevels&, StructureTree&);

}  // namespace ghreveal::exporter
