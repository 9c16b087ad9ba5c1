#include "math/reading_order.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace ghreveal::math {

namespace {

// The `top` of a style as KaTeX writes it: "top:-3.61em;margin-right:0.05em;".
double top_of(const dom::Node& row) {
    constexpr std::string_view kTop = "top:";
    const std::string* style = row.is_element() ? row.attribute("style") : nullptr;
    return style == nullptr || !style->starts_with(kTop) ? 0
                                                         : std::atof(style->c_str() + kTop.size());
}

// A coloured box is drawn before what it is behind, wherever its top is.
bool has_background(const dom::Node& row) {
    return dom::find_first(row, [](const dom::Node& node) {
               const std::string* style = node.is_element() ? node.attribute("style") : nullptr;
               return style != nullptr && style->find("background-color") != std::string::npos;
           }) != nullptr;
}

void sort_rows(dom::Document& document, dom::Node& list) {
    std::vector<dom::Node*> rows;
    for (dom::Node* row = list.first_child; row != nullptr; row = row->next) {
        rows.push_back(row);
    }
    const auto is_above = [](const dom::Node* a, const dom::Node* b) {
        return top_of(*a) < top_of(*b);
    };
    if (std::is_sorted(rows.begin(), rows.end(), is_above) ||
        std::any_of(rows.begin(), rows.end(),
                    [](const dom::Node* row) { return has_background(*row); })) {
        return;
    }
    std::stable_sort(rows.begin(), rows.end(), is_above);
    for (dom::Node* row : rows) {
        document.remove(*row);
        document.append_child(list, *row);
    }
}

}  // namespace

void put_in_reading_order(dom::Document& document, dom::Node& formula) {
    dom::for_each(formula, [&](dom::Node& node) {
        if (node.is_element() && node.has_class("vlist")) {
            sort_rows(document, node);
        }
    });
}

}  // namespace ghreveal::math
