#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "export/pdf/structure/structure_builder.h"

namespace ghreveal::exporter {

namespace {

int span_of(const dom::Node& cell, std::string_view name) {
    const std::string* value = cell.attribute(name);
    constexpr int kMost = 1000;  // HTML §4.9.11
    return value == nullptr ? 1 : std::clamp(std::atoi(value->c_str()), 1, kMost);
}

// HTML §4.9.12.2: a header cell without a scope is for its column in a head, and for its row where
// others follow it that are none.
std::string_view scope_of(const dom::Node& cell, bool is_head) {
    const std::string* scope = cell.attribute("scope");
    if (scope != nullptr && scope->starts_with("row")) {
        return "/Row";
    }
    const dom::Node* next = cell.next_element();
    const bool heads_row =
        scope == nullptr && !is_head && next != nullptr && next->is_element("td");
    return heads_row ? "/Row" : "/Column";
}

}  // namespace

void StructureBuilder::add_list(const dom::Node& node, StructurePlace& place) {
    const StructureTree::Element list = begin_block(node, "L", place);
    if (role_of(node) == ElementRole::kTerms) {
        add_terms(node, list);
        return;
    }
    tree_.add_attribute(list, "/List", fmt::format("/ListNumbering{}", list_numbering(node)));
    std::optional<StructurePlace> last_body;
    for (const dom::Node* child = node.first_child; child != nullptr; child = child->next) {
        if (child->is_element("li")) {
            add_list_item(*child, list);
            last_body.reset();
        } else if (is_shown(*child)) {
            // What a list may not hold stands in an item of its own.
            if (!last_body) {
                last_body = StructurePlace{tree_.add(tree_.add(list, "LI"), "LBody")};
            }
            add_node(*child, *last_body);
        }
    }
}

void StructureBuilder::add_list_item(const dom::Node& node, Element list) {
    const StructureTree::Element item = tree_.add(list, "LI");
    const paint::Content marker{&node, paint::ContentPart::kMarker};
    if (use_of(marker) != nullptr) {
        result_.slots[marker] = tree_.add_slot(tree_.add(item, "Lbl"));
    }
    const StructureTree::Element body = tree_.add(item, "LBody");
    add_language(node, item);
    StructurePlace inside{is_in_footnotes_ ? tree_.add(body, "Note") : body};
    add_children(node, inside);
}

// A term and what is said of it are an item together.
void StructureBuilder::add_terms(const dom::Node& node, Element list) {
    std::optional<StructureTree::Element> item;
    for (const dom::Node* child = node.first_child; child != nullptr; child = child->next) {
        if (!child->is_element() || !is_shown(*child)) {
            continue;
        }
        if (child->is_element("div")) {
            add_terms(*child, list);
            continue;
        }
        const bool is_term = child->is_element("dt");
        if (is_term || !item) {
            item = tree_.add(list, "LI");
        }
        const StructureTree::Element part = tree_.add(*item, is_term ? "Lbl" : "LBody");
        add_language(*child, part);
        StructurePlace inside{part};
        add_children(*child, inside);
    }
}

// A table that is shown has all of its cells, so that each stands in its column.
void StructureBuilder::add_table(const dom::Node& node, StructurePlace& place) {
    if (!is_shown(node)) {
        return;
    }
    const StructureTree::Element table = begin_block(node, "Table", place);
    add_rows(node, table, false);
}

void StructureBuilder::add_rows(const dom::Node& node, Element parent, bool is_head) {
    for (const dom::Node* child = node.first_child; child != nullptr; child = child->next) {
        if (child->is_element("caption")) {
            StructurePlace inside{tree_.add(parent, "Caption")};
            add_children(*child, inside);
        } else if (child->is_element("tr")) {
            const StructureTree::Element row = tree_.add(parent, "TR");
            tree_.keep(row);
            add_row(*child, row, is_head);
        } else if (child->is_element() && role_of(*child) == ElementRole::kRowGroup) {
            const bool is_thead = child->is_element("thead");
            add_rows(*child,
                     tree_.add(parent, is_thead                     ? "THead"
                                       : child->is_element("tfoot") ? "TFoot"
                                                                    : "TBody"),
                     is_thead);
        }
    }
}

void StructureBuilder::add_row(const dom::Node& node, Element row, bool is_head) {
    for (const dom::Node* child = node.first_child; child != nullptr; child = child->next) {
        const bool is_header = child->is_element("th");
        if (!is_header && !child->is_element("td")) {
            continue;
        }
        const StructureTree::Element cell = tree_.add(row, is_header ? "TH" : "TD");
        tree_.keep(cell);
        add_language(*child, cell);
        std::string attribute;
        if (is_header) {
            attribute += fmt::format("/Scope{}", scope_of(*child, is_head));
        }
        if (const int rows = span_of(*child, "rowspan"); rows > 1) {
            attribute += fmt::format("/RowSpan {}", rows);
        }
        if (const int columns = span_of(*child, "colspan"); columns > 1) {
            attribute += fmt::format("/ColSpan {}", columns);
        }
        if (!attribute.empty()) {
            tree_.add_attribute(cell, "/Table", attribute);
        }
        StructurePlace inside{cell};
        add_children(*child, inside);
    }
}

}  // namespace ghreveal::exporter
