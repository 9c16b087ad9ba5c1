#include "export/pdf/structure/structure_tree.h"

#include <fmt/format.h>

#include <algorithm>

#include "export/pdf/file/pdf_syntax.h"

namespace ghreveal::exporter {

namespace {

// Structure parents of annotations stand behind those of all pages there can be.
constexpr int kFirstAnnotation = 1'000'000;
constexpr std::size_t kNoPage = std::string_view::npos;

std::size_t at(StructureTree::Element element) {
    return static_cast<std::size_t>(element);
}

}  // namespace

StructureTree::StructureTree() {
    nodes_.push_back({.type = "Document"});
    nodes_.front().is_kept = true;
}

StructureTree::Element StructureTree::add(Element parent, std::string_view type) {
    const int index = static_cast<int>(nodes_.size());
    nodes_[at(parent)].kids.push_back({Kid::Kind::kElement, index});
    nodes_.push_back({.type = type, .parent = static_cast<int>(parent)});
    return Element{index};
}

void StructureTree::add_entry(Element element, std::string_view entry) {
    nodes_[at(element)].entries.append(entry);
}

void StructureTree::add_attribute(Element element, std::string_view owner,
                                  std::string_view attribute) {
    nodes_[at(element)].attributes += fmt::format("<</O{}{}>>", owner, attribute);
}

void StructureTree::keep(Element element) {
    nodes_[at(element)].is_kept = true;
}

std::string_view StructureTree::type(Element element) const {
    return nodes_[at(element)].type;
}

int StructureTree::add_slot(Element element) {
    const int slot = static_cast<int>(slots_.size());
    nodes_[at(element)].kids.push_back({Kid::Kind::kSlot, slot});
    slots_.push_back({static_cast<int>(element), {}, {}});
    return slot;
}

StructureTree::Element StructureTree::element_of(int slot) const {
    return Element{slots_[static_cast<std::size_t>(slot)].element};
}

StructureTree::Element StructureTree::add_behind(int slot, std::string_view type) {
    const Element parent = element_of(slot);
    const Element element = add(parent, type);
    std::vector<Kid>& kids = nodes_[at(parent)].kids;
    const auto place = std::find_if(kids.begin(), kids.end(), [slot](const Kid& kid) {
        return kid.kind == Kid::Kind::kSlot && kid.index == slot;
    });
    std::rotate(place + 1, kids.end() - 1, kids.end());
    return element;
}

void StructureTree::add_mark(int slot, std::size_t page, int mark) {
    slots_[static_cast<std::size_t>(slot)].marks.push_back({page, mark});
}

bool StructureTree::has_marks(int slot) const {
    return !slots_[static_cast<std::size_t>(slot)].marks.empty();
}

std::vector<int> StructureTree::slots_in(Element element) const {
    std::vector<int> slots;
    std::vector<Element> open{element};
    while (!open.empty()) {
        const Node& node = nodes_[at(open.back())];
        open.pop_back();
        for (const Kid& kid : node.kids) {
            if (kid.kind == Kid::Kind::kElement) {
                open.push_back(Element{kid.index});
            } else if (kid.kind == Kid::Kind::kSlot) {
                slots.push_back(kid.index);
            }
        }
    }
    return slots;
}

void StructureTree::add_area(int slot, const std::string& rectangle) {
    std::string& area = slots_[static_cast<std::size_t>(slot)].area;
    if (area.empty()) {
        area = rectangle;
        add_attribute(element_of(slot), "/Layout", "/BBox" + rectangle);
    }
}

int StructureTree::add_annotation(Element element, std::size_t page, int object) {
    const int index = static_cast<int>(annotations_.size());
    annotations_.push_back({static_cast<int>(element), page, object});
    nodes_[at(element)].kids.push_back({Kid::Kind::kAnnotation, index});
    return kFirstAnnotation + index;
}

// Whether the element has content, or is kept; all below it are looked at.
bool StructureTree::find_written(int element) {
    Node& node = nodes_[static_cast<std::size_t>(element)];
    node.is_written = node.is_kept;
    for (const Kid& kid : node.kids) {
        const bool has_content = kid.kind == Kid::Kind::kElement ? find_written(kid.index)
                                 : kid.kind == Kid::Kind::kSlot  ? has_marks(kid.index)
                                                                 : true;
        node.is_written = node.is_written || has_content;
    }
    return node.is_written;
}

// The page that most of an element's content is on need not be named with each mark: the first's.
std::size_t StructureTree::page_of(const Node& node) const {
    for (const Kid& kid : node.kids) {
        if (kid.kind == Kid::Kind::kSlot && has_marks(kid.index)) {
            return slots_[static_cast<std::size_t>(kid.index)].marks.front().page;
        }
    }
    return kNoPage;
}

std::string StructureTree::kids_of(const Node& node, std::size_t page,
                                   const std::vector<int>& pages) const {
    std::string kids;
    int count = 0;
    const auto add = [&](const std::string& kid) {
        kids += kids.empty() || kid.front() == '<' ? kid : " " + kid;
        ++count;
    };
    for (const Kid& kid : node.kids) {
        const auto index = static_cast<std::size_t>(kid.index);
        if (kid.kind == Kid::Kind::kElement) {
            if (nodes_[index].is_written) {
                add(reference(nodes_[index].object));
            }
        } else if (kid.kind == Kid::Kind::kSlot) {
            for (const Mark& mark : slots_[index].marks) {
                add(mark.page == page ? std::to_string(mark.number)
                                      : fmt::format("<</Type/MCR/Pg {} 0 R/MCID {}>>",
                                                    pages[mark.page], mark.number));
            }
        } else {
            add(fmt::format("<</Type/OBJR/Pg {} 0 R/Obj {} 0 R>>", pages[annotations_[index].page],
                            annotations_[index].object));
        }
    }
    return count == 0 ? "" : count == 1 ? "/K " + kids : "/K[" + kids + "]";
}

void StructureTree::write_element(PdfFile& file, const Node& node,
                                  const std::vector<int>& pages) const {
    const std::size_t page = page_of(node);
    std::string object = "<</S/";
    object.append(node.type).append("/P ");
    object += reference(nodes_[static_cast<std::size_t>(node.parent)].object);
    if (page != kNoPage) {
        object.append("/Pg ").append(reference(pages[page]));
    }
    object += node.entries;
    if (!node.attributes.empty()) {
        object += "/A[" + node.attributes + "]";
    }
    object += kids_of(node, page, pages) + ">>";
    file.add(node.object, object);
}

// Of each page the elements of its marks, of each annotation its own (§14.7.4.4).
std::string StructureTree::parent_tree(const std::vector<int>& pages) const {
    std::vector<std::vector<int>> elements_of_page(pages.size());
    for (const Slot& slot : slots_) {
        for (const Mark& mark : slot.marks) {
            std::vector<int>& elements = elements_of_page[mark.page];
            const auto number = static_cast<std::size_t>(mark.number);
            elements.resize(std::max(elements.size(), number + 1));
            elements[number] = nodes_[static_cast<std::size_t>(slot.element)].object;
        }
    }
    std::string tree = "<</Nums[";
    for (std::size_t page = 0; page < pages.size(); ++page) {
        tree += fmt::format("{}[", page);
        for (const int element : elements_of_page[page]) {
            tree.append(element == 0 ? "null" : reference(element)).append(" ");
        }
        tree += "]";
    }
    for (std::size_t i = 0; i < annotations_.size(); ++i) {
        tree += fmt::format("{} {} 0 R ", kFirstAnnotation + static_cast<int>(i),
                            nodes_[static_cast<std::size_t>(annotations_[i].element)].object);
    }
    return tree + "]>>";
}

int StructureTree::write(PdfFile& file, const std::vector<int>& pages) {
    find_written(0);
    for (Node& node : nodes_) {
        node.object = node.is_written ? file.new_object() : 0;
    }
    const int root = file.new_object();
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (i == 0) {
            file.add(nodes_[i].object,
                     fmt::format("<</S/Document/P {} 0 R{}{}>>", root, nodes_[i].entries,
                                 kids_of(nodes_[i], kNoPage, pages)));
        } else if (nodes_[i].is_written) {
            write_element(file, nodes_[i], pages);
        }
    }
    const int parents = file.add(parent_tree(pages));
    file.add(root, fmt::format("<</Type/StructTreeRoot/K {} 0 R/ParentTree {} 0 R"
                               "/ParentTreeNextKey {}>>",
                               nodes_[0].object, parents,
                               kFirstAnnotation + static_cast<int>(annotations_.size())));
    return root;
}

}  // namespace ghreveal::exporter
