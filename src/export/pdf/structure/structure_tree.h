// What a document says, in the order that it is read in (PDF 32000-1 §14.7): elements with places
// ("slots") for what the pages' content has of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "export/pdf/file/pdf_file.h"
#include "support/geometry.h"

namespace ghreveal::exporter {

class StructureTree {
public:
    enum class Element : int {};

    static constexpr Element kDocument{0};

    StructureTree();

    // `type`: one of §14.8.4's, in memory that outlives the tree.
    Element add(Element parent, std::string_view type);
    // An entry of the element's dictionary, "/Alt (…)".
    void add_entry(Element, std::string_view entry);
    // An attribute of the owner ("/Table"), "/Scope /Row" (§14.8.5).
    void add_attribute(Element, std::string_view owner, std::string_view attribute);
    // Elements without content are left out, but for these.
    void keep(Element);
    std::string_view type(Element) const;

    // A place for marked content below the element.
    int add_slot(Element);
    Element element_of(int slot) const;
    // An element that stands right behind the slot.
    Element add_behind(int slot, std::string_view type);
    void add_mark(int slot, std::size_t page, int mark);
    bool has_marks(int slot) const;
    // All places in the element and in those below it.
    std::vector<int> slots_in(Element) const;
    // Where a figure is, in pt of its page; the first area counts.
    void add_area(int slot, const std::string& rectangle);
    // An annotation; gives its /StructParent.
    int add_annotation(Element, std::size_t page, int object);

    // Writes all of it; `pages`: the pages' objects, whose /StructParents are their numbers from 0.
    // Gives the root's object.
    int write(PdfFile&, const std::vector<int>& pages);

private:
    struct Kid {
        enum class Kind : unsigned char { kElement, kSlot, kAnnotation };
        Kind kind;
        int index;
    };
    struct Node {
        std::string_view type;
        int parent = 0;
        std::string entries{};
        std::string attributes{};  // by owner, each a dictionary
        bool is_kept = false;
        bool is_written = false;
        int object = 0;
        std::vector<Kid> kids{};
    };
    struct Mark {
        std::size_t page;
        int number;
    };
    struct Slot {
        int element;
        std::vector<Mark> marks;
        std::string area;
    };
    struct Annotation {
        int element;
        std::size_t page;
        int object;
    };

    bool find_written(int element);
    void write_element(PdfFile&, const Node&, const std::vector<int>& pages) const;
    std::string kids_of(const Node&, std::size_t page, const std::vector<int>& pages) const;
    std::size_t page_of(const Node&) const;
    std::string parent_tree(const std::vector<int>& pages) const;

    std::vector<Node> nodes_;
    std::vector<Slot> slots_;
    std::vector<Annotation> annotations_;
};

}  // namespace ghreveal::exporter
